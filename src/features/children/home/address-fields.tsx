import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type FormState, Select, TextArea, TextInput } from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { authorityChoice, optionalChoice, optionalPostcode } from '../answers.ts'

export const placeAsked = (areas: readonly { id: string }[]) => ({
  street: optionalText({ most: 300 }),
  town: optionalText({ most: 100 }),
  postcode: optionalPostcode(),
  homeAuthority: authorityChoice(),
  homeArea: optionalChoice(areas.map(({ id }) => id)),
})

/** Something must be said of where it is: even “in Wales” is enough to know whose child it is. */
export const saysWhere = ({
  street,
  town,
  postcode,
  homeAuthority,
}: Record<'street' | 'town' | 'postcode' | 'homeAuthority', string | null>) =>
  Boolean(street || town || postcode || homeAuthority)

export const AddressFields = ({
  form,
  areas,
  today,
}: {
  form: FormState
  areas: readonly { id: string; name: string }[]
  today: IsoDate
}) => (
  <>
    <TextArea name="street" label="House name or number, and street" rows={2} form={form} />
    <TextInput name="town" label="Town or village" form={form} width="two-thirds" />
    <TextInput name="postcode" label="Postcode" form={form} width="10" spellcheck={false} />
    <Select
      name="homeAuthority"
      label="Home authority"
      hint="Leave it to be worked out from the postcode, unless you know it for certain"
      blank="Work it out from the postcode"
      form={form}
      items={localAuthorities.on(today).map(({ key, name }) => ({ value: key, text: name }))}
    />
    <Select
      name="homeArea"
      label="Home partnership area"
      blank="Work it out from the postcode"
      form={form}
      items={areas.map(({ id, name }) => ({ value: id, text: name }))}
    />
  </>
)
