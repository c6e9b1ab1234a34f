import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { sendRegulations } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'

export const annualReviewInsteadOfPanel: Rule = {
  id: 'SEN-04',
  area: 'SEN',
  title: 'EHCP: annual review instead of panel',
  statement:
    'A child with an EHCP has an annual review instead of coming to the panel. The finding is RTE-06.',
  binds: 'Co-ordinator; the school’s SENCO',
  test: 'No finding of its own: RTE-06 speaks on the referral.',
  basis: ['local-agreement'],
  levels: [],
  blocks: [],
  sources: [
    cite(faq, '188', 'Instead the school SENCO should hold an annual review.'),
    cite(sendRegulations, 'reg 20'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'RTE-06 on the referral',
}
