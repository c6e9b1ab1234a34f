import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionFunding, financeRegulations2024 } from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import { adjustmentParameters } from './adjustment.ts'
import { twoPartsOf } from './remainder.ts'

export const twoPartCharge: Rule = {
  id: 'FCR-11',
  area: 'FCR',
  title: 'Non-member’s permanent exclusion: a charge in two parts',
  statement:
    'A non-member that excludes permanently owes the statutory part, and is asked for the rest of the cost of provision. The rest is never negative, and never taken off the statutory part.',
  binds: 'Non-member school, partnership and authority',
  test: 'Information on a non-member’s exclusion once the full cost and the reduction are both known.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '92', 'This is a mandatory adjustment to a school budget'),
    cite(faq, '92', 'the remainder of the cost of provision for the child'),
    cite(financeRegulations2024),
    cite(exclusionFunding),
  ],
  parameters: adjustmentParameters,
  checkedOn: comparedOn,
  checks: [
    on('exclusion', (exclusion, world, law) => {
      const parts = twoPartsOf(exclusion, world, law)
      if (!parts) return undefined
      const { fullCost, mandatory, remainder } = parts
      return {
        level: 'info',
        amounts: { fullCost, mandatory, remainder },
        values: { mandatoryEnforceability: 'statutory', requestRemainder: remainder > 0 },
        message:
          remainder > 0
            ? `Of ${pounds(fullCost)}, ${pounds(mandatory)} is statutory and ${pounds(remainder)} may be asked for.`
            : `The statutory ${pounds(mandatory)} covers the full cost of ${pounds(fullCost)}: nothing more is asked for.`,
      }
    }),
  ],
}
