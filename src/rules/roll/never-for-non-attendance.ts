import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { deletionGrounds } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'
import { gate, isGround } from './grounds.ts'

export const neverForNonAttendance: Rule = {
  id: 'ROL-01',
  area: 'ROL',
  title: 'Do not off-roll for non-attendance',
  statement:
    'A school must not take a child off roll because the child stopped attending. A name is deleted only on one of the fifteen grounds of the regulations.',
  binds: 'Schools',
  test: 'Stops a removal whose ground is not one of the fifteen, or not known. A breach once the name is deleted.',
  basis: ['law'],
  levels: ['high', 'breach'],
  blocks: ['remove-from-roll'],
  sources: [
    cite(deletionGrounds, 'reg 9(1)(a) to (o)'),
    cite(faq, '117', 'Our advice should be don’t!'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('removal', (removal, world): Draft | undefined =>
      isGround(removal.ground)
        ? undefined
        : gate(
            removal,
            world,
            { ground: removal.ground ?? 'unknown' },
            'This is not one of the fifteen grounds on which a name may be deleted. The child stays on roll.',
          ),
    ),
  ],
}
