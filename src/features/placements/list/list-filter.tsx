import { Select, TextInput } from '#govuk/index.ts'
import { routes } from '../words.ts'
import { type ListQuery, listHref } from './list.query.ts'

/** By what the list of placements can be narrowed, and what it is narrowed by. */
export const nothing = { q: '', whose: '', route: '' } as const
const whoseWords = { ours: 'We keep', others: 'Others keep' } as const

export const isNarrowed = ({ q, whose, route }: ListQuery) =>
  q !== '' || whose !== '' || route !== ''

export const tagsOf = (query: ListQuery) => [
  ...(query.q ? [{ label: 'Search', text: query.q, removeHref: listHref(query, { q: '' }) }] : []),
  ...(query.whose
    ? [
        {
          label: 'Who keeps it',
          text: whoseWords[query.whose],
          removeHref: listHref(query, { whose: '' }),
        },
      ]
    : []),
  ...(query.route
    ? [
        {
          label: 'Route',
          text: routes[query.route],
          removeHref: listHref(query, { route: '' }),
        },
      ]
    : []),
]

export const FilterFields = ({ query }: { query: ListQuery }) => {
  const form = { values: { ...query, page: '' }, errors: {} }
  return (
    <>
      <TextInput
        name="q"
        label="Child, provider or reference"
        hint="A name, or like P-1039"
        form={form}
      />
      <Select
        name="whose"
        label="Who keeps it"
        blank="Everybody"
        items={{ ours: 'We do', others: 'Another school or partnership' }}
        form={form}
      />
      <Select name="route" label="Route" blank="Every route" items={routes} form={form} />
    </>
  )
}
