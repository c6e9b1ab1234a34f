import { londonDay } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { NoBreak, SortableTable, Tag } from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { kindWords, levelWords, statusWords } from './concern.ts'
import type { Concern } from './concerns.query.ts'
import { type ConcernsQuery, concernsHref } from './concerns-query.ts'

export const LevelTag = ({ concern }: { concern: Pick<Concern, 'level'> }) => (
  <Tag tone={levelWords[concern.level].tone}>{levelWords[concern.level].word}</Tag>
)
export const StatusTag = ({ concern }: { concern: Pick<Concern, 'status'> }) => (
  <Tag tone={statusWords[concern.status].tone}>{statusWords[concern.status].word}</Tag>
)

/** Concerns, each by its reference; the words are on its own page. */
export const ConcernTable = ({
  query,
  rows,
  empty,
  path = '/concerns',
}: {
  query: ConcernsQuery
  rows: readonly Concern[]
  empty: string
  path?: string
}) => (
  <SortableTable
    caption="Concerns"
    captionHidden
    columns={[
      { text: 'Concern' },
      { key: 'provider', text: 'Provider' },
      { text: 'About' },
      { key: 'level', text: 'Level', first: 'descending' },
      { key: 'status', text: 'Status' },
      { key: 'raised', text: 'Raised', first: 'descending' },
      { text: 'By' },
    ]}
    sort={sortOf(query)}
    href={({ key, direction }) => concernsHref(query, { sort: key, direction }, path)}
    rows={rows.map(concern => [
      <a class="govuk-link" href={`/concerns/${concern.id}`}>
        <NoBreak>{concern.name}</NoBreak>
      </a>,
      concern.providerName,
      kindWords[concern.kind],
      <LevelTag concern={concern} />,
      <StatusTag concern={concern} />,
      shortDayInWords(londonDay(concern.raisedAt)),
      sourceOf(concern),
    ])}
    empty={empty}
  />
)

/** Who raised it, for those who may know; to everybody else it came from somebody. */
export const sourceOf = ({ source }: Pick<Concern, 'source'>): string =>
  source?.organisation ?? 'Not told'
