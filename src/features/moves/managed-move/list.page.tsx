import { z } from 'zod'
import { shortDayInWords } from '#domain/london-time.ts'
import { Layout, PageHeading, Pagination, SubNavigation, Table, Tag } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { pageAsked } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { listsOfMoves } from '../lists.ts'
import { moves, named } from './move.query.ts'
import { statusWords } from './words.ts'

const tabs = { open: ['proposed', 'agreed'], over: ['completed', 'refused', 'withdrawn'] } as const
const size = 25

const ListQuery = z.object({
  tab: z.enum(['open', 'over']).catch('open').default('open'),
  page: pageAsked,
})
type ListQuery = z.infer<typeof ListQuery>

/** Every managed move that the reader may see: from the school, to it, or of the partnership’s cases. */
export const movesPage = page({
  path: '/moves',
  permission: 'move.read',
  query: ListQuery,
  load: async ({ tx, query }) => ({ query, rows: await listed(tx, query) }),
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : { event: 'move.listed', subjectKind: 'move', detail: { count: rows.length } },
  view: ({ query, rows }, { me }) => (
    <Layout title="Managed moves" wide>
      <PageHeading>Managed moves</PageHeading>
      <SubNavigation
        label="Managed moves"
        items={[
          { text: 'Open', href: '/moves', active: query.tab === 'open' },
          { text: 'Over', href: '/moves?tab=over', active: query.tab === 'over' },
          ...listsOfMoves(me, '/moves'),
        ]}
      />
      {rows.length === 0 ? (
        <p class="govuk-body">
          There is none. A school proposes a managed move on the child’s own page, under Moves.
        </p>
      ) : (
        <Table
          caption={query.tab === 'open' ? 'Open moves' : 'Moves that are over'}
          captionHidden
          head={['Child', 'From', 'To', 'First day', 'Status']}
          rows={rows.map(row => [
            <a class="govuk-link" href={`/moves/${row.id}`}>
              {row.childName}
            </a>,
            row.fromSchool,
            row.toSchool,
            row.start_on ? shortDayInWords(row.start_on) : '',
            <Tag tone={statusWords[row.status].tone}>{statusWords[row.status].word}</Tag>,
          ])}
        />
      )}
      <Pagination
        page={query.page}
        pageSize={size}
        total={rows[0]?.total ?? 0}
        things="moves"
        href={at => `/moves?tab=${query.tab}&page=${at}`}
      />
    </Layout>
  ),
})

async function listed(tx: Tx, { tab, page: at }: ListQuery) {
  const rows = await moves(tx)
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('move.status', 'in', tabs[tab])
    .orderBy('move.start_on')
    .orderBy('move.id')
    .limit(size)
    .offset((at - 1) * size)
    .execute()
  return rows.map(row => ({ ...named(row), total: Number(row.total) }))
}
