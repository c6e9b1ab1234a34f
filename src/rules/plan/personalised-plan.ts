import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { arrangingProvision } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { isWritten, partsMissing } from './placement-gates.ts'

export const personalisedPlan: Rule = {
  id: 'PLN-03',
  area: 'PLN',
  title: 'Personalised plan',
  statement:
    'The commissioner writes a plan for the pupil: objectives, a timeframe, how progress is assessed, and a baseline.',
  binds: 'Commissioner',
  test: 'Speaks for each of the four that is missing or blank: a breach while the placement is live, a warning before.',
  basis: ['council-expectation'],
  levels: ['breach', 'warning'],
  blocks: [],
  sources: [cite(pack, '48', 'a baseline of the current position'), cite(arrangingProvision)],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) => {
      const { objectives = [], timeframe, assessmentArrangements, baseline } = placement.plan ?? {}
      return partsMissing(placement, world, [
        [
          'objectives',
          objectives.some(isWritten),
          'The plan names no objectives. Write them down.',
        ],
        ['timeframe', isWritten(timeframe), 'The plan names no timeframe. Add it.'],
        [
          'assessment-arrangements',
          isWritten(assessmentArrangements),
          'The plan does not say how progress is assessed. Add it.',
        ],
        [
          'baseline',
          isWritten(baseline),
          'The plan has no baseline to measure progress from. Add it.',
        ],
      ])
    }),
  ],
}
