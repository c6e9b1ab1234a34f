import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import { averagePupilCostIn } from '../counting/average-pupil-cost.ts'
import { partOf } from '../counting/money.ts'
import { completeWeeks } from '../counting/weeks.ts'
import { financialYearOf, yearAfter } from '../counting/years.ts'
import type { Id, Pence, Policy } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { daysOfTheYear, schoolDaysOfTheYear, weeksOfTheYear } from '../parameters/money.ts'
import type { World } from '../world.ts'

export type Method = NonNullable<Policy['proRataMethod']>

/** The time that is paid for, at a school and for a pupil of one year group. */
export type Period = {
  readonly first: IsoDate
  readonly last: IsoDate
  readonly school: Id
  readonly yearGroup: number | undefined
}

export type ProRata = { readonly pence: Pence; readonly weeks: number }

/**
 * Average Pupil Cost pro rata: each financial year is one segment, rounded once, and the segments are
 * added. Undefined when a rate, or the school days of the period, are not known.
 */
export function averageFunding(
  period: Period,
  method: Method,
  world: World,
  law: Law,
): ProRata | undefined {
  let pence = 0
  let weeks = 0
  let year = financialYearOf(period.first)
  let first = period.first
  while (first <= period.last) {
    const last = year.last < period.last ? year.last : period.last
    const cost = averagePupilCostIn(year.label, period.yearGroup, world, law)
    const part = partOfYear({ ...period, first, last }, method, world, law)
    if (cost === undefined || part === undefined) return undefined
    pence += partOf(cost, part.count, part.whole)
    weeks += completeWeeks(first, last)
    // Days stop at the end of the year 9999, so the last day is asked for and not the one after it.
    if (last === period.last) break
    year = yearAfter(year)
    first = year.first
  }
  return { pence, weeks }
}

type PartOfYear = { readonly count: number; readonly whole: number }

/** Never more than the whole year, also in a leap year or in one of more school days. */
function partOfYear(
  { first, last, school }: Period,
  method: Method,
  world: World,
  law: Law,
): PartOfYear | undefined {
  switch (method) {
    case 'complete-weeks-52':
      return atMost(completeWeeks(first, last), law.value(weeksOfTheYear, first))
    case 'calendar-days-365':
      return atMost(daysBetween(first, last) + 1, law.value(daysOfTheYear, first))
    case 'school-days-190': {
      const { days, complete } = world.calendar(school).daysAfter(addDays(first, -1), last)
      return complete ? atMost(days, law.value(schoolDaysOfTheYear, first)) : undefined
    }
  }
}

const atMost = (count: number, whole: number): PartOfYear => ({
  count: Math.min(count, whole),
  whole,
})
