import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'

const day = z.custom<IsoDate>(value => typeof value === 'string' && isIsoDate(value))
const words = (most: number) => z.string().min(1).max(most)

/** Dates that were shown and come back: as strict as if they had been typed. */
const Dates = z.object({
  terms: z
    .array(
      z
        .object({ name: words(100), startsOn: day, endsOn: day })
        .refine(each => each.endsOn >= each.startsOn),
    )
    .max(100),
  closedDays: z
    .array(z.object({ on: day, kind: z.enum(['inset', 'closure']), reason: words(100) }))
    .max(1000),
})

export const PostedDates = z.string().transform((text, context) => {
  try {
    return Dates.parse(JSON.parse(text))
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'These dates cannot be read. Upload the file again',
    })
    return z.NEVER
  }
})
