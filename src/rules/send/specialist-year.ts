import {
  addDays,
  dayOfMonth,
  daysBetween,
  earlierOf,
  type IsoDate,
  laterOf,
} from '#domain/dates.ts'
import { partOf, plus, type Ratio, ratio, rounded, times } from '../counting/money.ts'
import { financialYearOf, type Year } from '../counting/years.ts'
import type { Pence, SpecialistPlacement } from '../facts.ts'
import type { World } from '../world.ts'

/** The financial year that is looked at, and the days of the placement in it; undefined when it has none. */
export function specialistYear(
  { start, end }: SpecialistPlacement,
  world: World,
): { readonly year: Year; readonly first: IsoDate; readonly last: IsoDate } | undefined {
  if (start === undefined) return undefined
  const year = financialYearOf(laterOf(start, world.today))
  const first = laterOf(start, year.first)
  const last = earlierOf(end ?? year.last, year.last)
  return first <= last ? { year, first, last } : undefined
}

export const expectedByDays = (agreed: Pence, year: Year, first: IsoDate, last: IsoDate): Pence =>
  partOf(agreed, daysBetween(first, last) + 1, year.days)

/** Whole months are twelfths; part of a month goes by its days. Rounded once, at the end. */
export function expectedByMonths(agreed: Pence, first: IsoDate, last: IsoDate): Pence {
  let months: Ratio = ratio(0, 1)
  let from = first
  while (true) {
    const end = lastOfMonth(from)
    const to = earlierOf(end, last)
    months = plus(months, ratio(daysBetween(from, to) + 1, Number(end.slice(8))))
    if (to === last) break
    from = addDays(to, 1)
  }
  return rounded(times(months, ratio(agreed, 12)))
}

const lastOfMonth = (day: IsoDate): IsoDate =>
  dayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 31)
