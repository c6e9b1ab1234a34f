import { z } from 'zod'
import { type RouteKey, routes } from '../route.ts'
import { sortKeys, type Tab, tabs } from './referrals.query.ts'

export const tabKeys = Object.keys(tabs) as [Tab, ...Tab[]]
const routeKeys = Object.keys(routes) as [RouteKey, ...RouteKey[]]

/** What may stand behind the question mark of the list. */
export const listQuery = z.object({
  tab: z.enum(tabKeys).catch('sent'),
  search: z.string().max(100).optional().catch(undefined),
  route: z.enum(routeKeys).optional().catch(undefined),
  sort: z.enum(sortKeys).catch('reference'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ListQuery = z.infer<typeof listQuery>

/** The list under other terms. */
export const hrefOf = (filter: ListQuery, path = '/referrals') => {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return `${path}?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`
}

export const filterTags = (filter: ListQuery) =>
  [
    filter.search && {
      label: 'Search',
      text: filter.search,
      removeHref: hrefOf({ ...filter, search: undefined, page: 1 }),
    },
    filter.route && {
      label: 'Route',
      text: routes[filter.route],
      removeHref: hrefOf({ ...filter, route: undefined, page: 1 }),
    },
  ].filter(tag => typeof tag === 'object')
