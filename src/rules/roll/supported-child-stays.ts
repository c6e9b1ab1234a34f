import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { twentyDayGround } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'
import { gate, supportAgainst } from './grounds.ts'

export const supportedChildStays: Rule = {
  id: 'ROL-03',
  area: 'ROL',
  title: 'An anxious or ill child with support stays on roll',
  statement:
    'A child who does not attend because of anxiety or illness and has support from a partnership or the authority stays on the school’s roll, like a programme-managed child.',
  binds: 'Schools',
  test: 'Stops a removal for continuous absence, for not returning from leave, or on no ground, while a programme for anxiety or illness is live.',
  basis: ['law'],
  levels: ['high', 'breach'],
  blocks: ['remove-from-roll'],
  sources: [
    cite(twentyDayGround, 'reg 9(1)(i)', 'sickness'),
    cite(
      faq,
      '117',
      'remains on the school roll in the same way as a Programme Managed child would',
    ),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('removal', (removal, world): Draft | undefined => {
      const support = supportAgainst(removal, world)
      return (
        support &&
        gate(
          removal,
          world,
          { reason: support.reason },
          `The child has support for ${support.reason} and stays on roll.`,
        )
      )
    }),
  ],
}
