import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { isWritten, partsMissing } from './placement-gates.ts'

export const otherServices: Rule = {
  id: 'PLN-13',
  area: 'PLN',
  title: 'Other services and next steps',
  statement:
    'The provider works with other services about the pupil, who also has impartial advice on next steps.',
  binds: 'Commissioner and provider',
  test: 'Information for each of the two that is not recorded.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [cite(pack, '64', 'good arrangements for working with other relevant services')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      partsMissing(
        placement,
        world,
        [
          [
            'service-links',
            isWritten(placement.plan?.serviceLinks),
            'No links to other services are recorded.',
          ],
          [
            'next-steps-advice',
            isWritten(placement.plan?.nextStepsAdvice),
            'No advice on next steps is recorded.',
          ],
        ],
        'info',
      ),
    ),
  ],
}
