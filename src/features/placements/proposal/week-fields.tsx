import { z } from 'zod'
import { asClockTime, type ClockTime, minuteOf } from '#domain/clock-time.ts'
import { Checkboxes, type FormState, TextInput } from '#govuk/index.ts'
import { choices } from '#platform/forms.ts'
import { weekdays } from '../words.ts'
import type { PlannedSession } from './propose-placement.ts'

const days = ['1', '2', '3', '4', '5'] as const
/** A break as people type it; empty is none. */
export const breakAnswer = (thing: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): number => {
      const text = (typed ?? '').trim()
      if (text === '') return 0
      if (/^\d{1,3}$/.test(text) && Number(text) <= 240) return Number(text)
      context.addIssue({
        code: 'custom',
        message: `${thing} must be a number of minutes up to 240`,
      })
      return z.NEVER
    })

/** A time as people type it; empty is no time. */
export const clockAnswer = (thing: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): ClockTime | null => {
      if (!typed?.trim()) return null
      const time = asClockTime(typed)
      if (time) return time
      context.addIssue({ code: 'custom', message: `${thing} must be a time, like 09:30` })
      return z.NEVER
    })

/** One stretch for each weekday: the usual week of a placement. Other shapes are drawn on the page of the week. */
export const weekShape = {
  days: choices(days).refine(chosen => chosen.length > 0, 'Choose at least one day'),
  ...Object.fromEntries(
    days.flatMap((day, at) => [
      [`starts${day}`, clockAnswer(`The start on ${weekdays[at]}`)],
      [`ends${day}`, clockAnswer(`The end on ${weekdays[at]}`)],
      [`break${day}`, breakAnswer(`The break on ${weekdays[at]}`)],
    ]),
  ),
} as WeekShape

type Day = (typeof days)[number]
type WeekShape = { days: z.ZodType<Day[]> } & {
  [Name in `starts${Day}` | `ends${Day}`]: z.ZodType<ClockTime | null>
} & { [Name in `break${Day}`]: z.ZodType<number> }

type WeekAnswers = { readonly days: readonly string[] } & Readonly<Record<string, unknown>>

/** Says at the field what is missing or in the wrong order. */
export function checkWeek(answers: WeekAnswers, context: z.RefinementCtx) {
  const say = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  for (const day of answers.days) {
    const [start, end] = [answers[`starts${day}`], answers[`ends${day}`]]
    const name = weekdays[Number(day) - 1]
    if (!start) say(`starts${day}`, `Enter when ${name} starts`)
    if (!end) say(`ends${day}`, `Enter when ${name} ends`)
    if (typeof start === 'string' && typeof end === 'string') {
      const length = minuteOf(end) - minuteOf(start)
      if (length <= 0) say(`ends${day}`, `${name} must end after it starts`)
      else if (length <= Number(answers[`break${day}`] ?? 0))
        say(`break${day}`, `The break on ${name} must be shorter than the session`)
    }
  }
}

export const sessionsIn = (answers: WeekAnswers): PlannedSession[] =>
  answers.days.map(day => ({
    weekday: Number(day),
    startsAt: String(answers[`starts${day}`]),
    endsAt: String(answers[`ends${day}`]),
    breakMinutes: Number(answers[`break${day}`] ?? 0),
  }))

/** A week as the answers of its fields. */
export const weekAnswers = (
  sessions: readonly {
    weekday: number
    starts_at: string
    ends_at: string
    break_minutes: number
  }[],
): FormState['values'] => ({
  days: sessions.map(({ weekday }) => String(weekday)),
  ...Object.fromEntries(
    sessions.flatMap(each => [
      [`starts${each.weekday}`, each.starts_at.slice(0, 5)],
      [`ends${each.weekday}`, each.ends_at.slice(0, 5)],
      [`break${each.weekday}`, String(each.break_minutes)],
    ]),
  ),
})

export const WeekFields = ({ form }: { form: FormState }) => (
  <Checkboxes
    name="days"
    label="On which days?"
    hint="Write times like 09:30"
    form={form}
    items={days.map((value, at) => ({
      value,
      label: weekdays[at] ?? '',
      conditional: (
        <>
          <TextInput name={`starts${value}`} label={`${weekdays[at]} from`} width="5" form={form} />
          <TextInput name={`ends${value}`} label={`${weekdays[at]} until`} width="5" form={form} />
          <TextInput
            name={`break${value}`}
            label={`Break on ${weekdays[at]}, in minutes (optional)`}
            width="3"
            inputmode="numeric"
            form={form}
          />
        </>
      ),
    }))}
  />
)
