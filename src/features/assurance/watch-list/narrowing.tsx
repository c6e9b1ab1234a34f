import { Select, untouched } from '#govuk/index.ts'
import { buyers, hrefOf, type ListQuery, optionsOf, shows } from './list.ts'
import type { Watched } from './watch.ts'

/** What the watch-list can be narrowed by. */
export const Narrowing = ({ all, query }: { all: readonly Watched[]; query: ListQuery }) => {
  const form = {
    ...untouched,
    values: {
      show: query.show,
      buyer: query.buyer,
      school: query.school,
      provider: query.provider,
    },
  }
  return (
    <>
      <Select name="show" label="Show" items={shows} form={form} />
      <Select name="buyer" label="Commissioner" blank="Any" items={buyers} form={form} />
      <Select
        name="school"
        label="School of roll"
        blank="Any"
        items={optionsOf(all, 'school_id', 'school')}
        form={form}
      />
      <Select
        name="provider"
        label="Provider"
        blank="Any"
        items={optionsOf(all, 'provider_id', 'provider')}
        form={form}
      />
    </>
  )
}

/** What it is narrowed by now, each with the way to take it off. */
export const tagsOf = (all: readonly Watched[], query: ListQuery) => {
  const nameOf = (options: readonly { value: string; text: string }[], value: string) =>
    options.find(each => each.value === value)?.text ?? ''
  const without = (key: keyof ListQuery) => hrefOf(query, { [key]: undefined })
  return [
    ...(query.show === 'all'
      ? []
      : [{ label: 'Show', text: shows[query.show], removeHref: without('show') }]),
    ...(query.buyer
      ? [{ label: 'Commissioner', text: buyers[query.buyer], removeHref: without('buyer') }]
      : []),
    ...(query.school
      ? [
          {
            label: 'School of roll',
            text: nameOf(optionsOf(all, 'school_id', 'school'), query.school),
            removeHref: without('school'),
          },
        ]
      : []),
    ...(query.provider
      ? [
          {
            label: 'Provider',
            text: nameOf(optionsOf(all, 'provider_id', 'provider'), query.provider),
            removeHref: without('provider'),
          },
        ]
      : []),
  ]
}
