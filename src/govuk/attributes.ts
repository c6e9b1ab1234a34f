/** GOV.UK's `attributes` option: extra HTML attributes by name. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Every attribute as text, as GOV.UK's own templates print them: `true` is written out, nothing becomes empty. */
export const attrs = (attributes: Attributes | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) => [name, String(value ?? '')]),
  )

type Message = string | Readonly<Record<string, string>> | undefined

/** Words for GOV.UK's scripts: `data-i18n.key`, or one attribute for each plural form. */
export function translations(messages: Readonly<Record<string, Message>>): Record<string, string> {
  const written: Record<string, string> = {}
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') written[`data-i18n.${key}`] = message
    else
      for (const [plural, text] of Object.entries(message ?? {}))
        written[`data-i18n.${key}.${plural}`] = text
  }
  return written
}

/** Joins class names or ids, leaving out what is absent. */
export const names = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join(' ')

/** The same, or no attribute at all when nothing is left. */
export const namesOrNone = (...parts: readonly (string | false | undefined)[]) =>
  names(...parts) || undefined

type Absent = null | undefined | false

/** Leaves out what a page made conditional with `&&`. */
export const present = <T extends object>(items: readonly (T | Absent)[]): readonly T[] =>
  items.filter(item => Boolean(item)) as T[]

/** Optional props that may also be handed `undefined`, so that a page can pass on what it may not have. */
export type Options<T> = {
  [K in keyof T]: T[K] | (Record<never, never> extends Pick<T, K> ? undefined : never)
}
