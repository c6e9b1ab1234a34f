import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { arrangingProvision } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'

export const commonElements: Rule = {
  id: 'PLN-18',
  area: 'PLN',
  title: 'What good provision has in common',
  statement:
    'Good provision aims at attainment as in a mainstream school, at needs that are found and met, at motivation and attendance, and at clear next steps.',
  binds: 'Commissioner and provider',
  test: 'Bears no finding: the four outcomes are the headings of every placement review.',
  basis: ['council-expectation'],
  levels: [],
  blocks: [],
  sources: [
    cite(pack, '52', 'good academic attainment on par with mainstream schools'),
    cite(pack, '53-55'),
    cite(arrangingProvision),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy:
    'The placement review form: attainment, needs, engagement and next steps are its headings',
}
