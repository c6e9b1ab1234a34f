import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { isWritten, partsMissing } from './placement-gates.ts'

export const healthNeeds: Rule = {
  id: 'PLN-17',
  area: 'PLN',
  title: 'Pupils with health needs',
  statement: 'A pupil with health needs stays part of the school and in contact with classmates.',
  binds: 'Home school and commissioner',
  test: 'A warning on a placement for a health need without arrangements for contact with classmates.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(pack, '47', 'stay in contact with classmates')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      placement.needCategory === 'health'
        ? partsMissing(
            placement,
            world,
            [
              [
                'peer-contact',
                isWritten(placement.plan?.peerContact),
                'It is not arranged how the pupil stays in contact with classmates. Arrange it.',
              ],
            ],
            'warning',
          )
        : undefined,
    ),
  ],
}
