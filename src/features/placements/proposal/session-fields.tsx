import { z } from 'zod'
import { minuteOf } from '#domain/clock-time.ts'
import { Checkboxes, type FormState, Radios, Select, TextInput } from '#govuk/index.ts'
import { choices, optionalText } from '#platform/forms.ts'
import { keysOf, subjects, weekdays } from '../words.ts'
import type { PlannedSession } from './propose-placement.ts'
import { breakAnswer, clockAnswer } from './week-fields.tsx'

/** One stretch of the week, with everything that is kept of it. */
export const sessionSchema = z
  .object({
    weekday: z.enum(['1', '2', '3', '4', '5'], 'Choose the day'),
    inWeeks: z.enum(['every', 'A', 'B'], 'Choose in which weeks'),
    starts: clockAnswer('The start').refine(time => time !== null, 'Enter when it starts'),
    ends: clockAnswer('The end').refine(time => time !== null, 'Enter when it ends'),
    rest: breakAnswer('The break'),
    supervisedBy: optionalText({ most: 200 }),
    subjects: choices(keysOf(subjects)),
    travel: optionalText({ most: 500 }),
  })
  .superRefine(({ starts, ends, rest }, context) => {
    if (starts === null || ends === null) return
    const length = minuteOf(ends) - minuteOf(starts)
    if (length <= 0)
      context.addIssue({ code: 'custom', path: ['ends'], message: 'It must end after it starts' })
    else if (rest >= length)
      context.addIssue({
        code: 'custom',
        path: ['rest'],
        message: 'The break must be shorter than the session',
      })
  })

export const sessionOf = (
  answers: z.infer<typeof sessionSchema>,
): PlannedSession & { inWeeks: 'every' | 'A' | 'B' } => ({
  weekday: Number(answers.weekday),
  startsAt: answers.starts ?? '',
  endsAt: answers.ends ?? '',
  breakMinutes: answers.rest,
  inWeeks: answers.inWeeks,
  supervisedBy: answers.supervisedBy,
  subjects: answers.subjects,
  travel: answers.travel,
})

export const SessionFields = ({ form }: { form: FormState }) => (
  <>
    <Select
      name="weekday"
      label="Day"
      blank="Choose a day"
      items={Object.fromEntries(weekdays.map((name, at) => [String(at + 1), name]))}
      form={form}
    />
    <Radios
      name="inWeeks"
      label="In which weeks?"
      items={{ every: 'Every week', A: 'Week A only', B: 'Week B only' }}
      form={form}
      inline
    />
    <TextInput name="starts" label="From" hint="Like 09:30" width="5" form={form} />
    <TextInput name="ends" label="Until" width="5" form={form} />
    <TextInput
      name="rest"
      label="Break, in minutes (optional)"
      width="3"
      inputmode="numeric"
      form={form}
    />
    <TextInput name="supervisedBy" label="Who supervises the child? (optional)" form={form} />
    <Checkboxes
      name="subjects"
      label="What is taught? (optional)"
      items={subjects}
      form={form}
      small
    />
    <TextInput
      name="travel"
      label="How does the child get there and back? (optional)"
      form={form}
    />
  </>
)
