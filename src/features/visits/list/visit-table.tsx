import { shortDayInWords } from '#domain/london-time.ts'
import {
  type Cell,
  type Column,
  type FilterTag,
  NoBreak,
  Pagination,
  Select,
  SortableTable,
  SubNavigation,
  TextInput,
} from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { StatusTag } from '../frame.tsx'
import { statusWords } from '../lifecycle.ts'
import { gradeWords, sectionWords } from '../words.ts'
import type { ListedVisit } from './list.query.ts'
import { isNarrowed, listHref, pageSize, type SortKey, type VisitQuery } from './list-query.ts'

export const VisitsNavigation = ({ at }: { at: 'visits' | 'library' }) => (
  <SubNavigation
    label="Visits"
    items={[
      { text: 'Visits', href: '/visits', active: at === 'visits' },
      { text: 'Library of reports', href: '/visits/library', active: at === 'library' },
    ]}
  />
)

/** Visits as a sorted, paged table. */
export const VisitTable = ({
  path,
  query,
  rows,
  total,
  empty,
}: {
  path: string
  query: VisitQuery
  rows: readonly ListedVisit[]
  total: number
  empty: string
}) => (
  <>
    <SortableTable
      caption="Visits"
      captionHidden
      columns={columns}
      sort={sortOf(query)}
      href={({ key, direction }) => listHref(query, { sort: key, direction }, path)}
      rows={rows.map(cellsOf)}
      empty={isNarrowed(query) ? 'Nothing matches. Clear the filters to see all.' : empty}
    />
    {total > 0 && (
      <Pagination
        page={query.page}
        pageSize={pageSize}
        total={total}
        things="visits"
        href={page => listHref(query, { page }, path)}
      />
    )}
  </>
)

const columns: Column<SortKey>[] = [
  { key: 'reference', text: 'Visit' },
  { key: 'provider', text: 'Provider' },
  { key: 'commissioner', text: 'Made by' },
  { key: 'day', text: 'Day', first: 'descending' },
  { text: 'Judgements' },
  { text: 'Actions' },
  { key: 'status', text: 'Status' },
]

const cellsOf = (row: ListedVisit): Cell[] => [
  <a class="govuk-link" href={`/visits/${row.id}`}>
    <NoBreak>{row.name}</NoBreak>
  </a>,
  row.providerName,
  row.commissionerName,
  shortDayInWords(row.visited_on ?? row.planned_on),
  gradesInWords(row.grades),
  actionsInWords(row),
  <StatusTag status={row.status} />,
]

/** “A: Strong; B: Weak” */
export const gradesInWords = (grades: string | null): string =>
  (grades ?? '')
    .split(',')
    .filter(Boolean)
    .map(each => `${each.slice(0, 1)}: ${gradeWords[each.slice(2) as keyof typeof gradeWords]}`)
    .join('; ') || 'None yet'

/** “2 open, 1 overdue” */
export const actionsInWords = ({
  actionsOpen,
  actionsOverdue,
}: Pick<ListedVisit, 'actionsOpen' | 'actionsOverdue'>): string =>
  actionsOpen
    ? `${actionsOpen} open${actionsOverdue ? `, ${actionsOverdue} overdue` : ''}`
    : 'None open'

const statusItems = Object.fromEntries(
  Object.entries(statusWords).map(([status, { word }]) => [status, word]),
)
const actionItems = { open: 'With actions open', overdue: 'With actions overdue' }
const whose = { ours: 'Our visits', others: 'Visits of others' }

export function VisitFields({ query, library }: { query: VisitQuery; library: boolean }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  const date = { attributes: { type: 'date' } }
  return (
    <>
      {query.provider && <input type="hidden" name="provider" value={query.provider} />}
      <TextInput form={form} name="q" type="search" label="Provider, commissioner or reference" />
      {!library && (
        <Select form={form} name="status" label="Status" blank="Any" items={statusItems} />
      )}
      <Select form={form} name="by" label="Whose" blank="All" items={whose} />
      <Select form={form} name="area" label="Area" blank="Any area" items={sectionWords} />
      <Select form={form} name="grade" label="Judgement" blank="Any" items={gradeWords} />
      <Select form={form} name="actions" label="Actions" blank="Any" items={actionItems} />
      <TextInput form={form} name="from" label="From" hint="Like 2026-09-01" width="10" {...date} />
      <TextInput form={form} name="until" label="Until" width="10" {...date} />
    </>
  )
}

const labels = {
  q: 'Words',
  provider: 'Provider',
  status: 'Status',
  by: 'Whose',
  area: 'Area',
  grade: 'Judgement',
  actions: 'Actions',
  from: 'From',
  until: 'Until',
} as const
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: statusItems,
  by: whose,
  area: sectionWords,
  grade: gradeWords,
  actions: actionItems,
}

export const visitTags = (
  query: VisitQuery,
  path: string,
  rows: readonly Pick<ListedVisit, 'providerName'>[],
): FilterTag[] =>
  (Object.keys(labels) as (keyof typeof labels)[]).flatMap(name => {
    const value = query[name]
    if (value === '') return []
    return [
      {
        label: labels[name],
        text:
          name === 'provider'
            ? (rows[0]?.providerName ?? 'One provider')
            : (words[name]?.[value] ?? value),
        removeHref: listHref(query, { [name]: '' }, path),
      },
    ]
  })
