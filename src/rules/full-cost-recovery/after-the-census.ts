import { addDays, type IsoDate, isoDate, weekdayOf } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { financialYearOf, type Year, yearAfter } from '../counting/years.ts'
import type { Exclusion } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { censusThursday, relevantDateBasis, relevantSchoolDay } from '../parameters/money.ts'
import { on, type Rule } from '../rule.ts'
import { censusKnowledge, eastSussexForum, norfolkExclusions } from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { isReinstated } from './money-cases.ts'
import { relevantDateOf } from './relevant-date.ts'

export const afterTheCensus: Rule = {
  id: 'FCR-14',
  area: 'FCR',
  title: 'After the October census the money stays',
  statement:
    'A pupil counted in the October census is funded at the excluding school in the next financial year too. The regulations recover only to 31 March.',
  binds: 'Finance and partnership',
  test: 'Information when the exclusion was decided after the October census of its financial year and the relevant date still lies in that year. Silent when the relevant date lies in the next year, which is then recovered, or is not known.',
  basis: ['law'],
  levels: ['info'],
  blocks: [],
  sources: [cite(norfolkExclusions), cite(eastSussexForum), cite(censusKnowledge), cite(faq, '86')],
  parameters: [censusThursday, relevantDateBasis, relevantSchoolDay],
  checkedOn: comparedOn,
  checks: [on('exclusion', judge)],
}

function judge(exclusion: Exclusion, world: World, law: Law): Draft | undefined {
  if (isReinstated(exclusion, world)) return undefined
  const year = financialYearOf(exclusion.decisionDate)
  const census = censusDay(year, law)
  if (exclusion.decisionDate <= census) return undefined
  const { date } = relevantDateOf(exclusion, world, law)
  if (date === undefined || financialYearOf(date).label !== year.label) return undefined
  const next = yearAfter(year).label
  return {
    level: 'info',
    values: { notRecoverableYear: next, censusDate: census },
    message: `The pupil was counted at the school on ${spokenDay(census)}, so it is funded for the pupil in ${next} too. The regulations recover nothing of that.`,
  }
}

/** The census Thursday of October in that financial year. */
function censusDay({ first }: Year, law: Law): IsoDate {
  const october = isoDate(`${first.slice(0, 4)}-10-01`)
  const thursday = addDays(october, (4 - weekdayOf(october) + 7) % 7)
  return addDays(thursday, 7 * (law.value(censusThursday, october) - 1))
}
