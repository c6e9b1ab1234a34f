import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { arrangingProvision } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { gate } from './placement-gates.ts'

export const definedNeed: Rule = {
  id: 'PLN-02',
  area: 'PLN',
  title: 'Meet defined needs',
  statement:
    'A placement meets a defined need: behaviour, medical or mental health, or extreme vulnerability.',
  binds: 'Commissioner',
  test: 'Speaks without a need category: a block up to and on the first day, a breach after it.',
  basis: ['council-expectation'],
  levels: ['high', 'breach'],
  blocks: ['start-placement'],
  sources: [cite(pack, '47', 'AP should meet defined needs'), cite(arrangingProvision)],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      placement.needCategory === undefined
        ? gate(
            placement,
            world,
            { missing: 'need-category' },
            'The placement names no need that it meets. Say which: behaviour, health or vulnerability.',
          )
        : undefined,
    ),
  ],
}
