import { academicYearOf, asYearLabel, type YearLabel, yearLabel } from '#domain/academic-year.ts'
import type { IsoDate } from '#domain/dates.ts'

/** The school year that a list is asked for, else the one that the day lies in. */
export const yearAsked = (asked: string | undefined, today: IsoDate): YearLabel =>
  asYearLabel(asked ?? '') ?? academicYearOf(today)

/** The year before, this one and the two after: what people enter dates for. */
export function yearsAround(today: IsoDate): YearLabel[] {
  const now = Number(academicYearOf(today).slice(0, 4))
  return [now - 1, now, now + 1, now + 2].map(yearLabel)
}
