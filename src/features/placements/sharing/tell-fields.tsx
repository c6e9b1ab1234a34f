import { Checkboxes, type FormState, SummaryList, TextArea } from '#govuk/index.ts'
import { choices, optionalText, text } from '#platform/forms.ts'
import { alwaysTold, type Releasable, type WrittenField, writtenFields } from './released-fields.ts'
import { shownValue } from './released-view.tsx'

/** What is asked wherever something is told to a provider. */
export const tellShape = (fields: readonly Releasable[]) => ({
  told: choices(fields.map(({ key }) => key) as [string, ...string[]]),
  risks: optionalText({ most: 2000 }),
  health: optionalText({ most: 2000 }),
  helps: optionalText({ most: 2000 }),
  emergency: optionalText({ most: 500 }),
  why: text('Say why the provider needs to know this', { most: 2000 }),
  withheld: optionalText({ most: 2000 }),
})

/** What was chosen from the record, and what was written, as it is told today. */
export function chosenFields(
  fields: readonly Releasable[],
  answers: { readonly told: readonly string[] } & Readonly<Record<WrittenField, string | null>>,
): Releasable[] {
  const chosen = new Set<string>([...alwaysTold, ...answers.told])
  const written = (Object.keys(writtenFields) as WrittenField[]).flatMap(key => {
    const value = answers[key]
    return value ? [{ key, label: writtenFields[key], value }] : []
  })
  return [...fields.filter(({ key }) => chosen.has(key)), ...written]
}

export const TellFields = ({
  fields,
  form,
}: {
  fields: readonly Releasable[]
  form: FormState
}) => (
  <>
    <h2 class="govuk-heading-m">What the provider is told</h2>
    <SummaryList
      rows={fields
        .filter(({ key }) => isAlwaysTold(key))
        .map(each => ({ key: each.label, value: shownValue(each.key, each.value) }))}
    />
    <Checkboxes
      name="told"
      label="What else does it need to know from the record?"
      hint="Choose only what it needs. It is told as it stands today"
      form={form}
      items={fields
        .filter(({ key }) => !isAlwaysTold(key))
        .map(each => ({
          value: each.key,
          label: `${each.label}: ${shownValue(each.key, each.value)}`,
        }))}
    />
    {(Object.keys(writtenFields) as WrittenField[]).map(key => (
      <TextArea name={key} label={`${writtenFields[key]} (optional)`} rows={3} form={form} />
    ))}
    <TextArea name="why" label="Why does the provider need to know this?" rows={2} form={form} />
    <TextArea
      name="withheld"
      label="What did you decide not to share, and why? (optional)"
      hint="Kept in the register of what was shared. The provider does not see it"
      rows={2}
      form={form}
    />
  </>
)

const isAlwaysTold = (key: string) => (alwaysTold as readonly string[]).includes(key)
