import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked } from '#platform/http/list-query.ts'
import { type RouteKey, routes } from '../route.ts'
import { sortKeys, type Tab, tabs } from './referrals.query.ts'

export const tabKeys = Object.keys(tabs) as [Tab, ...Tab[]]
const routeKeys = Object.keys(routes) as [RouteKey, ...RouteKey[]]

const usual = { sort: 'reference', direction: 'descending' } as const

/** What may stand behind the question mark of the list. */
export const listQuery = z.object({
  tab: z.enum(tabKeys).catch('sent'),
  search: z.string().max(100).optional().catch(undefined),
  route: z.enum(routeKeys).optional().catch(undefined),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof listQuery>

/** The same list with something changed. */
export const hrefOf = listHrefs<ListQuery>('/referrals', usual)

export const filterTags = (filter: ListQuery) =>
  [
    filter.search && {
      label: 'Search',
      text: filter.search,
      removeHref: hrefOf(filter, { search: undefined }),
    },
    filter.route && {
      label: 'Route',
      text: routes[filter.route],
      removeHref: hrefOf(filter, { route: undefined }),
    },
  ].filter(tag => typeof tag === 'object')
