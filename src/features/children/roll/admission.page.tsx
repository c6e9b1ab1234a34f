import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, type FormState, Radios, Select, TextInput } from '#govuk/index.ts'
import { dayAnswers, optionalDay, pastDay } from '#platform/forms.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { outcomeWords } from '../words.ts'
import { recordAdmission } from './admissions.ts'
import { admissionsOf } from './roll.query.ts'
import { openSchools } from './schools.query.ts'

const asked = (today: IsoDate) => ({
  appliedOn: pastDay('the day of the application', today),
  outcome: z.enum(['offered', 'refused', 'withdrawn', 'none']).optional(),
  outcomeOn: optionalDay('the day of the outcome'),
  completedOn: optionalDay('the day on which the admission was complete'),
})

const outcomeFrom = (answer: 'offered' | 'refused' | 'withdrawn' | 'none' | undefined) =>
  answer === undefined || answer === 'none' ? null : answer

export const addAdmissionPage = childForm({
  path: '/children/:child/admissions/add',
  section: 'roll',
  permission: 'child.admission',
  title: 'Record an application for a place',
  load: ({ tx }) => openSchools(tx),
  schema: (schools, _subject, today) =>
    z.object({
      school: z
        .string('Choose a school')
        .refine(id => schools.some(school => school.id === id), 'Choose a school'),
      ...asked(today),
    }),
  fields: (form, schools) => (
    <>
      <Select
        name="school"
        label="School applied for"
        blank="Choose a school"
        form={form}
        items={schools.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <AdmissionFields form={form} />
    </>
  ),
  saved: 'The application has been recorded',
  submit: async (visit, _schools, { school, outcome, ...dates }, { child }) => {
    await recordAdmission(visit, {
      childId: child.id,
      schoolId: school,
      outcome: outcomeFrom(outcome),
      ...dates,
    })
    return undefined
  },
})

export const changeAdmissionPage = childForm({
  path: '/children/:child/admissions/:admission',
  section: 'roll',
  permission: 'child.admission',
  async load({ tx, params }, { child }) {
    const found = (await admissionsOf(tx, child.id)).find(({ id }) => id === params.admission)
    if (!found) throw new NotFound()
    return found
  },
  title: admission => `Application to ${admission.school}`,
  schema: (_admission, _subject, today) =>
    z.object({ ...asked(today), reason: reasonForCorrection() }),
  initial: admission => ({
    ...dayAnswers('appliedOn', admission.appliedOn),
    ...dayAnswers('outcomeOn', admission.outcomeOn),
    ...dayAnswers('completedOn', admission.completedOn),
    outcome: admission.outcome ?? 'none',
  }),
  version: admission => admission.version,
  fields: form => (
    <>
      <AdmissionFields form={form} />
      <TextInput name="reason" label="What has changed, or was wrong?" form={form} />
    </>
  ),
  saved: 'The application has been changed',
  submit: async (visit, { id, version }, input, { child }) => {
    await correctRow(
      visit,
      'admission',
      { id, childId: child.id, version },
      {
        applied_on: input.appliedOn,
        outcome: outcomeFrom(input.outcome),
        outcome_on: input.outcomeOn,
        completed_on: input.completedOn,
      },
      input.reason,
    )
    return undefined
  },
})

const AdmissionFields = ({ form }: { form: FormState }) => (
  <>
    <DateInput name="appliedOn" label="Applied on" labelSize="s" form={form} />
    <Radios
      name="outcome"
      label="Outcome"
      labelSize="s"
      form={form}
      small
      items={{ ...outcomeWords, none: 'Not known yet' }}
    />
    <DateInput
      name="outcomeOn"
      label="Day of the outcome, if there is one"
      labelSize="s"
      form={form}
    />
    <DateInput
      name="completedOn"
      label="Day on which the admission was complete, if it is"
      labelSize="s"
      form={form}
    />
  </>
)
