import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { isWritten, partsMissing } from './placement-gates.ts'

export const homeSchoolLink: Rule = {
  id: 'PLN-16',
  area: 'PLN',
  title: 'Provider works with the home school',
  statement: 'A named person at the home school works with the provider on the pupil’s plan.',
  binds: 'Home school and provider',
  test: 'A warning without a named link person at the home school.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(pack, '47', 'the AP provider will work with the mainstream school')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      partsMissing(
        placement,
        world,
        [
          [
            'home-school-link',
            isWritten(placement.plan?.homeSchoolLink),
            'Nobody at the home school is named as the link to the provider. Name someone.',
          ],
        ],
        'warning',
      ),
    ),
  ],
}
