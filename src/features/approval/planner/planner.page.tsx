import { shortDayInWords } from '#domain/london-time.ts'
import {
  ActionBar,
  BackLink,
  Button,
  type Cell,
  Checkboxes,
  Details,
  Filter,
  type FilterTag,
  Layout,
  PageHeading,
  Pagination,
  Select,
  SortableTable,
  TextInput,
} from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { type Gap, gapWords } from './gaps.ts'
import { type Planned, providersToVisit } from './planner.query.ts'
import { inOrder, PlannerQuery, plannerHref } from './planner-query.ts'

const size = 25

/** Which providers to visit next: those about which least is known, and most speaks, come first. */
export const plannerPage = page({
  path: '/visit-planner',
  permission: 'visit-planner.read',
  discloses: 'nothing personal',
  query: PlannerQuery,
  load: async visit => {
    const rows = inOrder(await providersToVisit(visit), visit.query)
    const last = Math.max(1, Math.ceil(rows.length / size))
    const query = { ...visit.query, page: Math.min(visit.query.page, last) }
    return {
      query,
      total: rows.length,
      rows: rows.slice((query.page - 1) * size, query.page * size),
    }
  },
  view: ({ query, rows, total }) => (
    <Layout
      title="Which providers to visit next"
      wide
      before={<BackLink href="/providers">Providers</BackLink>}
    >
      <ActionBar
        actions={
          <Button href={plannerHref(query, {}, '/visit-planner/export')} variant="secondary">
            Download as CSV
          </Button>
        }
      >
        <PageHeading>Which providers to visit next</PageHeading>
      </ActionBar>
      <p class="govuk-body">
        The more speaks for a visit, the higher a provider stands. The points are Onroll’s own
        default: each line says what they are for. What other commissioners found counts once it is
        published; assessments are counted for the commissioner that owes them (rule{' '}
        <a class="govuk-link" href="/rules/QAV-01">
          QAV-01
        </a>
        ). A place on a list of providers counts for nothing (
        <a class="govuk-link" href="/rules/QAV-04">
          QAV-04
        </a>
        ).
      </p>
      <Filter
        action="/visit-planner"
        tags={tagsOf(query)}
        clearHref={tagsOf(query).length > 0 ? '/visit-planner' : undefined}
        results={<Results query={query} rows={rows} total={total} />}
      >
        <Fields query={query} />
      </Filter>
    </Layout>
  ),
})

function Fields({ query }: { query: PlannerQuery }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <TextInput form={form} name="q" type="search" label="Name" />
      <Select form={form} name="gap" label="What is missing" blank="Anything" items={gapWords} />
      <Checkboxes
        form={form}
        name="used"
        label="Use"
        small
        items={{ yes: 'Only with a placement now or to come' }}
      />
    </>
  )
}

const tagsOf = (query: PlannerQuery): FilterTag[] => [
  ...(query.q ? [{ label: 'Name', text: query.q, removeHref: plannerHref(query, { q: '' }) }] : []),
  ...(query.gap
    ? [
        {
          label: 'Missing',
          text: gapWords[query.gap],
          removeHref: plannerHref(query, { gap: '' }),
        },
      ]
    : []),
  ...(query.used
    ? [{ label: 'Use', text: 'Used now', removeHref: plannerHref(query, { used: '' }) }]
    : []),
]

const Results = ({
  query,
  rows,
  total,
}: {
  query: PlannerQuery
  rows: readonly Planned[]
  total: number
}) => (
  <>
    <SortableTable
      caption="Providers to visit"
      captionHidden
      firstCellIsHeader
      columns={[
        { key: 'name', text: 'Provider' },
        { key: 'points', text: 'Points', format: 'numeric', first: 'descending' },
        { text: 'Why' },
        { key: 'visited', text: 'Last visited' },
        { text: 'Next visit' },
      ]}
      sort={sortOf(query)}
      href={({ key, direction }) => plannerHref(query, { sort: key, direction })}
      rows={rows.map(cellsOf)}
      empty="Nothing matches. Clear the filters to see all."
    />
    <Pagination
      page={query.page}
      pageSize={size}
      total={total}
      things="providers"
      href={page => plannerHref(query, { page })}
    />
  </>
)

const cellsOf = (row: Planned): Cell[] => [
  <>
    <a class="govuk-link" href={`/providers/${row.id}`}>
      {row.name}
    </a>
    {row.town && `, ${row.town}`}
  </>,
  { children: row.points, format: 'numeric' },
  row.steps.length === 0 ? (
    'Nothing is missing'
  ) : (
    <>
      {row.steps[0]?.words}
      {row.steps.length > 1 && (
        <Details summary={`All ${row.steps.length} reasons for ${row.name}`}>
          <ul class="govuk-list">
            {row.steps.map(({ points, words }) => (
              <li>{`${points} points: ${words}`}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  ),
  row.lastVisited ? shortDayInWords(row.lastVisited) : 'Never',
  <>
    {row.plannedOn && `Planned on ${shortDayInWords(row.plannedOn)}. `}
    <a class="govuk-link" href={planHref(row)}>
      Plan a visit<span class="govuk-visually-hidden"> to {row.name}</span>
    </a>
  </>,
]

/** What is missing comes into the plan of the visit. Concerns do not: the provider reads what is to be looked at. */
function planHref({ id, areas, steps }: Planned): string {
  const isMissing = (...gaps: readonly Gap[]) => steps.some(({ gap }) => gaps.includes(gap))
  return `/visits/plan?${new URLSearchParams({
    provider: id,
    ...(areas ? { areas } : {}),
    ...(isMissing('expiring', 'documents') ? { papers: 'yes' } : {}),
    ...(isMissing('assessment') ? { annual: 'yes' } : {}),
  })}`
}
