import { type ZodType, z } from 'zod'
import { isIsoDate } from '#domain/dates.ts'
import { penceIn } from '#domain/pounds.ts'
import { choice, day, text } from '#platform/forms.ts'
import type { Parameter } from '#rules/parameter.ts'
import { allRules } from '#rules/registry.ts'
import { choicesOf } from '../choice-words.ts'
import { isMoney } from '../value-words.ts'

/** How a value is asked for and kept, told by the values it has had. */
export type ParameterKind =
  | 'number'
  | 'number or none'
  | 'money'
  | 'money or none'
  | 'switch'
  | 'day'
  | 'day of the year'
  | 'choice'

/** Every number that a rule reads, by its id. */
export const parameters: ReadonlyMap<string, Parameter> = new Map(
  allRules.flatMap(rule => rule.parameters.map(each => [each.id, each] as const)),
)

/** The rules whose findings rest on it. */
export const rulesReading = (id: string) =>
  allRules.filter(rule => rule.parameters.some(each => each.id === id))

export function kindOf(parameter: Parameter): ParameterKind {
  const { versions } = parameter
  const [{ value }] = versions
  if (Object.keys(choicesOf(parameter)).length > 0) return 'choice'
  if (value === null) return isMoney(parameter) ? 'money or none' : 'number or none'
  if (typeof value === 'boolean') return 'switch'
  if (typeof value === 'number') return isMoney(parameter) ? 'money' : 'number'
  return typeof value === 'string' && isIsoDate(value) ? 'day' : 'day of the year'
}

const number = (typed: string): number | undefined => {
  const plain = typed.replaceAll(/[,\s£]/g, '')
  return /^-?\d{1,9}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}
const asNumber = (wrong: string, from: (typed: string) => number | null | undefined) =>
  text('Enter the new value', { most: 40 }).transform((typed, context): number | null => {
    const value = from(typed)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })

/** The new value as the engine keeps it, or what is wrong with what was typed. */
export function valueSchema(parameter: Parameter): ZodType<string | number | boolean | null> {
  switch (kindOf(parameter)) {
    case 'switch':
      return z.enum(['yes', 'no'], 'Choose yes or no').transform(answer => answer === 'yes')
    case 'day':
      return day('the new day')
    case 'day of the year':
      return text('Enter the month and day').pipe(
        z
          .string()
          .regex(
            /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
            'Enter month and day as two numbers, for example 06-01 for 1 June',
          ),
      )
    case 'choice':
      return choice(Object.keys(choicesOf(parameter)), 'Choose the new value')
    case 'money':
      return asNumber('Enter an amount in pounds, for example 6000 or 25500.50', penceIn)
    case 'money or none':
      return asNumber('Enter an amount in pounds, or the word none', typed =>
        typed.toLowerCase() === 'none' ? null : penceIn(typed),
      )
    case 'number or none':
      return asNumber('Enter a number, or the word none', typed =>
        typed.toLowerCase() === 'none' ? null : number(typed),
      )
    default:
      return asNumber('Enter a number', typed => wholeUnlessHours(parameter, number(typed)))
  }
}

/** Days, weeks, months and children are counted whole. */
const wholeUnlessHours = ({ unit }: Parameter, value: number | undefined) =>
  value !== undefined && (Number.isInteger(value) || unit.startsWith('hours')) ? value : undefined
