import { comparedOn } from '../compared-on.ts'
import { averagePupilCostIn } from '../counting/average-pupil-cost.ts'
import { partOf } from '../counting/money.ts'
import { completeWeeks } from '../counting/weeks.ts'
import { financialYearOf } from '../counting/years.ts'
import type { Draft } from '../finding.ts'
import { averageCosts, weeksOfTheYear } from '../parameters/money.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import { otherHomeAuthority } from './home-authority.ts'

const city = 'leicester-city'

export const cityTakesOver: Rule = {
  id: 'OOA-06',
  area: 'OOA',
  title: 'The City takes over when the place cannot be sustained',
  statement:
    'When a child with a City address can no longer sustain the county place, the City takes on all of the cost and management and expects the pupil funding from the school.',
  binds: 'Leicester City; the school',
  test: 'For a City address and a place that is not sustainable: pending until the City’s acceptance date, transferred from it, with the pupil funding for the rest of the financial year.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '156', 'the City will take on 100% of the cost and management of the student'),
  ],
  parameters: [weeksOfTheYear, ...averageCosts],
  checkedOn: comparedOn,
  checks: [
    on('programme', (programme, world, law): Draft | undefined => {
      const { pupil, placeSustainable, homeAuthorityReferral } = programme
      if (placeSustainable !== false || otherHomeAuthority(pupil, world) !== city) return undefined
      const from = homeAuthorityReferral?.acceptedFrom
      if (from === undefined)
        return {
          level: 'info',
          values: { status: 'pending-city-acceptance' },
          message:
            'The place cannot be sustained. The partnership keeps the case until the City accepts it.',
        }
      const year = financialYearOf(from)
      const weeks = completeWeeks(from, year.last)
      const cost = averagePupilCostIn(year.label, world.pupil(pupil)?.yearGroup, world, law)
      const pupilFunding =
        cost === undefined ? undefined : partOf(cost, weeks, law.value(weeksOfTheYear, from))
      const isTransferred = from <= world.today
      return {
        level: 'info',
        amounts: { pupilFunding, countyCost: 0 },
        values: { status: isTransferred ? 'transferred' : 'pending-city-acceptance', from, weeks },
        message: isTransferred
          ? `The City has been responsible since ${spokenDay(from)}. The school passes on the pupil funding.`
          : `The City takes over on ${spokenDay(from)}. The partnership keeps the case until then.`,
      }
    }),
  ],
}
