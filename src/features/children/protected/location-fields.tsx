import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { DateInput, type FormState, TextArea, TextInput } from '#govuk/index.ts'
import { optionalText, pastDay } from '#platform/forms.ts'
import { optionalPostcode, optionalTelephone } from '../answers.ts'

export const locationSchema = (today: IsoDate) =>
  z
    .object({
      place: optionalText({ most: 200 }),
      street: optionalText({ most: 300 }),
      town: optionalText({ most: 100 }),
      postcode: optionalPostcode(),
      telephone: optionalTelephone(),
      note: optionalText({ most: 1000 }),
      fromOn: pastDay('the day from which the child is there', today),
    })
    .refine(({ place, street, postcode }) => place || street || postcode, {
      path: ['street'],
      error: 'Enter a place, a street or a postcode',
    })

export const LocationFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput
      name="place"
      label="Name of the place, if it has one"
      form={form}
      autocomplete="off"
    />
    <TextArea name="street" label="House name or number, and street" rows={2} form={form} />
    <TextInput
      name="town"
      label="Town or village"
      form={form}
      width="two-thirds"
      autocomplete="off"
    />
    <TextInput
      name="postcode"
      label="Postcode"
      hint="By it Onroll recognises the address wherever else somebody writes it, and refuses it there"
      form={form}
      width="10"
      autocomplete="off"
    />
    <TextInput name="telephone" label="Telephone there" form={form} width="20" autocomplete="off" />
    <TextArea name="note" label="What else the school must know" rows={3} form={form} />
    <DateInput name="fromOn" label="There since" labelSize="s" form={form} />
  </>
)
