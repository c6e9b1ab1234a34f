import { z } from 'zod'
import { asEmailAddress } from '#domain/email-address.ts'
import {
  Checkboxes,
  DateInput,
  Fieldset,
  type FormState,
  Radios,
  Select,
  TextInput,
} from '#govuk/index.ts'
import {
  choice,
  day,
  dayAnswers,
  optionalDay,
  optionalText,
  text,
  ticked,
} from '#platform/forms.ts'
import type { PersonDetails } from './keep-people.ts'
import type { Person } from './people.query.ts'
import { checkKinds, maskedNumber, personRoles } from './person.ts'

const keys = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.keys(words) as [T, ...T[]]

export const personSchema = z
  .object({
    name: text('Enter the name', { most: 200 }),
    role: choice(keys(personRoles), 'Say what the person is'),
    worksAs: optionalText({ most: 200 }),
    inSeniorLeadership: ticked(),
    email: optionalText({ most: 254 }).refine(
      typed => typed === null || asEmailAddress(typed) !== undefined,
      'Enter an email address in the right form, like name@example.com',
    ),
    telephone: optionalText({ most: 40 }),
    firstAider: ticked(),
    regulatedActivity: ticked(),
    checkKind: z
      .enum(keys(checkKinds))
      .or(z.literal('').transform(() => null))
      .optional(),
    checkedOn: optionalDay('the day of the check'),
    checkNumber: optionalText({ most: 40 }),
    updateService: ticked(),
    referencesSeenOn: optionalDay('the day'),
    rightToWorkSeenOn: optionalDay('the day'),
    qualificationsSeenOn: optionalDay('the day'),
    fromOn: day('the day on which the person began'),
    toOn: optionalDay('the last day'),
  })
  .refine(it => !it.checkKind || it.checkedOn, {
    path: ['checkedOn'],
    message: 'Enter the day of the check',
  })
  .refine(it => it.toOn === null || it.toOn >= it.fromOn, {
    path: ['toOn'],
    message: 'The last day must be the first day or later',
  })
  .transform(({ checkKind, ...it }): PersonDetails => ({ ...it, checkKind: checkKind ?? null }))

export const answersOf = (person: Person): FormState['values'] => ({
  name: person.name,
  role: person.role,
  worksAs: person.works_as ?? '',
  ...(person.in_senior_leadership ? { inSeniorLeadership: 'yes' } : {}),
  email: person.email ?? '',
  telephone: person.telephone ?? '',
  ...(person.first_aider ? { firstAider: 'yes' } : {}),
  ...(person.regulated_activity ? { regulatedActivity: 'yes' } : {}),
  checkKind: person.check_kind ?? '',
  ...dayAnswers('checkedOn', person.checked_on),
  ...(person.update_service ? { updateService: 'yes' } : {}),
  ...dayAnswers('referencesSeenOn', person.references_seen_on),
  ...dayAnswers('rightToWorkSeenOn', person.right_to_work_seen_on),
  ...dayAnswers('qualificationsSeenOn', person.qualifications_seen_on),
  ...dayAnswers('fromOn', person.from_on),
  ...dayAnswers('toOn', person.to_on),
})

const Tick = ({ form, name, label }: { form: FormState; name: string; label: string }) => (
  <Checkboxes form={form} name={name} label={label} items={{ yes: 'Yes' }} small />
)

export const PersonFields = ({
  form,
  numberEnd,
}: {
  form: FormState
  /** What is kept of the check’s number; undefined for somebody new. */
  numberEnd?: string | null
}) => (
  <>
    <TextInput form={form} name="name" label="Name" autocomplete="off" />
    <Radios form={form} name="role" label="What are they?" items={personRoles} small />
    <Tick form={form} name="inSeniorLeadership" label="Do they belong to the senior team?" />
    <TextInput form={form} name="worksAs" label="What do they do? (optional)" autocomplete="off" />
    <TextInput
      form={form}
      name="email"
      label="Email (optional)"
      hint="Of a safeguarding lead or deputy, commissioners read it"
      type="email"
      autocomplete="off"
    />
    <TextInput
      form={form}
      name="telephone"
      label="Telephone (optional)"
      type="tel"
      autocomplete="off"
    />
    <Tick form={form} name="firstAider" label="Are they a first-aider?" />
    <Fieldset name="checks" legend="Checks">
      <Tick form={form} name="regulatedActivity" label="Are they in regulated activity?" />
      <Select
        form={form}
        name="checkKind"
        label="Disclosure and barring check"
        blank="None yet"
        items={checkKinds}
      />
      <DateInput form={form} name="checkedOn" label="Day of the check (optional)" />
      <TextInput
        form={form}
        name="checkNumber"
        label="Number of the check (optional)"
        hint={
          numberEnd === undefined
            ? 'Only the last three characters are kept'
            : `Kept now: ${maskedNumber(numberEnd)}. Leave it empty to keep that.`
        }
        width="20"
        autocomplete="off"
        spellcheck={false}
      />
      <Tick form={form} name="updateService" label="Are they on the update service?" />
      <DateInput form={form} name="referencesSeenOn" label="References seen on (optional)" />
      <DateInput form={form} name="rightToWorkSeenOn" label="Right to work seen on (optional)" />
      <DateInput
        form={form}
        name="qualificationsSeenOn"
        label="Qualifications seen on (optional)"
      />
    </Fieldset>
    <DateInput form={form} name="fromOn" label="When did they begin?" />
    <DateInput form={form} name="toOn" label="When was their last day? (optional)" />
  </>
)
