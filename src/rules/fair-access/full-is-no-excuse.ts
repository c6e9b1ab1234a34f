import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { isOpenCase } from './eligibility.ts'

export const fullIsNoExcuse: Rule = {
  id: 'FA-10',
  area: 'FA',
  title: 'A full school is no excuse',
  statement: 'Schools admit under the protocol even when they are full.',
  binds: 'The allocated school',
  test: 'Speaks when the school objects because it is full. The allocation stands.',
  basis: ['statutory-guidance'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(fairAccessCategories, undefined, 'even when the school is full'),
    cite(faq, '67', 'so that schools can agree who will take the child on roll'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world): Draft | undefined =>
      facts.refusalReason === 'full' && isOpenCase(facts, world)
        ? {
            level: 'info',
            values: { stops: false, reason: 'full' },
            message: 'The school says that it is full. That does not stop the allocation.',
          }
        : undefined,
    ),
  ],
}
