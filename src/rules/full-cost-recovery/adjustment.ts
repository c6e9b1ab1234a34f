import type { IsoDate } from '#domain/dates.ts'
import { averagePupilCostIn } from '../counting/average-pupil-cost.ts'
import { partOf } from '../counting/money.ts'
import { completeWeeks } from '../counting/weeks.ts'
import { financialYearOf } from '../counting/years.ts'
import type { Exclusion, Pence } from '../facts.ts'
import type { Law, Parameter } from '../parameter.ts'
import {
  averageCosts,
  relevantDateBasis,
  relevantSchoolDay,
  weeksOfTheYear,
} from '../parameters/money.ts'
import type { World } from '../world.ts'
import { endOfSchoolYear, type LeaverRule, leaverRuleOf } from './leaver-rule.ts'
import { type RelevantDate, relevantDateOf } from './relevant-date.ts'

/** The statutory adjustment of one exclusion, A x B/52 + C, as far as it can be worked out. */
export type Adjustment = RelevantDate & {
  readonly leaverRule?: LeaverRule
  /** The period counted: known once the leaver rule is settled. */
  readonly period?: { readonly first: IsoDate; readonly last: IsoDate }
  /** B: complete weeks of that period. */
  readonly weeks?: number
  readonly sums: Sums
}

/** What the adjustment is read from, for the rules that ask for it. */
export const adjustmentParameters: readonly Parameter[] = [
  weeksOfTheYear,
  relevantDateBasis,
  relevantSchoolDay,
  ...averageCosts,
]

type Sum = Pence | undefined
export type Sums = {
  readonly reduction?: Sum
  readonly averagePupilFunding?: Sum
  readonly gap?: Sum
  readonly pupilPremiumReduction?: Sum
  readonly admittingSchoolIncrease?: Sum
  readonly reductionIfLeaver?: Sum
  readonly reductionIfNotLeaver?: Sum
}

export function adjustmentOf(exclusion: Exclusion, world: World, law: Law): Adjustment {
  const relevant = relevantDateOf(exclusion, world, law)
  const first = relevant.date
  if (first === undefined) return { ...relevant, sums: {} }
  const year = financialYearOf(first)
  const leaverRule = leaverRuleOf(exclusion, first, world)
  const leaverEnd = endOfSchoolYear(exclusion, world)
  const sums = sumsFrom(exclusion, first, world, law)
  if (leaverRule === 'ambiguous' || leaverRule === 'unknown') {
    const reductionIfLeaver = sums(leaverEnd).reduction
    const reductionIfNotLeaver = sums(year.last).reduction
    return { ...relevant, leaverRule, sums: { reductionIfLeaver, reductionIfNotLeaver } }
  }
  const last = leaverRule === 'yes' ? leaverEnd : year.last
  const weeks = completeWeeks(first, last)
  return { ...relevant, leaverRule, period: { first, last }, weeks, sums: sums(last) }
}

/** A, the full-year amount for this pupil, in the financial year of the relevant date. */
export const regulationAmount = (exclusion: Exclusion, relevantDate: IsoDate): Sum =>
  exclusion.regulationAmounts?.findLast(
    ({ financialYear }) => financialYear === financialYearOf(relevantDate).label,
  )?.amountPence

/** The sums of the period from the relevant date to a last day. C is added after rounding. */
function sumsFrom(exclusion: Exclusion, first: IsoDate, world: World, law: Law) {
  const amount = regulationAmount(exclusion, first)
  const { label } = financialYearOf(first)
  const averageCost = averagePupilCostIn(label, exclusion.yearGroup, world, law)
  const divisor = law.value(weeksOfTheYear, first)
  const admitted = world.happened(exclusion.admittedElsewhereDate)
  return (last: IsoDate): Sums => {
    const weeks = completeWeeks(first, last)
    const share = (sum: Sum, count: number): Sum =>
      sum === undefined ? undefined : partOf(sum, count, divisor)
    const own = share(amount, weeks)
    const average = share(averageCost, weeks)
    // The admitting school never gets more than was taken: D x (E/F), with E at most F.
    const elsewhere = admitted && Math.min(completeWeeks(admitted, last), weeks)
    return {
      reduction: own === undefined ? undefined : own + (exclusion.financialAdjustmentPence ?? 0),
      averagePupilFunding: average,
      gap: own === undefined || average === undefined ? undefined : own - average,
      pupilPremiumReduction: share(exclusion.pupilPremiumPence, weeks),
      admittingSchoolIncrease: elsewhere === undefined ? undefined : share(amount, elsewhere),
    }
  }
}
