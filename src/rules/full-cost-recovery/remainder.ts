import { addDays, daysBetween, type IsoDate, weekdayOf } from '#domain/dates.ts'
import type { Exclusion, Pence } from '../facts.ts'
import type { Law } from '../parameter.ts'
import type { World } from '../world.ts'
import { adjustmentOf } from './adjustment.ts'
import { isReinstated, standingOfExclusion } from './money-cases.ts'

/** The two parts of a non-member’s charge. The remainder is never negative, and never lowers the mandatory part. */
export type TwoParts = {
  readonly fullCost: Pence
  readonly mandatory: Pence
  readonly remainder: Pence
}

export function twoPartsOf(exclusion: Exclusion, world: World, law: Law): TwoParts | undefined {
  if (isReinstated(exclusion, world)) return undefined
  if (standingOfExclusion(exclusion, world).kind !== 'non-member') return undefined
  const fullCost = fullCostOf(exclusion, world)
  const mandatory = adjustmentOf(exclusion, world, law).sums.reduction
  if (fullCost === undefined || mandatory === undefined) return undefined
  return { fullCost, mandatory, remainder: Math.max(0, fullCost - mandatory) }
}

/** What the remainder rests on: only what was signed on or before the decision. */
export type Enforceability = 'binding-agreement' | 'memorandum-disputed' | 'none'

export function enforceabilityOf(
  { school, decisionDate }: Exclusion,
  world: World,
): Enforceability {
  const { bindingCostAgreementDate, memorandumSignedDate } = world.school(school) ?? {}
  const isSigned = (date: IsoDate | undefined) =>
    date !== undefined && date <= decisionDate && world.happened(date) !== undefined
  if (isSigned(bindingCostAgreementDate)) return 'binding-agreement'
  return isSigned(memorandumSignedDate) ? 'memorandum-disputed' : 'none'
}

/** The total as entered, or the price of each week of the period in which school meets. */
function fullCostOf({ school, provisionCost }: Exclusion, world: World): Pence | undefined {
  const { totalPence, pencePerSchoolWeek, from, to } = provisionCost ?? {}
  if (totalPence !== undefined) return totalPence
  if (pencePerSchoolWeek === undefined || from === undefined || to === undefined) return undefined
  // No child is educated for longer: such a period is a slip of the pen, and would be counted for hours.
  if (daysBetween(from, to) > longestEducation) return undefined
  const calendar = world.calendar(school)
  if (!calendar.daysAfter(addDays(from, -1), to).complete) return undefined
  let weeks = 0
  let first = from
  while (first <= to) {
    const sunday: IsoDate = addDays(first, (7 - weekdayOf(first)) % 7)
    const last: IsoDate = sunday < to ? sunday : to
    if (calendar.daysAfter(addDays(first, -1), last).days > 0) weeks += 1
    if (last === to) break
    first = addDays(sunday, 1)
  }
  return weeks * pencePerSchoolWeek
}

const longestEducation = 25 * 366
