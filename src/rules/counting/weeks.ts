import { daysBetween, type IsoDate } from '#domain/dates.ts'

/** Whole sevens in the days from the first to the last, both counted. */
export const completeWeeks = (first: IsoDate, last: IsoDate): number =>
  Math.max(0, Math.floor((daysBetween(first, last) + 1) / 7))
