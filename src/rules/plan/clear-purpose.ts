import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { gate, isWritten } from './placement-gates.ts'

export const clearPurpose: Rule = {
  id: 'PLN-14',
  area: 'PLN',
  title: 'Clear purpose',
  statement: 'A placement has a clear purpose that centres on education and achievement.',
  binds: 'Commissioner',
  test: 'Speaks without a purpose: a block up to and on the first day, a breach after it.',
  basis: ['council-expectation'],
  levels: ['high', 'breach'],
  blocks: ['start-placement'],
  sources: [cite(pack, '61', 'have a clear purpose with a focus on education and achievement')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      isWritten(placement.purpose)
        ? undefined
        : gate(
            placement,
            world,
            { missing: 'purpose' },
            'The placement states no purpose. Say what it is for.',
          ),
    ),
  ],
}
