import { may } from '#domain/permissions.ts'
import {
  ActionBar,
  BackLink,
  Button,
  Filter,
  type FilterTag,
  Layout,
  PageHeading,
  Pagination,
  Select,
  TextInput,
} from '#govuk/index.ts'
import { rowsOfPage } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { kindWords, levelWords } from './concern.ts'
import { ConcernTable } from './concern-table.tsx'
import { concerns } from './concerns.query.ts'
import { ConcernsQuery, concernsHref, isNarrowed, statusChoices } from './concerns-query.ts'

export const size = 25

/** Concerns that one’s own organisation raised, or that are about a provider it uses; the quality team’s are all. */
export const concernsPage = page({
  path: '/concerns',
  permission: 'concern.read',
  query: ConcernsQuery,
  load: async ({ tx, query, me }) => ({
    query,
    me,
    rows: await concerns(tx, query, rowsOfPage(query, size)),
  }),
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : { event: 'concern.listed', subjectKind: 'concern', detail: { count: rows.length } },
  view: ({ query, rows, me }) => (
    <Layout title="Concerns" wide before={<BackLink href="/providers">Providers</BackLink>}>
      <ActionBar
        actions={
          <Button href={concernsHref(query, {}, '/concerns/export')} variant="secondary">
            Download as CSV
          </Button>
        }
      >
        <PageHeading>Concerns about providers</PageHeading>
      </ActionBar>
      <p class="govuk-body">
        {may(me, 'concern.look-into')
          ? 'Everything that was raised about any provider. Who raised it is told to you and to the organisation that it came from, to nobody else.'
          : 'What your organisation raised, and what was raised about providers where you have a placement. A concern is raised from the provider’s own page. A provider reads none of this.'}
      </p>
      <Filter
        action="/concerns"
        tags={tagsOf(query)}
        clearHref={isNarrowed(query) ? '/concerns' : undefined}
        results={
          <>
            <ConcernTable
              query={query}
              rows={rows}
              empty={
                isNarrowed(query)
                  ? 'Nothing matches. Clear the filters to see what is open.'
                  : 'No concern is open.'
              }
            />
            <Pagination
              page={query.page}
              pageSize={size}
              total={rows[0]?.total ?? 0}
              things="concerns"
              href={page => concernsHref(query, { page })}
            />
          </>
        }
      >
        <Fields query={query} />
      </Filter>
    </Layout>
  ),
})

const words = (list: Readonly<Record<string, { readonly word: string }>>) =>
  Object.fromEntries(Object.entries(list).map(([key, { word }]) => [key, word]))

function Fields({ query }: { query: ConcernsQuery }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <TextInput form={form} name="q" type="search" label="Provider" />
      <Select form={form} name="status" label="Status" items={statusChoices} />
      <Select form={form} name="level" label="Level" blank="Any" items={words(levelWords)} />
      <Select form={form} name="kind" label="About" blank="Anything" items={kindWords} />
    </>
  )
}

const tagsOf = (query: ConcernsQuery): FilterTag[] => [
  ...(query.q
    ? [{ label: 'Provider', text: query.q, removeHref: concernsHref(query, { q: '' }) }]
    : []),
  ...(query.status !== 'not closed'
    ? [
        {
          label: 'Status',
          text: statusChoices[query.status],
          removeHref: concernsHref(query, { status: 'not closed' }),
        },
      ]
    : []),
  ...(query.level
    ? [
        {
          label: 'Level',
          text: levelWords[query.level].word,
          removeHref: concernsHref(query, { level: '' }),
        },
      ]
    : []),
  ...(query.kind
    ? [
        {
          label: 'About',
          text: kindWords[query.kind],
          removeHref: concernsHref(query, { kind: '' }),
        },
      ]
    : []),
  ...(query.provider
    ? [
        {
          label: 'Provider',
          text: 'One provider',
          removeHref: concernsHref(query, { provider: '' }),
        },
      ]
    : []),
]
