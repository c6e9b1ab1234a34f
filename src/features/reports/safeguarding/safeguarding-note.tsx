import { InsetText } from '#govuk/index.ts'
import type { Report } from '../report.query.ts'

/** That there is a part for safeguarding leads: everybody is told so, and who may read it is led there. */
export const SafeguardingNote = ({ report, open }: { report: Report; open: boolean }) =>
  report.safeguarding ? (
    <InsetText>
      There is a part for safeguarding leads alone: the safeguarding lead of the child’s school, and
      at the provider who wrote it and its own lead.
      {open && (
        <>
          {' '}
          <a class="govuk-link" href={`/provider-reports/${report.id}/safeguarding`}>
            Open the safeguarding part
          </a>
        </>
      )}
    </InsetText>
  ) : null
