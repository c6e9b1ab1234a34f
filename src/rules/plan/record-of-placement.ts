import { comparedOn } from '../compared-on.ts'
import type { Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import type { World } from '../world.ts'
import { isWritten } from './placement-gates.ts'

export const recordOfPlacement: Rule = {
  id: 'PLN-06',
  area: 'PLN',
  title: 'Full record of placements',
  statement:
    'When a placement closes, its record holds progress, achievements, destination and the pupil’s own assessment.',
  binds: 'Commissioner',
  test: 'Speaks once closing has begun, for each of the four that is missing or blank: a block until it is closed, a breach after. It speaks of closed placements too.',
  basis: ['council-expectation'],
  levels: ['high', 'breach'],
  blocks: ['close-placement'],
  sources: [
    cite(pack, '49', 'a pupil’s progress, achievements and destination'),
    cite(pack, '49', 'the pupil’s own assessment of their placement'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('placement', judge)],
}

function judge({ closure }: Placement, world: World): Draft[] {
  if (!closure) return []
  const isClosed = world.happened(closure.closedDate) !== undefined
  const parts = [
    ['progress', closure.progress, 'progress'],
    ['achievements', closure.achievements, 'achievements'],
    ['destination', closure.destination, 'where the pupil goes next'],
    ['pupil-assessment', closure.pupilAssessment, 'the pupil’s own assessment'],
  ] as const
  return parts
    .filter(([, text]) => !isWritten(text))
    .map(([missing, , what]) => ({
      level: isClosed ? 'breach' : 'high',
      blocks: ['close-placement'],
      values: { missing },
      message: isClosed
        ? `The placement was closed without a record of ${what}. Add it.`
        : `Record ${what} before the placement is closed.`,
    }))
}
