import type { Pence, YearLabel } from '../facts.ts'
import type { World } from '../world.ts'

/**
 * Average Pupil Cost of a financial year for a pupil of that year group. A rate for the phase goes before a
 * rate without one; without the year group only a rate for every phase can be taken.
 */
export function averagePupilCostIn(
  financialYear: YearLabel,
  yearGroup: number | undefined,
  world: World,
): Pence | undefined {
  const rates = world
    .by('rates', 'financialYear', financialYear)
    .filter(rate => rate.averagePupilCostPence !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const phase = phaseOf(yearGroup)
  const rate =
    rates.findLast(rate => phase !== undefined && rate.phase === phase) ??
    rates.findLast(rate => rate.phase === undefined)
  return rate?.averagePupilCostPence
}

const phaseOf = (yearGroup: number | undefined) => {
  if (yearGroup === undefined) return undefined
  if (yearGroup >= 7 && yearGroup <= 9) return 'key-stage-3'
  return yearGroup === 10 || yearGroup === 11 ? 'key-stage-4' : undefined
}
