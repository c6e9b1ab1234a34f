import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { adjustmentParameters } from './adjustment.ts'
import { twoPartsOf } from './remainder.ts'

export const seniorOfficerDiscussion: Rule = {
  id: 'FCR-13',
  area: 'FCR',
  title: 'Talk to a senior officer first',
  statement:
    'Before the remainder is asked for, the co-ordinator or chair discusses it with a senior officer of the authority.',
  binds: 'Co-ordinator and chair',
  test: 'Blocks asking for a remainder above nought until the discussion is logged. The FAQ advises it: an override with a reason is possible.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['request-remainder'],
  sources: [cite(faq, '94', 'are advised to discuss any need for full cost recovery')],
  parameters: adjustmentParameters,
  checkedOn: comparedOn,
  checks: [
    on('exclusion', (exclusion, world, law) => {
      if (world.happened(exclusion.seniorOfficerDiscussionDate)) return undefined
      const parts = twoPartsOf(exclusion, world, law)
      if (!parts || parts.remainder === 0) return undefined
      return {
        level: 'high',
        blocks: ['request-remainder'],
        values: { task: 'discuss-with-senior-officer' },
        message: `Before the remainder of ${pounds(parts.remainder)} is asked for, discuss it with a senior officer and log the day.`,
      }
    }),
  ],
}
