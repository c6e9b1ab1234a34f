import { z } from 'zod'
import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type FormState, Radios, Select, TextInput } from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { authorityChoice } from '../answers.ts'
import { careWords } from '../words.ts'

export const careAsked = {
  status: z.enum(
    ['never-looked-after', 'looked-after', 'previously-looked-after'],
    'Choose the status',
  ),
  authority: authorityChoice(),
  socialWorker: optionalText({ most: 200 }),
  virtualSchoolContact: optionalText({ most: 200 }),
  placedInAuthority: authorityChoice(),
  source: text('Enter where this is known from', { most: 200 }),
}

export const CareFields = ({ form, today }: { form: FormState; today: IsoDate }) => (
  <>
    <Radios name="status" label="Status" labelSize="s" form={form} items={careWords} />
    <h2 class="govuk-heading-s">If the child is, or was, looked after</h2>
    <AuthoritySelect
      name="authority"
      label="By which authority?"
      hint="The authority that has care of the child, wherever the child lives"
      form={form}
      today={today}
    />
    <TextInput name="socialWorker" label="Social worker, and how to reach them" form={form} />
    <TextInput
      name="virtualSchoolContact"
      label="Contact at the Virtual School, and how to reach them"
      form={form}
    />
    <AuthoritySelect
      name="placedInAuthority"
      label="In which authority does the child live, if in another?"
      form={form}
      today={today}
    />
    <TextInput
      name="source"
      label="Where is this known from?"
      hint="For example, the social worker’s email of 3 March"
      form={form}
    />
  </>
)

const AuthoritySelect = ({
  today,
  ...field
}: {
  name: string
  label: string
  hint?: string
  form: FormState
  today: IsoDate
}) => (
  <Select
    {...field}
    blank="Not known"
    items={localAuthorities.on(today).map(({ key, name }) => ({ value: key, text: name }))}
  />
)
