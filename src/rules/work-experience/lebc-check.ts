import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const lebcCheck: Rule = {
  id: 'WEX-02',
  area: 'WEX',
  title: 'LEBC check needed',
  statement:
    'Every work experience placement is checked through the LEBC process. The full audit of an alternative provider is not needed.',
  binds: 'Co-ordinator; schools',
  test: 'Stops a placement without a dated check.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['record-work-experience'],
  sources: [cite(faq, '172', 'needs to be checked through the LEBC process')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('work-experience', ({ lebcCheckDate }, world): Draft | undefined =>
      world.happened(lebcCheckDate)
        ? undefined
        : {
            level: 'high',
            blocks: ['record-work-experience'],
            values: { missing: 'lebc-check' },
            message: 'The placement has not been checked by LEBC. It cannot start before.',
          },
    ),
  ],
}
