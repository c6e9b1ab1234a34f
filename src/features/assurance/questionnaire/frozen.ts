import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#domain/canonical-json.ts'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'

const day = z.custom<IsoDate>(value => typeof value === 'string' && isIsoDate(value))

/** Where what was known of an answer came from. */
export const Origins = z.array(
  z.object({ text: z.string(), source: z.string(), on: day.nullable() }),
)

const Frozen = z.object({
  reference: z.string(),
  returnedOn: day,
  returnedBy: z.string(),
  school: z.string(),
  provider: z.string(),
  answers: z.array(
    z.object({
      question: z.number(),
      wording: z.string(),
      answer: z.string(),
      registered: z.boolean().nullable(),
      drafted: z.string().nullable(),
      origins: Origins,
      confirmedBy: z.string(),
      confirmedOn: day,
    }),
  ),
})
/** The form as it was returned, word for word. */
export type Frozen = z.infer<typeof Frozen>

const Before = z.array(
  z.object({ returned: Frozen, because: z.string().nullable(), sha256: z.string() }),
)

/** What was returned and sent back, the oldest first, each with the reason for which it came back. */
export const returnedBefore = ({ returned_before }: { readonly returned_before: unknown }) =>
  Before.parse(returned_before)
export type ReturnedBefore = ReturnType<typeof returnedBefore>[number]

export const frozenOf = ({ returned }: { readonly returned: unknown }): Frozen | undefined =>
  returned === null ? undefined : Frozen.parse(returned)

/** Of all that is kept, so that a word that was added shows as one that was changed does. */
export const fingerprintOf = (kept: unknown): string =>
  createHash('sha256').update(canonicalJson(kept)).digest('hex')
