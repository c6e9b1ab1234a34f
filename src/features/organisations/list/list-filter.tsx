import { type FilterTag, Select, TextInput } from '#govuk/index.ts'
import { type ListQuery, listHref } from './list-query.ts'
import type { listChoices } from './organisations.query.ts'

export type Choices = Awaited<ReturnType<typeof listChoices>>

const stateWords = { open: 'Open', closed: 'Closed', all: 'Open and closed' } as const

/** What the list can be narrowed by; schools by more than the others. */
export function ListFields({ query, choices }: { query: ListQuery; choices: Choices }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      {query.kind !== 'school' && <input type="hidden" name="kind" value={query.kind} />}
      <TextInput
        form={form}
        name="q"
        type="search"
        label="Search"
        hint={query.kind === 'school' ? 'Name, town, URN or DfE number' : 'Name or town'}
      />
      {query.kind === 'school' && (
        <>
          <Select
            form={form}
            name="partnership"
            label="Partnership"
            blank="Any or none"
            items={[
              { value: 'none', text: 'In no partnership' },
              ...choices.partnerships.map(({ id, name, short_name }) => ({
                value: id,
                text: short_name ?? name,
              })),
            ]}
          />
          <Select
            form={form}
            name="type"
            label="Type"
            blank="Any type"
            items={choices.types.map(type => ({ value: type, text: type }))}
          />
        </>
      )}
      <Select form={form} name="state" label="Open or closed" items={stateWords} />
      {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
      {query.direction !== 'ascending' && (
        <input type="hidden" name="direction" value={query.direction} />
      )}
    </>
  )
}

export function listTags(query: ListQuery, { partnerships }: Choices): FilterTag[] {
  const named = partnerships.find(({ id }) => id === query.partnership)
  const tags: (FilterTag | false)[] = [
    query.q !== '' && {
      label: 'Search',
      text: query.q,
      removeHref: listHref(query, { q: '' }),
    },
    query.partnership !== '' && {
      label: 'Partnership',
      text: named?.short_name ?? named?.name ?? 'None',
      removeHref: listHref(query, { partnership: '' }),
    },
    query.type !== '' && {
      label: 'Type',
      text: query.type,
      removeHref: listHref(query, { type: '' }),
    },
    query.state !== 'open' && {
      label: 'State',
      text: stateWords[query.state],
      removeHref: listHref(query, { state: 'open' }),
    },
  ]
  return tags.filter(tag => tag !== false)
}
