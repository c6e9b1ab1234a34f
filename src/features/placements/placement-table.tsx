import { shortDayInWords } from '#domain/london-time.ts'
import { Table, Tag } from '#govuk/index.ts'
import type { Placement } from './placement.query.ts'
import type { PlacementStatus } from './placement.ts'
import { statusWords } from './words.ts'

export const PlacementTag = ({ status }: { status: PlacementStatus }) => (
  <Tag tone={statusWords[status].tone}>{statusWords[status].word}</Tag>
)

export const PlacementTable = ({ placements }: { placements: readonly Placement[] }) => (
  <Table
    caption="Placements"
    head={['Placement', 'Provider', 'Commissioner', 'From', 'To', 'Status']}
    rows={placements.map(each => [
      <a class="govuk-link" href={`/placements/${each.id}`}>
        {each.name}
      </a>,
      each.providerName,
      each.commissionerName,
      shortDayInWords(each.started_on ?? each.planned_start_on),
      endWords(each),
      <PlacementTag status={each.status} />,
    ])}
    empty="There is no placement yet."
  />
)

export const endWords = ({ ended_on, planned_end_on }: Placement) =>
  ended_on ? shortDayInWords(ended_on) : planned_end_on ? shortDayInWords(planned_end_on) : 'Open'
