import { Button, Details, Form } from '#govuk/index.ts'
import type { Report } from '../report.query.ts'

/** The way out of a draft that was begun by mistake, on every page of it. */
export const DiscardDraft = ({ report }: { report: Pick<Report, 'id' | 'version'> }) => (
  <Details summary="Throw this draft away">
    <Form action={`/provider-reports/${report.id}/discard`} version={report.version}>
      <p class="govuk-body">Nobody outside your organisation has read it, and nobody will.</p>
      <Button variant="warning" preventDoubleClick>
        Throw the draft away
      </Button>
    </Form>
  </Details>
)
