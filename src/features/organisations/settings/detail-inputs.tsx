import { type FormState, TextInput } from '#govuk/index.ts'
import type { OrganisationKind } from '../organisation.ts'
import { type DetailName, detailFields, detailsOfKind } from './detail-fields.ts'

// Browsers offer the reader's own address for fields of these names; these are an organisation's.
const notTheReaders = 'off'

export const DetailInputs = ({ kind, form }: { kind: OrganisationKind; form: FormState }) => (
  <>
    {detailsOfKind[kind].map(name => (
      <DetailInput name={name} form={form} />
    ))}
  </>
)

function DetailInput({ name, form }: { name: DetailName; form: FormState }) {
  const {
    schema: _,
    ...field
  }: (typeof detailFields)[DetailName] & {
    hint?: string
    type?: 'email' | 'tel' | 'url'
  } = detailFields[name]
  return (
    <TextInput
      form={form}
      name={name}
      label={field.label}
      hint={field.hint}
      width={field.width}
      type={field.type}
      autocomplete={notTheReaders}
    />
  )
}
