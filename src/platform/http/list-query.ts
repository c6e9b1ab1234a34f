import { z } from 'zod'
import { oneLine } from '#domain/plain-text.ts'
import type { Direction, Sort } from '#govuk/index.ts'

// What lists may be asked for behind the question mark. A wrong value is as if it had not been asked.

/** Which page of the list. */
export const pageAsked = z.coerce.number().int().min(1).max(10_000).catch(1).default(1)

/** Words by which it is narrowed. */
export const wordsAsked = z
  .string()
  .max(100)
  .catch('')
  .default('')
  .transform(text => oneLine(text))

/** One of the choices by which it is narrowed, or none of them. */
export const choiceAsked = <Choice extends string>(words: Readonly<Record<Choice, unknown>>) =>
  z
    .custom<Choice | ''>(asked => asked === '' || (typeof asked === 'string' && asked in words))
    .catch('')
    .default('')

interface Order<Key extends string = string> {
  readonly sort: Key
  readonly direction: Direction
}

/** The column and the direction in which it stands; `usual` is the order of who asks for none. */
export const orderAsked = <const Key extends string>(
  keys: readonly [Key, ...Key[]],
  usual: Order<Key>,
) => ({
  sort: z
    .custom<Key>(asked => keys.some(key => key === asked))
    .catch(usual.sort)
    .default(usual.sort),
  direction: z.enum(['ascending', 'descending']).catch(usual.direction).default(usual.direction),
})

/** That order as the table on the page wants it. */
export const sortOf = <Key extends string>({ sort, direction }: Order<Key>): Sort<Key> => ({
  key: sort,
  direction,
})

/** The rows of the page that was asked for. */
export const rowsOfPage = ({ page }: { readonly page: number }, size: number) => ({
  limit: size,
  offset: (page - 1) * size,
})
