import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { type Cell, type Column, Tag } from '#govuk/index.ts'
import { teamNames } from '../organisation.ts'
import type { ListQuery, SortKey } from './list-query.ts'
import type { ListedOrganisation } from './organisations.query.ts'

type Kind = ListQuery['kind']

/** What a list of each kind shows, and by what it may be sorted. */
export const listColumns: Record<Kind, readonly Column<SortKey>[]> = {
  school: [
    { key: 'name', text: 'School' },
    { key: 'type', text: 'Type' },
    { key: 'partnership', text: 'Partnership' },
    { key: 'town', text: 'Town' },
  ],
  partnership: [
    { key: 'name', text: 'Partnership' },
    { text: 'Schools', format: 'numeric' },
    { text: 'Panel contact' },
    { text: 'Mailbox' },
  ],
  provider: [
    { key: 'name', text: 'Provider' },
    { text: 'Contact' },
    { text: 'Email' },
    { key: 'town', text: 'Town' },
  ],
  team: [{ key: 'name', text: 'Team' }, { text: 'What it does' }, { text: 'Mailbox' }],
}

export function cellsOf(row: ListedOrganisation, today: IsoDate): Cell[] {
  const name = <Name row={row} today={today} />
  if (row.kind === 'school')
    return [
      name,
      row.type_name ?? 'Not known',
      row.partnership_id ? (
        <a class="govuk-link" href={`/organisations/${row.partnership_id}`}>
          {row.partnership_short_name ?? row.partnership}
        </a>
      ) : (
        'None'
      ),
      row.town ?? '',
    ]
  if (row.kind === 'partnership')
    return [
      name,
      { children: row.members, format: 'numeric' },
      row.contact_name ?? 'Not known',
      row.mailbox ?? 'None',
    ]
  if (row.kind === 'provider')
    return [name, row.contact_name ?? 'Not known', row.contact_email ?? 'None', row.town ?? '']
  return [name, row.team ? teamNames[row.team] : '', row.mailbox ?? 'None']
}

const Name = ({ row, today }: { row: ListedOrganisation; today: IsoDate }) => (
  <div>
    <a class="govuk-link" href={`/organisations/${row.id}`}>
      {row.name}
    </a>
    {row.short_name && row.kind !== 'school' && ` (${row.short_name})`}
    {row.urn && (
      <div class="govuk-hint govuk-!-margin-bottom-0 govuk-!-font-size-16">URN {row.urn}</div>
    )}
    <ClosedTag closedOn={row.closed_on} today={today} />
  </div>
)

export const ClosedTag = ({ closedOn, today }: { closedOn: IsoDate | null; today: IsoDate }) =>
  closedOn === null ? null : (
    <>
      {' '}
      <Tag tone="grey">
        {closedOn < today ? 'Closed on' : 'Closes on'} {dayInWords(closedOn)}
      </Tag>
    </>
  )
