import { type IsoDate, isoDate } from '#domain/dates.ts'
import { schoolYearOf, type Year } from '../counting/years.ts'
import type { Exclusion } from '../facts.ts'
import type { World } from '../world.ts'

/** Whether the weeks run to the end of the school year, as for a pupil in the year of leaving. */
export type LeaverRule = 'yes' | 'no' | 'ambiguous' | 'unknown'

/**
 * Yes from 1 April of the last year group. The regulation’s words leave two cases open: Year 11 in a
 * school that goes on past 16, and a pupil of the top year excluded before 1 April and counted from after it.
 */
export function leaverRuleOf(
  { decisionDate, yearGroup, school }: Exclusion,
  relevantDate: IsoDate,
  world: World,
): LeaverRule {
  const april = aprilOf(schoolYearOf(decisionDate, world.policy.schoolYearStart))
  const isDecidedAfter = decisionDate >= april
  if (!isDecidedAfter && relevantDate < april) return 'no'
  const highAge = world.school(school)?.statutoryHighAge
  if (yearGroup === undefined || highAge === undefined) return 'unknown'
  const topYear = highAge - 5
  if (yearGroup >= topYear) return isDecidedAfter ? 'yes' : 'ambiguous'
  return yearGroup === 11 ? 'ambiguous' : 'no'
}

/** The last day of the school year in which the exclusion was decided. */
export const endOfSchoolYear = ({ decisionDate }: Exclusion, world: World): IsoDate =>
  schoolYearOf(decisionDate, world.policy.schoolYearStart).last

function aprilOf({ first, last }: Year): IsoDate {
  const april = isoDate(`${last.slice(0, 4)}-04-01`)
  return april <= last ? april : isoDate(`${first.slice(0, 4)}-04-01`)
}
