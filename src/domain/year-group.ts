import { startingYear, type YearStart, yearStarts } from './academic-year.ts'
import { addDays, dayOfMonth, type IsoDate, weekdayOf } from './dates.ts'
import { oneLine } from './plain-text.ts'

/** A National Curriculum year: 1 to 14, 0 for Reception, -1 and -2 for the nursery years. */
export type YearGroup = number

/**
 * The year group of a child's age on that day. Children born from 1 September to 31 August go together, whatever
 * day the schools of the area begin (`schoolYearStart`). A child may be taught in another year: this is the rule, not the roll.
 */
export const yearGroupOn = (
  birthDate: IsoDate,
  day: IsoDate,
  schoolYearStart: YearStart = yearStarts.school,
): YearGroup => startingYear(day, schoolYearStart) - startingYear(birthDate, yearStarts.school) - 5

export function yearGroupName(year: YearGroup): string {
  if (year < 0) return 'Nursery'
  return year === 0 ? 'Reception' : `Year ${year}`
}

/** Reads `9`, `Y9`, `Yr 9`, `Year 09`, `R`, `Reception`, `N2` and `Nursery`. */
export function asYearGroup(typed: string): YearGroup | undefined {
  const text = oneLine(typed).toLowerCase()
  if (/^(r|yr r|year r|reception)$/.test(text)) return 0
  if (/^(n2|nursery|nursery 2)$/.test(text)) return -1
  if (/^(n1|nursery 1)$/.test(text)) return -2
  const [, number] = /^(?:y|yr|year|nc ?year|nc)? ?0?(\d{1,2})$/.exec(text) ?? []
  const year = Number(number)
  return number && year >= 1 && year <= 14 ? year : undefined
}

export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** From the first prescribed day (31 August, 31 December, 31 March) on or after the fifth birthday: Education Act 1996, section 8(2). */
export function compulsorySchoolAgeStart(birthDate: IsoDate): IsoDate {
  const year = Number(birthDate.slice(0, 4)) + 5
  const birthday = dayOfMonth(year, Number(birthDate.slice(5, 7)), Number(birthDate.slice(8)))
  const prescribed = [3, 8, 12].map(month => dayOfMonth(year, month, 31))
  return prescribed.find(day => day >= birthday) ?? dayOfMonth(year + 1, 3, 31)
}

/** The last Friday in June of the school year in which the child turns 16: Education Act 1996, section 8(3). */
export function compulsorySchoolAgeEnd(birthDate: IsoDate): IsoDate {
  const turnsSixteenIn = startingYear(birthDate, yearStarts.school) + 16
  const june30 = dayOfMonth(turnsSixteenIn + 1, 6, 30)
  return addDays(june30, -((weekdayOf(june30) + 2) % 7))
}

export const isOfCompulsorySchoolAge = (birthDate: IsoDate, day: IsoDate): boolean =>
  compulsorySchoolAgeStart(birthDate) <= day && day <= compulsorySchoolAgeEnd(birthDate)
