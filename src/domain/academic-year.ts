import { addDays, type IsoDate, isoDate } from './dates.ts'

declare const label: unique symbol
/** A year that runs over the New Year, by its two halves: `2026-27`. Labels sort and compare as text. */
export type YearLabel = string & { readonly [label]: true }

/** A month and day, `MM-DD`, on which a year of that kind begins. */
export type YearStart = `${number}-${number}`

/**
 * The kinds of year there are. Returns to the department file under 1 August to 31 July; the law on age and
 * attendance counts from 1 September, and an authority whose schools open in August may say another day.
 */
export const yearStarts = {
  academic: '08-01',
  school: '09-01',
  financial: '04-01',
} as const satisfies Record<string, YearStart>

export const academicYearOf = (day: IsoDate): YearLabel => yearOf(day, yearStarts.academic)
export const financialYearOf = (day: IsoDate): YearLabel => yearOf(day, yearStarts.financial)
export const schoolYearOf = (day: IsoDate, start: YearStart = yearStarts.school): YearLabel =>
  yearOf(day, start)

/** The calendar year in which the year of that kind began. */
export function startingYear(day: IsoDate, start: YearStart): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= start ? year : year - 1
}

export const yearLabel = (firstHalf: number): YearLabel =>
  `${firstHalf}-${String((firstHalf + 1) % 100).padStart(2, '0')}` as YearLabel

/** `2026-27`, `2026/27`, `2026-2027` and `26/27`, as people type them; undefined when the halves do not follow. */
export function asYearLabel(typed: string): YearLabel | undefined {
  const [, first = '', second = ''] =
    /^\s*(\d{4}|\d{2})\s*[-–/]\s*(\d{4}|\d{2})\s*$/.exec(typed) ?? []
  if (!first) return undefined
  const year = first.length === 2 ? 2000 + Number(first) : Number(first)
  const follows = Number(second) % 100 === (year + 1) % 100
  return follows && (second.length === 2 || Number(second) === year + 1)
    ? yearLabel(year)
    : undefined
}

export const firstDayOf = (year: YearLabel, start: YearStart): IsoDate =>
  isoDate(`${year.slice(0, 4)}-${start}`)

export const lastDayOf = (year: YearLabel, start: YearStart): IsoDate =>
  addDays(isoDate(`${Number(year.slice(0, 4)) + 1}-${start}`), -1)

const yearOf = (day: IsoDate, start: YearStart) => yearLabel(startingYear(day, start))
