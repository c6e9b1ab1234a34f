import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'

/** Nothing here is older, and the days before it can be counted. */
const first = '2000-01-01'

/** The day that a page is asked to show, as ?on=2026-11-20: what cannot be a day counts as none. */
export const OnDay = z.object({
  on: z
    .string()
    .optional()
    .transform((day): IsoDate | undefined =>
      day && isIsoDate(day) && day >= first ? day : undefined,
    )
    .catch(undefined),
})

/** The day asked for, or today; a day to come has nothing to show yet. */
export const dayShown = ({ on }: z.infer<typeof OnDay>, today: IsoDate): IsoDate =>
  on && on <= today ? on : today
