import { z } from 'zod'
import {
  BackLink,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  Select,
  untouched,
} from '#govuk/index.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { pageAsked } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { allChildren, orders, statuses } from './all-children.query.ts'
import { FoundChildren } from './found.page.tsx'

const pageSize = 50
const years = Object.fromEntries(
  Array.from({ length: 15 }, (_, year) => [
    String(year),
    year === 0 ? 'Reception' : `Year ${year}`,
  ]),
)

const ListQuery = z.object({
  page: pageAsked,
  year: z.coerce.number().int().min(0).max(14).optional().catch(undefined),
  status: z
    .enum(Object.keys(statuses) as [keyof typeof statuses])
    .optional()
    .catch(undefined),
  order: z.enum(Object.keys(orders) as [keyof typeof orders]).catch('name'),
})
const hrefOf = listHrefs<z.infer<typeof ListQuery>>('/children/all', { order: 'name' })

/** Every child whom the reader may see, narrowed by what may stand in an address: never by a name. */
export const allPage = page({
  path: '/children/all',
  permission: 'child.search',
  query: ListQuery,
  load: ({ tx, query, today }) => allChildren(tx, { ...query, pageSize, today }),
  discloses: ({ total }) => ({
    event: 'child.searched',
    subjectKind: 'search',
    detail: { found: total, list: 'all' },
  }),
  view: ({ total, children }, { query, today }) => {
    const values = { year: query.year?.toString(), status: query.status, order: query.order }
    return (
      <Layout
        title="All children you may see"
        wide
        before={<BackLink href="/children">Find a child</BackLink>}
      >
        <PageHeading>All children you may see</PageHeading>
        <Filter
          clearHref="/children/all"
          tags={[
            ...(query.year === undefined
              ? []
              : [
                  {
                    label: 'Year group',
                    text: years[query.year] ?? '',
                    removeHref: hrefOf(query, { year: undefined }),
                  },
                ]),
            ...(query.status
              ? [
                  {
                    label: 'Status',
                    text: statuses[query.status],
                    removeHref: hrefOf(query, { status: undefined }),
                  },
                ]
              : []),
          ]}
          results={
            total === 0 ? (
              <p class="govuk-body">
                No children fit. Take a filter off, or search for a child by name.
              </p>
            ) : (
              <>
                <FoundChildren of={children} today={today} />
                <Pagination
                  page={query.page}
                  pageSize={pageSize}
                  total={total}
                  things="children"
                  href={number => hrefOf(query, { page: number })}
                />
              </>
            )
          }
        >
          <Select
            name="year"
            label="Year group"
            blank="Any year group"
            items={years}
            form={{ ...untouched, values }}
          />
          <Select
            name="status"
            label="Status"
            blank="Any status"
            items={statuses}
            form={{ ...untouched, values }}
          />
          <Select name="order" label="Sort by" items={orders} form={{ ...untouched, values }} />
        </Filter>
      </Layout>
    )
  },
})
