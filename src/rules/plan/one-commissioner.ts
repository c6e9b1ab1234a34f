import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { gate } from './placement-gates.ts'

export const oneCommissioner: Rule = {
  id: 'PLN-15',
  area: 'PLN',
  title: 'One commissioner of record',
  statement:
    'Responsibility for the quality of a placement rests with its commissioner, and there is exactly one.',
  binds: 'Everyone who arranges a placement',
  test: 'Speaks unless exactly one commissioner of record is named: a block up to and on the first day, a breach after it.',
  basis: ['council-expectation'],
  levels: ['high', 'breach'],
  blocks: ['start-placement'],
  sources: [cite(pack, '57', 'rests with the commissioner')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) => {
      const commissioners = placement.commissioners?.length ?? 0
      if (commissioners === 1) return undefined
      const said =
        commissioners === 0
          ? 'Nobody is recorded as the commissioner'
          : `${commissioners} commissioners are recorded`
      return gate(
        placement,
        world,
        { commissioners },
        `${said}. Name the one that holds the agreement.`,
      )
    }),
  ],
}
