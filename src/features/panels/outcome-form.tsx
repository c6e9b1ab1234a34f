import { z } from 'zod'
import { decisionCodes, services } from '#domain/codes/decision-code.ts'
import { DateInput, type FormState, Radios, Select, TextArea, TextInput } from '#govuk/index.ts'
import { optionalDay, optionalText, text } from '#platform/forms.ts'
import { needsOf, type Outcome } from './decide.ts'

const codes = decisionCodes.keys as [string, ...string[]]

/** What must be said of a decision, and what only for some: the code says what it needs. */
export const outcomeSchema = (schools: readonly { id: string }[], more: z.ZodRawShape = {}) =>
  z
    .object({
      code: z.enum(codes, 'Choose what was decided'),
      school: z
        .union([
          z.literal(''),
          z.enum(
            schools.map(({ id }) => id),
            'Choose a school from the list',
          ),
        ])
        .optional(),
      provision: optionalText({ most: 300 }),
      service: z.union([z.literal(''), z.enum(services.keys, 'Choose from the list')]).optional(),
      startOn: optionalDay('the start date'),
      reviewOn: optionalDay('the review date'),
      endOn: optionalDay('the end date'),
      reasons: text('Enter the panel’s reasons', { most: 4000 }),
      optionsConsidered: optionalText({ most: 4000 }),
      conditions: optionalText({ most: 2000 }),
      dissent: optionalText({ most: 2000 }),
      ...more,
    })
    .superRefine((answer, context) => {
      const needs = needsOf(answer.code as string)
      const missing = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (needs.includes('school') && !answer.school) missing('school', 'Choose the school')
      if (needs.includes('provider') && !answer.provision)
        missing('provision', 'Enter the provider')
      if (needs.includes('service') && !answer.service)
        missing('service', 'Choose where the case is referred')
      if (needs.includes('date') && !answer.startOn && !answer.reviewOn)
        missing('reviewOn', 'Enter a review date, or a start date')
      if (answer.startOn && answer.endOn && answer.endOn < answer.startOn)
        missing('endOn', 'The end date must be after the start date')
    })
export type OutcomeAnswers = z.infer<ReturnType<typeof outcomeSchema>>

export const outcomeOf = (answers: OutcomeAnswers): Outcome => ({
  code: answers.code,
  schoolId: answers.school || null,
  tier: null,
  provision: answers.provision,
  referTo: answers.service || null,
  reasons: answers.reasons,
  optionsConsidered: answers.optionsConsidered,
  conditions: answers.conditions,
  dissent: answers.dissent,
  startOn: answers.startOn,
  reviewOn: answers.reviewOn,
  endOn: answers.endOn,
})

/** The questions of a decision. Fair Access allocations are offered for Fair Access cases only, and the other way round. */
export function OutcomeFields({
  form,
  schools,
  fairAccess,
}: {
  form: FormState
  schools: readonly { id: string; name: string }[]
  fairAccess: boolean
}) {
  const offered = decisionCodes.all.filter(
    ({ key }) => fairAccess || !key.startsWith('fair-access'),
  )
  return (
    <>
      <Radios
        name="code"
        label="What did the panel decide?"
        form={form}
        small
        items={Object.fromEntries(offered.map(({ key, name }) => [key, name]))}
      />
      <Select
        name="school"
        label="School, if one was chosen"
        blank="No school"
        form={form}
        items={Object.fromEntries(schools.map(({ id, name }) => [id, name]))}
      />
      <TextInput name="provision" label="Provider or provision, if any" form={form} />
      <Select
        name="service"
        label="Referred to, if elsewhere"
        blank="Nowhere else"
        form={form}
        items={Object.fromEntries(services.all.map(({ key, name }) => [key, name]))}
      />
      <DateInput name="startOn" label="Start date, if there is one" form={form} />
      <DateInput name="reviewOn" label="Review date, if there is one" form={form} />
      <DateInput name="endOn" label="End date, if there is one" form={form} />
      <TextArea
        name="reasons"
        label="Reasons"
        hint="Told to the school and to Admissions"
        rows={5}
        form={form}
      />
      <TextArea
        name="optionsConsidered"
        label="Options considered (optional)"
        rows={3}
        form={form}
      />
      <TextArea name="conditions" label="Conditions (optional)" rows={3} form={form} />
      <TextArea
        name="dissent"
        label="Dissent, if a member asked for it to be minuted (optional)"
        rows={2}
        form={form}
      />
    </>
  )
}
