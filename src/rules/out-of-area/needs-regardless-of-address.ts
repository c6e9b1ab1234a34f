import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const needsRegardlessOfAddress: Rule = {
  id: 'OOA-03',
  area: 'OOA',
  title: 'Needs are considered regardless of address',
  statement: 'A referred child’s needs are considered without reference to the home address.',
  binds: 'Panel; co-ordinator',
  test: 'No finding. The panel does not see the home authority while it considers needs, once SEND has been routed.',
  basis: ['local-agreement'],
  levels: [],
  blocks: [],
  sources: [cite(faq, '154', 'will have needs considered without reference to the home address')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The panel’s needs page, which leaves the home authority out',
}
