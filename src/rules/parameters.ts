import { isIsoDate } from '#domain/dates.ts'
import type { Parameter } from './parameter.ts'
import { allRules } from './registry.ts'

/** Every number, word and switch that a rule reads, by the order of the rules. */
export const allParameters: readonly Parameter[] = [
  ...new Set(allRules.flatMap(rule => rule.parameters)),
]

const byId = new Map(allParameters.map(parameter => [parameter.id, parameter]))
export const parameterCalled = (id: string): Parameter | undefined => byId.get(id)

/** The rules that read it. */
export const rulesReading = (parameter: Parameter) =>
  allRules.filter(rule => rule.parameters.includes(parameter))

/** What a new value must be, by the values that the parameter has had. */
export type ParameterKind =
  | 'yes-no'
  | 'pence'
  | 'whole-number'
  | 'number'
  | 'day'
  | 'month-and-day'
  | 'choice'

export function kindOf({ choices, unit, versions }: Parameter): ParameterKind {
  if (choices) return 'choice'
  const [{ value }] = versions
  if (typeof value === 'boolean') return 'yes-no'
  if (typeof value === 'string') return isIsoDate(value) ? 'day' : 'month-and-day'
  if (unit.startsWith('pence')) return 'pence'
  return unit.startsWith('hours') ? 'number' : 'whole-number'
}

/** Why the value cannot be a version of the parameter, in words; undefined when it can. */
export function whyNotA(parameter: Parameter, value: unknown): string | undefined {
  const [first] = parameter.versions
  if (value === null && first.value === null) return undefined
  switch (kindOf(parameter)) {
    case 'choice':
      return parameter.choices?.includes(value)
        ? undefined
        : `Choose one of: ${parameter.choices?.join(', ')}`
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'Say yes or no'
    case 'day':
      return typeof value === 'string' && isIsoDate(value) ? undefined : 'Enter a real day'
    case 'month-and-day':
      return typeof value === 'string' && isIsoDate(`2024-${value}`)
        ? undefined
        : 'Enter a month and day, such as 06-01'
    case 'pence':
      return Number.isSafeInteger(value) && Number(value) >= 0
        ? undefined
        : 'Enter a sum in whole pence, 0 or more'
    case 'whole-number':
      return Number.isSafeInteger(value) ? undefined : 'Enter a whole number'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'Enter a number'
  }
}
