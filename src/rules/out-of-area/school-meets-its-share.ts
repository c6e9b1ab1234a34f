import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Draft } from '../finding.ts'
import { schoolShareLimit } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { leicestershireTopUp } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'

export const schoolMeetsItsShare: Rule = {
  id: 'OOA-01',
  area: 'OOA',
  title: 'The school meets the first £6,000',
  statement:
    'The county school meets additional needs up to a cost of £6,000 a year, whatever the child’s address.',
  binds: 'Schools',
  test: 'Shows the school’s share of an additional cost that is known.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '150', 'up to the equivalent of an additional cost of £6000 per year'),
    cite(leicestershireTopUp),
  ],
  parameters: [schoolShareLimit],
  checkedOn: comparedOn,
  checks: [
    on('pupil', ({ send }, world, law): Draft | undefined => {
      const cost = send?.additionalCostPence
      if (cost === undefined) return undefined
      const schoolShare = Math.min(cost, law.value(schoolShareLimit, world.today))
      return {
        level: 'info',
        amounts: { schoolShare },
        message: `The school meets ${pounds(schoolShare)} of the additional cost a year.`,
      }
    }),
  ],
}
