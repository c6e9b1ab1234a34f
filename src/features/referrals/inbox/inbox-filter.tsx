import { z } from 'zod'
import { type FormState, Select, TextInput } from '#govuk/index.ts'
import { levels } from '#rules/finding.ts'
import { type RouteKey, routes } from '../route.ts'
import { sortKeys } from './inbox.query.ts'

const routeKeys = Object.keys(routes) as [RouteKey, ...RouteKey[]]
const optional = z.string().max(100).optional().catch(undefined)

/** What may stand behind the question mark of the inbox. */
export const inboxQuery = z.object({
  search: optional,
  school: optional,
  route: z.enum(routeKeys).optional().catch(undefined),
  assigned: optional,
  level: z.enum(levels).optional().catch(undefined),
  sort: z.enum(sortKeys).catch('waiting'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
})
type Query = z.infer<typeof inboxQuery>

type Named = readonly { readonly id: string; readonly name: string }[]

const levelWords = {
  info: 'Anything to know',
  warning: 'To check, or worse',
  high: 'Stopped, or worse',
  breach: 'Not met, or worse',
  critical: 'Legal risk',
} as const

export const Filters = ({
  filter,
  schools,
  people,
}: {
  filter: Query
  schools: Named
  people: Named
}) => {
  const form = { values: filter as FormState['values'], errors: {} }
  return (
    <>
      <TextInput name="search" form={form} label="Name or reference" />
      <Select
        name="school"
        form={form}
        label="Referred by"
        items={[
          { value: '', text: 'Anyone' },
          ...schools.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select name="route" form={form} label="Route" items={{ '': 'Any', ...routes }} />
      <Select
        name="assigned"
        form={form}
        label="Owner"
        items={[
          { value: '', text: 'Anyone' },
          { value: 'nobody', text: 'Nobody yet' },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select name="level" form={form} label="Findings" items={{ '': 'Any', ...levelWords }} />
      <Select
        name="sort"
        form={form}
        label="Sort by"
        items={{
          waiting: 'Days waiting',
          sent: 'Day sent',
          name: 'Child',
          school: 'Referred by',
          route: 'Route',
        }}
      />
      <Select
        name="direction"
        form={form}
        label="Order"
        items={{ descending: 'Highest or latest first', ascending: 'Lowest or earliest first' }}
      />
    </>
  )
}

/** The inbox, narrowed and sorted so. */
export function inboxHref(filter: Partial<Query>): string {
  const given = Object.entries(filter).filter((each): each is [string, string] => Boolean(each[1]))
  return `/inbox?${new URLSearchParams(given)}`
}

/** What the list is narrowed by, each with the way to take it off. */
export function filterTags(filter: Query, schools: Named, people: Named) {
  const nameIn = (list: Named, id: string) => list.find(each => each.id === id)?.name ?? id
  const without = (key: keyof Query) => inboxHref({ ...filter, [key]: undefined })
  return [
    filter.search && { label: 'Search', text: filter.search, removeHref: without('search') },
    filter.school && {
      label: 'Referred by',
      text: nameIn(schools, filter.school),
      removeHref: without('school'),
    },
    filter.route && {
      label: 'Route',
      text: routes[filter.route],
      removeHref: without('route'),
    },
    filter.assigned && {
      label: 'Owner',
      text: filter.assigned === 'nobody' ? 'Nobody yet' : nameIn(people, filter.assigned),
      removeHref: without('assigned'),
    },
    filter.level && {
      label: 'Findings',
      text: levelWords[filter.level],
      removeHref: without('level'),
    },
  ].filter(tag => typeof tag === 'object')
}
