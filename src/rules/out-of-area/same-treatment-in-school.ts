import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { schoolsToldOfAddresses } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'

export const sameTreatmentInSchool: Rule = {
  id: 'OOA-07',
  area: 'OOA',
  title: 'Same treatment in school',
  statement:
    'Schools work with a child from another authority exactly as with any other and use the ordinary referral.',
  binds: 'Schools',
  test: 'No finding. There is one referral form for every address.',
  basis: ['local-agreement'],
  levels: [],
  blocks: [],
  sources: [
    cite(faq, '148', 'City address children who are referred for support'),
    cite(
      schoolsToldOfAddresses,
      undefined,
      'in exactly the same way as they would any other student',
    ),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The referral form, which is the same for every address',
}
