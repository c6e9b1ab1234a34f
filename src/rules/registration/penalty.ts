import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { unregisteredSchools } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'

export const penalty: Rule = {
  id: 'REG-02',
  area: 'REG',
  title: 'Penalty for an unregistered school',
  statement:
    'Whoever runs an unregistered school may be sent to prison for up to six months, fined without limit, or both.',
  binds: 'Proprietor of the setting',
  test: 'Bears no finding: it is part of the explanation of REG-01.',
  basis: ['law'],
  levels: [],
  blocks: [],
  sources: [
    cite(pack, '40', 'imprisonment for up to 6 months or get an unlimited fine, or both'),
    cite(unregisteredSchools),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The explanation of REG-01 on its rule card and on each of its findings',
}
