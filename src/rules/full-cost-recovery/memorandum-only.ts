import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionFunding } from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import { schoolName } from '../spoken.ts'
import { adjustmentParameters } from './adjustment.ts'
import { enforceabilityOf, twoPartsOf } from './remainder.ts'

export const memorandumOnly: Rule = {
  id: 'FCR-12',
  area: 'FCR',
  title: 'The Memorandum as an agreement',
  statement:
    'By signing the Memorandum of Understanding schools agreed to full cost recovery. The authority does not think that enforceable, and would try.',
  binds: 'Authority and partnership',
  test: 'Information when a remainder above nought rests on a Memorandum signed on or before the decision, and on no binding agreement.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '90', 'The LA believes that this agreement is not legally enforceable'),
    cite(exclusionFunding),
  ],
  parameters: adjustmentParameters,
  checkedOn: comparedOn,
  checks: [
    on('exclusion', (exclusion, world, law) => {
      const parts = twoPartsOf(exclusion, world, law)
      if (!parts || parts.remainder === 0) return undefined
      const enforceability = enforceabilityOf(exclusion, world)
      return enforceability === 'memorandum-disputed'
        ? {
            level: 'info',
            values: { enforceability },
            message: `${schoolName(exclusion.school, world)} signed the Memorandum and nothing more: whether the remainder can be enforced is disputed.`,
          }
        : undefined
    }),
  ],
}
