import { Checkboxes, DateInput, type FormState, Radios, TextArea, TextInput } from '#govuk/index.ts'
import type { Field } from './fields.ts'

/** The form field of a question. */
export function FieldInput({
  field,
  form,
  alone = false,
}: {
  field: Field
  form: FormState
  /** The only question of the page: its label is the heading. */
  alone?: boolean
}) {
  const shared = {
    name: field.name,
    form,
    label: `${field.label}${field.missing ? '' : ' (optional)'}`,
    ...(field.hint ? { hint: field.hint } : {}),
    labelSize: 's',
    ...(alone ? { isPageHeading: true } : {}),
  } as const
  if (field.kind === 'text') return <TextArea {...shared} rows={field.rows ?? 5} />
  if (field.kind === 'choice') return <Radios {...shared} items={field.options ?? {}} />
  if (field.kind === 'day') return <DateInput {...shared} />
  if (field.kind === 'tick')
    return (
      <Checkboxes
        name={field.name}
        form={form}
        label={<span class="govuk-visually-hidden">{field.label}</span>}
        items={{ yes: field.label }}
      />
    )
  if (field.kind === 'number')
    return <TextInput {...shared} width="4" inputmode="numeric" spellcheck={false} />
  if (field.kind === 'school-year') return <TextInput {...shared} width="5" spellcheck={false} />
  return <TextInput {...shared} />
}
