import { isoDate } from '#domain/dates.ts'

/** The day on which the rules were last compared with the rulebook’s sources, one by one. */
export const comparedOn = isoDate('2026-11-21')
