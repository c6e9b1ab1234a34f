import { z } from 'zod'
import { localAuthorities } from '#domain/codes/local-authority.ts'
import { sendNeeds } from '#domain/codes/send-need.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type FormState, Radios, Select, TextInput } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { authorityChoice, optionalChoice } from '../answers.ts'
import { specialNeedsWords } from '../words.ts'

export const needsAsked = {
  status: z.enum(['none', 'sen-support', 'ehcp'], 'Choose the status'),
  maintainingAuthority: authorityChoice(),
  primaryNeed: optionalChoice(sendNeeds.keys),
  secondaryNeed: optionalChoice(sendNeeds.keys),
  source: text('Enter where this is known from', { most: 200 }),
}

export const NeedsFields = ({ form, today }: { form: FormState; today: IsoDate }) => (
  <>
    <Radios
      name="status"
      label="Status"
      labelSize="s"
      form={form}
      items={Object.entries(specialNeedsWords).map(([value, label]) => ({
        value,
        label,
        conditional:
          value === 'ehcp' ? (
            <Select
              name="maintainingAuthority"
              label="Which authority maintains the plan?"
              hint="It need not be the authority where the child lives or goes to school"
              blank="Not known"
              form={form}
              items={localAuthorities
                .on(today)
                .map(({ key, name }) => ({ value: key, text: name }))}
            />
          ) : undefined,
      }))}
    />
    <NeedSelect name="primaryNeed" label="Primary need" form={form} />
    <NeedSelect name="secondaryNeed" label="Secondary need" form={form} />
    <TextInput
      name="source"
      label="Where is this known from?"
      hint="For example, the school’s SEN register, or SENA’s letter of 3 March"
      form={form}
    />
  </>
)

const NeedSelect = ({ name, label, form }: { name: string; label: string; form: FormState }) => (
  <Select
    name={name}
    label={label}
    blank="Not recorded"
    form={form}
    items={sendNeeds.all.map(({ key, name: words }) => ({ value: key, text: words }))}
  />
)
