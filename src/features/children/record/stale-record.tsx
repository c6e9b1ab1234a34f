import { type FormState, StaleAnswers } from '#govuk/index.ts'

/** Both texts, when somebody else saved the record meanwhile. Fields are called by their own names in words. */
export const StaleRecord = ({ form }: { form: FormState }) => (
  <StaleAnswers
    form={form}
    labels={Object.fromEntries(
      Object.keys(form.stale?.saved ?? {}).map(name => [name, inWords(name)]),
    )}
  />
)

const called: Readonly<Record<string, string>> = {
  upn: 'UPN',
  uln: 'ULN',
  toOn: 'Until',
  fromOn: 'From',
}

/** `birthDate-day` is “Birth date (day)”. */
function inWords(name: string): string {
  const [field = '', part] = name.split('-')
  const words = called[field] ?? field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  const label = `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
  return part ? `${label} (${part})` : label
}
