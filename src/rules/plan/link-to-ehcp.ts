import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { partsMissing } from './placement-gates.ts'

export const linkToEhcp: Rule = {
  id: 'PLN-04',
  area: 'PLN',
  title: 'Link to the EHCP',
  statement: 'The plan of a pupil with an EHCP is linked to it.',
  binds: 'Commissioner',
  test: 'A warning when the pupil has an EHCP and the plan is not known to be linked to it.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(pack, '48', 'Plans should also be linked to other relevant information')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      hasEhcp(world.pupil(placement.pupil))
        ? partsMissing(
            placement,
            world,
            [
              [
                'ehcp-link',
                placement.plan?.ehcpLinked === true,
                'The pupil has an EHCP and the plan is not linked to it. Link the two.',
              ],
            ],
            'warning',
          )
        : undefined,
    ),
  ],
}
