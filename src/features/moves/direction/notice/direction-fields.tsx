import { z } from 'zod'
import { minuteOf } from '#domain/clock-time.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { clockAnswer } from '#features/placements/index.ts'
import {
  DateInput,
  Fieldset,
  type FormState,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import {
  choice,
  day,
  dayAnswers,
  optionalDay,
  optionalPastDay,
  optionalText,
} from '#platform/forms.ts'
import { purposeKeys, purposes } from '../direction.ts'
import { missingContents } from './missing-contents.ts'
import type { DirectionAnswers } from './write-direction.ts'

/** Placements of the child that a direction may go with, by their names. */
export type PlacementChoices = Readonly<Record<string, string>>

const optionalNumber = z
  .string()
  .optional()
  .transform((typed, context): number | null => {
    const text = (typed ?? '').trim()
    if (text === '') return null
    if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 400) return Number(text)
    context.addIssue({ code: 'custom', message: 'The number of days must be from 1 to 400' })
    return z.NEVER
  })

/** What may be answered. A draft is saved with gaps; with `go` at “issue” each gap is named at its field. */
export const directionSchema = (placements: PlacementChoices, today: IsoDate) =>
  z
    .object({
      purpose: choice(purposeKeys, 'Choose what the direction is for'),
      placementId: z
        .string()
        .optional()
        .transform(id => id || null)
        .refine(id => id === null || Object.hasOwn(placements, id), 'Choose from the list'),
      startOn: day('the first day off-site').refine(
        start => start >= addDays(today, -366),
        'The first day must be within the last year or in the future',
      ),
      endOn: optionalDay('the last day'),
      address: optionalText({ most: 500 }),
      reportTo: optionalText({ most: 200 }),
      numberOfDays: optionalNumber,
      reasons: optionalText({ most: 4000 }),
      objectives: optionalText({ most: 4000 }),
      sessions: z
        .enum(['', '1', '2'])
        .optional()
        .transform((answer): 1 | 2 | null => (answer === '1' ? 1 : answer === '2' ? 2 : null)),
      starts: clockAnswer('The start'),
      finishes: clockAnswer('The finish'),
      breakFrom: clockAnswer('The start of the break'),
      breakUntil: clockAnswer('The end of the break'),
      firstReviewOn: optionalDay('the first review'),
      consentOn: optionalPastDay('the day of the consent', today),
      go: z.enum(['save', 'issue']).catch('save').default('save'),
    })
    .superRefine((answers, context) => {
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (answers.endOn && answers.endOn < answers.startOn)
        say('endOn', 'The last day must not be before the first')
      if (answers.firstReviewOn && answers.firstReviewOn < answers.startOn)
        say('firstReviewOn', 'The first review must not be before the first day')
      inOrder(answers, say)
      if (answers.go === 'issue')
        for (const [field, words] of Object.entries(missingContents(answers))) say(field, words)
    })

function inOrder(
  { starts, finishes, breakFrom, breakUntil }: DirectionAnswers,
  say: (field: string, message: string) => void,
) {
  const before = (a: string | null, b: string | null) => !a || !b || minuteOf(a) < minuteOf(b)
  if (!before(starts, finishes)) say('finishes', 'The day must finish after it starts')
  else if (!before(breakFrom, breakUntil)) say('breakUntil', 'The break must end after it starts')
  else if (!before(starts, breakFrom) || !before(breakUntil, finishes))
    say('breakFrom', 'The break must be within the day')
}

/** The answers as the form shows them again. */
export const shownAnswers = (answers: DirectionAnswers): FormState['values'] => ({
  purpose: answers.purpose,
  placementId: answers.placementId ?? '',
  address: answers.address ?? '',
  reportTo: answers.reportTo ?? '',
  numberOfDays: answers.numberOfDays === null ? '' : String(answers.numberOfDays),
  reasons: answers.reasons ?? '',
  objectives: answers.objectives ?? '',
  sessions: answers.sessions === null ? '' : String(answers.sessions),
  starts: answers.starts ?? '',
  finishes: answers.finishes ?? '',
  breakFrom: answers.breakFrom ?? '',
  breakUntil: answers.breakUntil ?? '',
  ...dayAnswers('startOn', answers.startOn),
  ...dayAnswers('endOn', answers.endOn),
  ...dayAnswers('firstReviewOn', answers.firstReviewOn),
  ...dayAnswers('consentOn', answers.consentOn),
})

/** The questions of the notice, in the order in which it says them. */
export const DirectionFields = ({
  form,
  placements,
}: {
  form: FormState
  placements: PlacementChoices
}) => (
  <>
    <Radios
      name="purpose"
      label="What is the direction for?"
      hint="A school may direct only to improve behaviour. For anything else a parent must consent."
      items={purposes}
      form={form}
    />
    <DateInput name="consentOn" label="Day of a parent’s consent, if it is needed" form={form} />
    {Object.keys(placements).length > 0 && (
      <Select
        name="placementId"
        label="Which placement does it go with? (optional)"
        blank="None"
        items={placements}
        form={form}
      />
    )}
    <DateInput name="startOn" label="First day off-site" form={form} />
    <DateInput name="endOn" label="Last day" hint="A direction needs an end in sight" form={form} />
    <TextInput
      name="numberOfDays"
      label="Number of days"
      hint="How many school days the child is to attend there"
      width="3"
      inputmode="numeric"
      form={form}
    />
    <TextArea name="address" label="Address of the provision" rows={3} form={form} />
    <TextInput
      name="reportTo"
      label="Person to report to"
      hint="Name or post, as the child will ask for it"
      form={form}
    />
    <TextArea name="reasons" label="Reasons for the direction" rows={4} form={form} />
    <TextArea
      name="objectives"
      label="Objectives of the direction"
      hint="What should be different at the end of it"
      rows={4}
      form={form}
    />
    <Fieldset legend="Times of the sessions" name="times">
      <Radios
        name="sessions"
        label="How many sessions a day?"
        items={{ '2': 'Two: morning and afternoon', '1': 'One' }}
        form={form}
      />
      <TextInput name="starts" label="The day starts at" hint="Like 09:30" width="5" form={form} />
      <TextInput name="breakFrom" label="Break from (two sessions)" width="5" form={form} />
      <TextInput name="breakUntil" label="Break until (two sessions)" width="5" form={form} />
      <TextInput name="finishes" label="The day finishes at" width="5" form={form} />
    </Fieldset>
    <DateInput
      name="firstReviewOn"
      label="First review"
      hint="Onroll proposes 30 days after the first day. The law asks for intervals that suit the child."
      form={form}
    />
  </>
)
