import { financialYearOf, schoolYearOf } from '../counting/years.ts'
import type { Exclusion, Invoice, Pence, Programme } from '../facts.ts'
import type { Law, Parameter } from '../parameter.ts'
import {
  averageCosts,
  daysOfTheYear,
  proRataMethod,
  schoolDaysOfTheYear,
  weeksOfTheYear,
} from '../parameters/money.ts'
import type { World } from '../world.ts'
import { adjustmentOf, adjustmentParameters } from './adjustment.ts'
import { programmeDay, recordedOn } from './money-cases.ts'
import { averageFunding, type Method, type Period } from './pro-rata.ts'

/** What a member school passes on at least, or what must be found out before there is a sum. */
export type Minimum = { readonly method: Method } & (
  | { readonly pence: Pence; readonly weeks: number; readonly unknown?: undefined }
  | {
      readonly pence?: undefined
      readonly weeks?: undefined
      readonly unknown: 'rate-or-calendar' | 'relevant-date' | 'leaver-rule'
    }
)

/** What a year is shared out by, and what a minimum is read from: for the rules that ask for them. */
export const proRataParameters: readonly Parameter[] = [
  proRataMethod,
  weeksOfTheYear,
  daysOfTheYear,
  schoolDaysOfTheYear,
  ...averageCosts,
]
export const minimumParameters: readonly Parameter[] = [
  ...new Set([...proRataParameters, ...adjustmentParameters]),
]

/** Over the same period as the statutory adjustment. */
export function minimumOfExclusion(exclusion: Exclusion, world: World, law: Law): Minimum {
  const { id, school, yearGroup, decisionDate } = exclusion
  const method = methodOf(world.by('invoices', 'exclusion', id), decisionDate, world, law)
  const { date, period } = adjustmentOf(exclusion, world, law)
  if (date === undefined) return { method, unknown: 'relevant-date' }
  if (period === undefined) return { method, unknown: 'leaver-rule' }
  return over({ ...period, school, yearGroup }, method, world, law)
}

/** An open-ended programme is priced to the next 31 March. */
export function minimumOfProgramme(programme: Programme, world: World, law: Law): Minimum {
  const { id, school, start, end } = programme
  const day = programmeDay(programme)
  const method = methodOf(world.by('invoices', 'programme', id), day, world, law)
  const next = start > world.today ? start : world.today
  const last = end ?? financialYearOf(next).last
  const yearGroup = yearGroupThen(programme, world)
  return over({ first: start, last, school, yearGroup }, method, world, law)
}

function over(period: Period, method: Method, world: World, law: Law): Minimum {
  const funding = averageFunding(period, method, world, law)
  return funding ? { method, ...funding } : { method, unknown: 'rate-or-calendar' }
}

const methodOf = (
  invoices: readonly Invoice[],
  day: Programme['start'],
  world: World,
  law: Law,
): Method =>
  recordedOn(invoices, invoice => invoice.proRataMethod, world) ??
  world.policy.proRataMethod ??
  law.value(proRataMethod, day)

/** A pupil’s year group is recorded for today: a programme of an earlier school year is priced by the year group of then. */
function yearGroupThen(programme: Programme, world: World): number | undefined {
  const yearGroup = world.pupil(programme.pupil)?.yearGroup
  if (yearGroup === undefined) return undefined
  const begun = (day: Programme['start']) =>
    Number(schoolYearOf(day, world.policy.schoolYearStart).first.slice(0, 4))
  return yearGroup - (begun(world.today) - begun(programme.start))
}
