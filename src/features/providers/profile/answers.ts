import { oneLine } from '#domain/plain-text.ts'
import { optionalText } from '#platform/forms.ts'

/** Short texts, one in each line; empty lines and repetitions are left out. */
export const lines = optionalText({ most: 4000 })
  .transform(typed => [
    ...new Set(
      (typed ?? '')
        .split('\n')
        .map(line => oneLine(line))
        .filter(Boolean),
    ),
  ])
  .refine(list => list.length <= 60, 'Use 60 lines or fewer')
  .refine(list => list.every(line => line.length <= 120), 'Use 120 characters or fewer in a line')

/** A whole number that need not be given. */
export const optionalNumber = (thing: string, most: number) =>
  optionalText({ most: 9 })
    .transform(typed => typed?.replaceAll(/[,\s]/g, '') ?? null)
    .refine(typed => typed === null || /^\d+$/.test(typed), `Enter ${thing} as a whole number`)
    .refine(
      typed => typed === null || Number(typed) <= most,
      `Enter ${most.toLocaleString('en-GB')} or fewer`,
    )
    .transform(typed => (typed === null ? null : Number(typed)))
