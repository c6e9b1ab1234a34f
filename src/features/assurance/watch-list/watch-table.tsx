import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { ContextualDate, SortableTable, Tag, type Tone } from '#govuk/index.ts'
import { hrefOf, type ListQuery } from './list.ts'
import { hoursOf, type Part, partWords, type Watched } from './watch.ts'

export const WatchTable = ({
  rows,
  query,
  today,
}: {
  rows: readonly Watched[]
  query: ListQuery
  today: IsoDate
}) => (
  <SortableTable
    caption="Looked-after children at alternative provision"
    captionHidden
    narrow="cards"
    firstCellIsHeader
    columns={[
      { key: 'child', text: 'Child' },
      { key: 'missing', text: 'Missing', first: 'descending' },
      { key: 'school', text: 'School of roll' },
      { text: 'Commissioner' },
      { key: 'provider', text: 'Provider' },
      { key: 'hours', text: 'Hours a week' },
      { text: 'Quality and appropriateness' },
      { text: 'Monitoring' },
      { key: 'review', text: 'Next review' },
    ]}
    sort={{ key: query.sort, direction: query.direction }}
    href={({ key, direction }) => hrefOf({ ...query, sort: key, direction, page: 1 })}
    rows={rows.map(({ row, quality, monitoring, missing }) => [
      <a class="govuk-link" href={`/children/${row.child_id}/assurance`}>
        {row.forename} {row.surname}
      </a>,
      missing.length === 0 ? 'Nothing' : missing.join(', '),
      row.school ?? 'None',
      row.commissioner,
      row.provider,
      hoursOf(row),
      <PartTag part={quality} />,
      <PartTag part={monitoring} />,
      row.next_review_on ? <ContextualDate date={row.next_review_on} today={today} /> : 'None',
    ])}
  />
)

const tones: Readonly<Record<Part['state'], Tone>> = {
  agreement: 'grey',
  'not told': 'red',
  told: 'turquoise',
  enough: 'green',
  'not enough': 'orange',
}

export const PartTag = ({ part }: { part: Part }) => (
  <>
    <Tag tone={tones[part.state]}>{partWords[part.state]}</Tag>
    {part.on && <span class="govuk-hint">{shortDayInWords(part.on)}</span>}
  </>
)
