import { comparedOn } from '../compared-on.ts'
import { enteredFor } from '../counting/average-pupil-cost.ts'
import { dueBy } from '../counting/due.ts'
import { financialYearOf, type Year, yearAfter } from '../counting/years.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { averageCosts } from '../parameters/money.ts'
import { on, type Rule } from '../rule.ts'
import { schoolsForum } from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'

export const ratesFromTheForum: Rule = {
  id: 'FCR-05',
  area: 'FCR',
  title: 'Rates come from the February Schools Forum report',
  statement:
    'Average Pupil Cost is set once a year in the Schools Budget report of February, and holds from 1 April.',
  binds: 'Finance',
  test: 'A warning while no Average Pupil Cost is entered for today’s financial year, and in March also for the next. Due on 1 April of that year. Silent while we do not know whether there are any rates.',
  basis: ['local-agreement'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(faq, '86', 'in the Schools Budget report to the Leicestershire Schools Forum annually'),
    cite(schoolsForum),
  ],
  parameters: averageCosts,
  checkedOn: comparedOn,
  checks: [
    on('authority', (_authority, world, law) => {
      // Where nobody keeps rates here, in the snapshot or as numbers of this authority, none is missed.
      const keeps = averageCosts.some(each => law.value(each, world.today) !== null)
      if (!world.facts.rates && !keeps) return undefined
      const year = financialYearOf(world.today)
      const isMarch = world.today.slice(5, 7) === '03'
      return [year, ...(isMarch ? [yearAfter(year)] : [])]
        .filter(each => !hasRate(each, world, law))
        .map(missing => enterRate(missing, world))
    }),
  ],
}

const hasRate = (year: Year, world: World, law: Law): boolean =>
  world
    .by('rates', 'financialYear', year.label)
    .some(({ averagePupilCostPence }) => averagePupilCostPence !== undefined) ||
  averageCosts.some(each => enteredFor(each, year, law) !== undefined)

function enterRate({ label, first }: Year, world: World): Draft {
  const { due, overdueDays } = dueBy(first, world)
  return {
    level: 'warning',
    due,
    overdueDays,
    values: { financialYear: label, task: 'enter-rate' },
    message: `No Average Pupil Cost is entered for ${label}. Take it from the February report to the Schools Forum.`,
  }
}
