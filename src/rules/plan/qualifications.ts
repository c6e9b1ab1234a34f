import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { isWritten, partsMissing } from './placement-gates.ts'

export const qualifications: Rule = {
  id: 'PLN-12',
  area: 'PLN',
  title: 'Qualifications of pupil and staff',
  statement: 'The pupil can work towards qualifications that suit, with suitably qualified staff.',
  binds: 'Commissioner',
  test: 'A warning for each of the two that is not recorded.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(pack, '63', 'opportunity to take appropriate qualifications')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      partsMissing(
        placement,
        world,
        [
          [
            'qualifications',
            isWritten(placement.plan?.qualifications),
            'No qualification is recorded that the pupil works towards. Record it.',
          ],
          [
            'staff-qualifications',
            world.happened(placement.plan?.staffQualificationsSeenDate) !== undefined,
            'The qualifications of the staff have not been seen. See them, and record the day.',
          ],
        ],
        'warning',
      ),
    ),
  ],
}
