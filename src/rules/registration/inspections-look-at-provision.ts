import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { inspectionFramework } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'

export const inspectionsLookAtProvision: Rule = {
  id: 'REG-05',
  area: 'REG',
  title: 'Inspections look at alternative provision',
  statement:
    'Every full inspection of a school looks at how the school makes sure that its alternative provision is safe and that pupils progress, behave and attend.',
  binds: 'School',
  test: 'Bears no finding: the inspection pack explains it.',
  basis: ['council-expectation'],
  levels: [],
  blocks: [],
  sources: [
    cite(pack, '44', 'assessed during all section 5 Ofsted inspections'),
    cite(inspectionFramework),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The inspection pack of a school',
}
