/** What the user typed and what is wrong with it: everything a form needs to be shown again. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
  /** One message for each field, in the order of the fields on the page. */
  readonly errors: Readonly<Record<string, string>>
  /** Somebody else saved this while the user was typing: what is saved now where it differs from `values`. */
  readonly stale?: { readonly saved: FormState['values'] } | undefined
}

/** A form before anybody has answered it. */
export const untouched: FormState = { values: {}, errors: {} }

/** The one answer to a question; the first, should a browser send several. */
export function answerTo({ values }: FormState, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** All answers to a question that takes several. */
export function answersTo({ values }: FormState, name: string): readonly string[] {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

export const hasErrors = ({ errors }: FormState): boolean => Object.keys(errors).length > 0

const dateParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof dateParts)[number]

/** The message for a date, whether it is about the whole or one part, and the parts that are at fault. */
export function dateError({ errors }: FormState, name: string) {
  const parts = dateParts.filter(part => errors[`${name}-${part}`] !== undefined)
  const message = errors[name] ?? errors[`${name}-${parts[0]}`]
  return { message, parts: parts.length > 0 ? parts : dateParts }
}

/** Where the error summary leads for a field: a date is asked in three parts, so to the first of them. */
export const fieldAnchor = ({ values }: FormState, name: string): string =>
  `${name}-day` in values ? `#${name}-day` : `#${name}`
