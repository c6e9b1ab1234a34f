import { z } from 'zod'
import { DateInput } from '#govuk/index.ts'
import { pastDay } from '#platform/forms.ts'
import { childForm } from '../record/child-page.tsx'
import { setAddress } from './address.ts'
import { AddressFields, placeAsked, saysWhere } from './address-fields.tsx'
import { partnerships } from './home.query.ts'

export const newAddressPage = childForm({
  path: '/children/:child/home/new',
  section: 'home',
  permission: 'child.change',
  title: 'Where does the child live?',
  load: ({ tx }) => partnerships(tx),
  schema: (areas, _subject, today) =>
    z
      .object({
        ...placeAsked(areas),
        fromOn: pastDay('the day from which the child lives there', today),
      })
      .refine(saysWhere, {
        path: ['street'],
        error: 'Enter at least a town, a postcode or an authority',
      }),
  fields: (form, areas, _subject, { today }) => (
    <>
      <AddressFields form={form} areas={areas} today={today} />
      <DateInput name="fromOn" label="Lives there since" labelSize="s" form={form} />
    </>
  ),
  saved: 'The address has been recorded',
  submit: async (visit, _areas, { homeArea, ...input }, { child }) => {
    await setAddress(visit, { childId: child.id, homeAreaId: homeArea, ...input })
    return undefined
  },
})
