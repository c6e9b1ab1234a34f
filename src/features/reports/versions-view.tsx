import { momentInWords } from '#domain/london-time.ts'
import { Table } from '#govuk/index.ts'
import type { Version } from './report.query.ts'

/** What was sent first stays beside what was sent later. */
export const VersionsView = ({
  versions,
  shown,
}: {
  versions: readonly Version[]
  shown: string
}) =>
  versions.length < 2 ? null : (
    <Table
      caption="Versions"
      head={['Version', 'Sent', 'By', 'Why it was corrected']}
      rows={versions.map(each => [
        each.id === shown ? (
          `${each.name} (this one)`
        ) : (
          <a class="govuk-link" href={`/provider-reports/${each.id}`}>
            {each.name}
          </a>
        ),
        each.sent_at ? momentInWords(each.sent_at) : 'Draft',
        each.sender ?? '',
        each.because ?? 'The first',
      ])}
    />
  )
