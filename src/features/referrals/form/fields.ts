import { z } from 'zod'
import { asYearLabel } from '#domain/academic-year.ts'
import { isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { severalLines } from '#domain/plain-text.ts'
import type { FormState } from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { yesNo } from '../words.ts'

/**
 * One question of the referral. Its form field, its check, the row on “check your answers” and the line in the version
 * that is sent all come from here, so they cannot differ.
 */
export interface Field<Name extends string = string> {
  readonly name: Name
  readonly label: string
  readonly kind: 'line' | 'text' | 'choice' | 'day' | 'tick' | 'number' | 'school-year'
  readonly hint?: string
  readonly options?: Readonly<Record<string, string>>
  /** What is said when it is not answered; without it the question may stay open. */
  readonly missing?: string
  readonly most?: number
  readonly rows?: number
}

export type AnswerValue = string | number | boolean | null

/** The schema of some questions. What is required is asked for only when the section is to be finished. */
export function schemaOf(fields: readonly Field[], { saving }: { saving: boolean }) {
  const shape: Record<string, z.ZodType> = Object.fromEntries(
    fields.map(field => [field.name, schemaOfField(field)]),
  )
  if (saving) shape['save'] = z.enum(['done', 'later']).default('done')
  return z.object(shape).superRefine((answers, context) => {
    if (saving && answers['save'] === 'later') return
    for (const { name, missing } of fields)
      if (missing && isOpen(answers[name]))
        context.addIssue({ code: 'custom', path: [name], message: missing })
  }) as z.ZodType<Record<string, AnswerValue> & { save?: 'done' | 'later' }>
}

const isOpen = (answer: unknown) => answer === null || answer === undefined || answer === false

function schemaOfField(field: Field): z.ZodType {
  const answer = z.string().optional()
  const wrong = (context: z.core.$RefinementCtx, message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (field.kind === 'tick')
    return z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform(given => given !== undefined && given !== '')
  if (field.kind === 'choice')
    return answer.transform((given, context) => {
      if (!given) return null
      return given in (field.options ?? {}) ? given : wrong(context, 'Choose from the list')
    })
  if (field.kind === 'day')
    return answer.transform((given, context) => {
      if (!given) return null
      return isIsoDate(given) ? given : wrong(context, `${field.label}: enter a real date`)
    })
  if (field.kind === 'number')
    return answer.transform((given, context) => {
      const digits = (given ?? '').replaceAll(/[,\s]/g, '')
      if (digits === '') return null
      if (!/^\d{1,5}$/.test(digits)) return wrong(context, `${field.label}: enter a whole number`)
      return Number(digits) <= (field.most ?? 99_999)
        ? Number(digits)
        : wrong(context, `${field.label}: enter ${field.most} or fewer`)
    })
  if (field.kind === 'school-year')
    return answer.transform((given, context) => {
      if (!given) return null
      return asYearLabel(given) ?? wrong(context, 'Enter a school year, like 2026-27')
    })
  const most = field.most ?? (field.kind === 'line' ? 200 : 5000)
  return answer.transform((given, context) => {
    const clean = severalLines(given ?? '')
    if (clean.length > most)
      return wrong(
        context,
        `${field.label}: use ${most.toLocaleString('en-GB')} characters or fewer`,
      )
    return clean || null
  })
}

type Stored = Readonly<Record<string, unknown>>

/** What is saved, as the answers that the form opens with. */
export function answersOf(fields: readonly Field[], stored: Stored): FormState['values'] {
  return Object.assign(
    {},
    ...fields.map(field => {
      const value = stored[field.name]
      if (field.kind === 'day')
        return dayAnswers(field.name, typeof value === 'string' ? (value as never) : null)
      if (field.kind === 'tick') return value === true ? { [field.name]: 'yes' } : {}
      return value === null || value === undefined ? {} : { [field.name]: String(value) }
    }),
  )
}

/** An answer in words; undefined when the question is still open. */
export function answerWords(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (field.kind === 'tick') return yesNo(value as boolean)
  if (field.kind === 'day') return dayInWords(value as never)
  if (field.kind === 'choice') return field.options?.[String(value)] ?? String(value)
  return String(value)
}
