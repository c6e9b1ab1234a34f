import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Exclusion } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionFunding } from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'
import { adjustmentParameters } from './adjustment.ts'
import { type Enforceability, enforceabilityOf, twoPartsOf } from './remainder.ts'

export const authoritySecuresRecovery: Rule = {
  id: 'FCR-07',
  area: 'FCR',
  title: 'The authority supports full cost recovery',
  statement:
    'The Partnership Agreement says that the authority will secure the full cost from a non-member. Beyond the statutory part that can be enforced only where the school has signed a binding agreement of its own.',
  binds: 'Authority and partnership',
  test: 'Information on a non-member’s exclusion with a remainder above nought: what the remainder rests on, as signed on or before the decision.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '82', 'the LA will secure full cost recovery from the school'),
    cite(faq, '90'),
    cite(exclusionFunding),
  ],
  parameters: adjustmentParameters,
  checkedOn: comparedOn,
  checks: [on('exclusion', judge)],
}

function judge(exclusion: Exclusion, world: World, law: Law): Draft | undefined {
  const parts = twoPartsOf(exclusion, world, law)
  if (!parts || parts.remainder === 0) return undefined
  const remainderEnforceability = enforceabilityOf(exclusion, world)
  return {
    level: 'info',
    values: { remainderEnforceability, authoritySupport: true },
    message: `The remainder of ${pounds(parts.remainder)} may be asked for with the authority’s support. ${rests[remainderEnforceability]}`,
  }
}

const rests: Record<Enforceability, string> = {
  'binding-agreement': 'The school has signed a binding agreement on it.',
  'memorandum-disputed':
    'It rests on the Memorandum of Understanding, which the authority does not think enforceable.',
  none: 'Nothing that the school has signed makes it enforceable.',
}
