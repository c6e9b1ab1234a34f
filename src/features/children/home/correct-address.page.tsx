import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay } from '#platform/forms.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { refuseProtected } from './address.ts'
import { AddressFields, placeAsked, saysWhere } from './address-fields.tsx'
import { addressesOf, partnerships, placeOf } from './home.query.ts'

/** A wrong address, or a home authority that the postcode does not tell (a house across the boundary). */
export const correctAddressPage = childForm({
  path: '/children/:child/home/:address/correct',
  section: 'home',
  permission: 'child.change',
  title: 'Correct an address',
  async load({ tx, params }, { child }) {
    const address = (await addressesOf(tx, child.id)).find(({ id }) => id === params.address)
    if (!address) throw new NotFound()
    return { address, areas: await partnerships(tx) }
  },
  schema: ({ areas }) =>
    z
      .object({
        ...placeAsked(areas),
        fromOn: day('the day from which the child lived there'),
        toOn: optionalDay('the last day'),
        reason: reasonForCorrection(),
      })
      .refine(saysWhere, {
        path: ['street'],
        error: 'Enter at least a town, a postcode or an authority',
      })
      .refine(({ fromOn, toOn }) => !toOn || toOn >= fromOn, {
        path: ['toOn'],
        error: 'The last day must be on or after the first',
      }),
  initial: ({ address }) => ({
    street: address.street ?? '',
    town: address.town ?? '',
    postcode: address.postcode ?? '',
    homeAuthority: address.homeAuthority ?? '',
    homeArea: address.homeAreaId ?? '',
    ...dayAnswers('fromOn', address.fromOn),
    ...dayAnswers('toOn', address.toOn),
  }),
  version: ({ address }) => address.version,
  fields: (form, { areas }, _subject, { today }) => (
    <>
      <AddressFields form={form} areas={areas} today={today} />
      <DateInput name="fromOn" label="Lived there from" labelSize="s" form={form} />
      <DateInput name="toOn" label="Until, if the child has moved" labelSize="s" form={form} />
      <TextInput
        name="reason"
        label="Why are you correcting this?"
        hint="For example, the house lies across the boundary"
        form={form}
      />
    </>
  ),
  saved: 'The address has been corrected',
  submit: async (visit, { address }, input, { child }) => {
    await refuseProtected(visit, child.id)
    const place = await placeOf(visit.tx, input.postcode)
    const authority = input.homeAuthority ?? place?.authority ?? null
    await correctRow(
      visit,
      'child_address',
      { id: address.id, childId: child.id, version: address.version },
      {
        street: input.street,
        town: input.town,
        postcode: input.postcode,
        from_on: input.fromOn,
        to_on: input.toOn,
        home_authority: authority,
        home_area_id: input.homeArea ?? (input.homeAuthority ? null : (place?.areaId ?? null)),
        ...sourceOf(authority, place?.authority, input.reason),
      },
      input.reason,
    )
    return undefined
  },
})

/** What a person says against the postcode is a correction, and its reason stands beside it. */
function sourceOf(authority: string | null, byPostcode: string | undefined, reason: string) {
  if (!authority) return { authority_source: 'not known', correction_reason: null }
  if (authority === byPostcode) return { authority_source: 'postcode', correction_reason: null }
  return { authority_source: 'corrected', correction_reason: reason }
}
