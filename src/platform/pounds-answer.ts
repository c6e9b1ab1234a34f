import { z } from 'zod'
import { mostPence, penceIn } from '#domain/pounds.ts'

interface Limits {
  /** In pence; a price of a day is not the cover of a policy. */
  readonly most?: number
}

/** An amount that must be there, in pence. `thing` completes GOV.UK's sentence: “Enter …”. */
export const pounds = (thing: string, limits: Limits = {}) =>
  optionalPounds(thing, limits).transform((pence, context): number => {
    if (pence !== null) return pence
    context.addIssue({ code: 'custom', message: `Enter ${thing}` })
    return z.NEVER
  })

/** An amount as people type it, “6,000” or “£45.50”, in pence; nothing where nothing is entered. */
export const optionalPounds = (thing: string, { most = mostPence }: Limits = {}) =>
  z
    .string()
    .optional()
    .transform((typed = '', context): number | null => {
      if (typed.trim() === '') return null
      const pence = penceIn(typed)
      if (pence !== undefined && pence <= most) return pence
      const Thing = `${thing[0]?.toUpperCase() ?? ''}${thing.slice(1)}`
      context.addIssue({
        code: 'custom',
        message:
          pence === undefined
            ? `${Thing} must be an amount in pounds, like 6,000 or 45.50`
            : `${Thing} must be £${(most / 100).toLocaleString('en-GB')} or less`,
      })
      return z.NEVER
    })
