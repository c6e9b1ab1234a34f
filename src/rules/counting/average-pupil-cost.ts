import type { Pence, YearLabel } from '../facts.ts'
import type { Law, Parameter } from '../parameter.ts'
import { averagePupilCost, averagePupilCostOf } from '../parameters/money.ts'
import type { World } from '../world.ts'
import { type Year, yearCalled } from './years.ts'

/**
 * Average Pupil Cost of a financial year for a pupil of that year group. A rate for the phase goes before a
 * rate without one; without the year group only a rate for every phase can be taken. Where the snapshot
 * gives no rate, what the authority has entered for that year counts.
 */
export function averagePupilCostIn(
  financialYear: YearLabel,
  yearGroup: number | undefined,
  world: World,
  law: Law,
): Pence | undefined {
  const rates = world
    .by('rates', 'financialYear', financialYear)
    .filter(rate => rate.averagePupilCostPence !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const phase = phaseOf(yearGroup)
  const rate =
    rates.findLast(rate => phase !== undefined && rate.phase === phase) ??
    rates.findLast(rate => rate.phase === undefined)
  if (rate) return rate.averagePupilCostPence
  const year = yearCalled(financialYear, '04-01')
  return (
    (phase && enteredFor(averagePupilCostOf[phase], year, law)) ??
    enteredFor(averagePupilCost, year, law)
  )
}

/** A value holds for the year in which it begins: last year’s figure is not this year’s. */
export function enteredFor(
  parameter: Parameter<Pence | null>,
  { first, last }: Year,
  law: Law,
): Pence | undefined {
  if (law.since(parameter, last) < first) return undefined
  return law.value(parameter, last) ?? undefined
}

const phaseOf = (yearGroup: number | undefined) => {
  if (yearGroup === undefined) return undefined
  if (yearGroup >= 7 && yearGroup <= 9) return 'key-stage-3'
  return yearGroup === 10 || yearGroup === 11 ? 'key-stage-4' : undefined
}
