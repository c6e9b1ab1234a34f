import { type ZodType, z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { severalLines } from '#domain/plain-text.ts'
import type { FormState } from '#govuk/form-state.ts'
import { hiddenFields } from '#govuk/page-context.ts'

export type Answers = Readonly<Record<string, string | readonly string[] | undefined>>

export type Checked<Input> = { ok: true; input: Input } | { ok: false; form: FormState }

/** The first message for each field, in the words of the schema and in the order of its fields. */
export function check<Input>(schema: ZodType<Input>, answers: Answers): Checked<Input> {
  const result = schema.safeParse(joinDates(answers))
  if (result.success) return { ok: true, input: result.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of result.error.issues) errors[path.join('-')] ??= message
  return { ok: false, form: { values: answers, errors } }
}

/** Names posted that the form does not have: somebody is trying something (mass assignment). */
export function unexpectedFields(schema: ZodType, answers: Answers): string[] {
  const known = fieldsOf(schema)
  if (!known) return []
  const fits = (name: string) =>
    known.has(name) || known.has(name.replace(/-(day|month|year)$/, '')) || hidden.has(name)
  return Object.keys(answers).filter(name => !fits(name))
}
const hidden = new Set<string>(Object.values(hiddenFields))

/** The names in a schema: of an object, or of all the objects that an answer may choose between. */
function fieldsOf(schema: ZodType): Set<string> | undefined {
  const {
    shape,
    options,
    in: input,
  } = schema as { def: unknown; shape?: object; options?: ZodType[]; in?: ZodType }
  if (shape) return new Set(Object.keys(shape))
  if (options) return new Set(options.flatMap(option => [...(fieldsOf(option) ?? [])]))
  return input ? fieldsOf(input) : undefined
}

/** Text as a person wrote it: NFC, without control characters; empty is no answer. */
export const text = (missing: string, { most = 5000 }: { most?: number } = {}) =>
  z
    .string(missing)
    .transform(severalLines)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer`),
    )

export const optionalText = ({ most = 5000 }: { most?: number } = {}) =>
  z
    .string()
    .optional()
    .transform(answer => severalLines(answer ?? '') || null)
    .pipe(
      z
        .string()
        .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer`)
        .nullable(),
    )

/** Text that the domain judges, in the domain's own words: what is wrong with it, and what it means. */
export const judged = <T>(
  whyNot: (typed: string) => string | undefined,
  as: (typed: string) => T | undefined,
) =>
  z
    .string()
    .optional()
    .transform((typed, context): T => {
      const value = as(typed ?? '')
      if (value !== undefined) return value
      context.addIssue({ code: 'custom', message: whyNot(typed ?? '') ?? 'Enter it again' })
      return z.NEVER
    })

/** One of the choices, told by its message when none is chosen. */
export const choice = <const Words extends readonly string[]>(words: Words, missing: string) =>
  z.enum(words, missing)

/** A question with several answers: one answer arrives as text, several as a list, none not at all. */
export const several = <Answers extends ZodType>(answers: Answers) =>
  z.preprocess(
    answer => (answer === undefined ? [] : Array.isArray(answer) ? answer : [answer]),
    answers,
  )

/** Several of the choices. */
export const choices = <const Words extends readonly string[]>(
  words: Words,
  wrong = 'Choose from the list',
) => several(z.array(z.enum(words, wrong)))

export const ticked = () =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(answer => answer !== undefined && answer !== '')

/** The answer to a date question. `thing` completes GOV.UK's sentence: “Enter …”. */
export const day = (thing: string) =>
  z.string(`Enter ${thing}`).transform((answer, context): IsoDate => {
    if (isIsoDate(answer)) return answer
    context.addIssue({ code: 'custom', message: `${capital(thing)} must be a real date` })
    return z.NEVER
  })

export const optionalDay = (thing: string) =>
  z
    .string()
    .optional()
    .transform((answer, context): IsoDate | null => {
      if (!answer) return null
      if (isIsoDate(answer)) return answer
      context.addIssue({ code: 'custom', message: `${capital(thing)} must be a real date` })
      return z.NEVER
    })

/** A day that has come: what is recorded of it has happened. */
export const pastDay = (thing: string, today: IsoDate) =>
  day(thing).refine(on => on <= today, notYet(thing))

export const optionalPastDay = (thing: string, today: IsoDate) =>
  optionalDay(thing).refine(on => on === null || on <= today, notYet(thing))

const notYet = (thing: string) => `${capital(thing)} must be today or in the past`

export const wholeNumber = (thing: string, { least, most }: { least: number; most: number }) =>
  z
    .string(`Enter ${thing}`)
    .transform(answer => answer.replaceAll(/[,\s]/g, ''))
    .pipe(
      z
        .string()
        .min(1, `Enter ${thing}`)
        .regex(/^-?\d{1,9}$/, `${capital(thing)} must be a whole number`),
    )
    .transform(Number)
    .pipe(
      z
        .number()
        .min(least, `${capital(thing)} must be ${least} or more`)
        .max(most, `${capital(thing)} must be ${most} or fewer`),
    )

const capital = (thing: string) => `${thing[0]?.toUpperCase() ?? ''}${thing.slice(1)}`

/** GOV.UK date inputs post three fields; a schema wants one day. What is not a whole date stays wrong, not absent. */
function joinDates(answers: Answers): Record<string, string | readonly string[] | undefined> {
  const joined: Record<string, string | readonly string[] | undefined> = { ...answers }
  for (const name of Object.keys(answers)
    .filter(each => each.endsWith('-day'))
    .map(each => each.slice(0, -4))) {
    const [date = '', month = '', year = ''] = ['day', 'month', 'year'].map(part =>
      String(answers[`${name}-${part}`] ?? '').trim(),
    )
    if (date || month || year)
      joined[name] = `${year}-${monthNumber(month)}-${date.padStart(2, '0')}`
  }
  return joined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
function monthNumber(month: string) {
  const named = months.indexOf(month.slice(0, 3).toLowerCase())
  return (named < 0 ? month : String(named + 1)).padStart(2, '0')
}

/** A day as the three answers of a date input, to show it again. */
export function dayAnswers(name: string, date: IsoDate | null | undefined): Record<string, string> {
  if (!date) return {}
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return {
    [`${name}-day`]: String(Number(dayOfMonth)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  }
}
