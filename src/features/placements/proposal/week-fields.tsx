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

type Day = (typeof days)[number]
/** The usual week; or the second of two that alternate, beside it on the same form. */
type OfWeek = '' | 'B'
type WeekShape<Week extends OfWeek> = { [Name in `days${Week}`]: z.ZodType<Day[]> } & {
  [Name in `starts${Week}${Day}` | `ends${Week}${Day}`]: z.ZodType<ClockTime | null>
} & { [Name in `break${Week}${Day}`]: z.ZodType<number> }

const timesOf = (week: OfWeek) =>
  Object.fromEntries(
    days.flatMap((day, at) => [
      [`starts${week}${day}`, clockAnswer(`The start on ${dayName(at, week)}`)],
      [`ends${week}${day}`, clockAnswer(`The end on ${dayName(at, week)}`)],
      [`break${week}${day}`, breakAnswer(`The break on ${dayName(at, week)}`)],
    ]),
  )

const dayName = (at: number, week: OfWeek) => `${weekdays[at]}${week ? ` in week ${week}` : ''}`

/** One stretch for each weekday: the usual week of a placement. Other shapes are drawn on the page of the week. */
export const weekShape = {
  days: choices(days).refine(chosen => chosen.length > 0, 'Choose at least one day'),
  ...timesOf(''),
} as WeekShape<''>

/** The same of week B, where it is another week; it may be empty. */
export const weekBShape = { daysB: choices(days), ...timesOf('B') } as WeekShape<'B'>

type WeekAnswers = { readonly days: readonly string[] } & Readonly<Record<string, unknown>>

const chosenIn = (answers: WeekAnswers, week: OfWeek): readonly string[] => {
  const chosen = answers[`days${week}`]
  return Array.isArray(chosen) ? chosen.map(String) : []
}

/** Says at the field what is missing or in the wrong order. */
export function checkWeek(answers: WeekAnswers, context: z.RefinementCtx, week: OfWeek = '') {
  const say = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  for (const day of chosenIn(answers, week)) {
    const of = `${week}${day}`
    const [start, end] = [answers[`starts${of}`], answers[`ends${of}`]]
    const name = dayName(Number(day) - 1, week)
    if (!start) say(`starts${of}`, `Enter when ${name} starts`)
    if (!end) say(`ends${of}`, `Enter when ${name} ends`)
    if (typeof start === 'string' && typeof end === 'string') {
      const length = minuteOf(end) - minuteOf(start)
      if (length <= 0) say(`ends${of}`, `${name} must end after it starts`)
      else if (length <= Number(answers[`break${of}`] ?? 0))
        say(`break${of}`, `The break on ${name} must be shorter than the session`)
    }
  }
}

export const sessionsIn = (answers: WeekAnswers, week: OfWeek = ''): WeekSession[] =>
  chosenIn(answers, week).map(day => ({
    weekday: Number(day),
    startsAt: String(answers[`starts${week}${day}`]),
    endsAt: String(answers[`ends${week}${day}`]),
    breakMinutes: Number(answers[`break${week}${day}`] ?? 0),
    inWeeks: 'every',
  }))

export type WeekSession = PlannedSession & Required<Pick<PlannedSession, 'inWeeks'>>

interface Held {
  readonly weekday: number
  readonly starts_at: string
  readonly ends_at: string
  readonly break_minutes: number
}

/** A week as the answers of its fields. */
export const weekAnswers = (sessions: readonly Held[], week: OfWeek = ''): FormState['values'] => ({
  [`days${week}`]: sessions.map(({ weekday }) => String(weekday)),
  ...Object.fromEntries(
    sessions.flatMap(each => [
      [`starts${week}${each.weekday}`, each.starts_at.slice(0, 5)],
      [`ends${week}${each.weekday}`, each.ends_at.slice(0, 5)],
      [`break${week}${each.weekday}`, String(each.break_minutes)],
    ]),
  ),
})

export const WeekFields = ({
  form,
  week = '',
  label = 'On which days?',
}: {
  form: FormState
  week?: OfWeek
  label?: string
}) => (
  <Checkboxes
    name={`days${week}`}
    label={label}
    hint="Write times like 09:30"
    form={form}
    items={days.map((value, at) => ({
      value,
      label: dayName(at, week),
      conditional: (
        <>
          <TextInput
            name={`starts${week}${value}`}
            label={`${dayName(at, week)} from`}
            width="5"
            form={form}
          />
          <TextInput
            name={`ends${week}${value}`}
            label={`${dayName(at, week)} until`}
            width="5"
            form={form}
          />
          <TextInput
            name={`break${week}${value}`}
            label={`Break on ${dayName(at, week)}, in minutes (optional)`}
            width="3"
            inputmode="numeric"
            form={form}
          />
        </>
      ),
    }))}
  />
)
