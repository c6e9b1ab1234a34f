import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const isAProgrammePossible: Rule = {
  id: 'SEN-07',
  area: 'SEN',
  title: 'Is an appropriate programme possible?',
  statement:
    'Before it accepts, the partnership considers carefully whether it could put a programme in place that is right for the child, and records why.',
  binds: 'Partnership',
  test: 'Stops acceptance without a decision, with a decision against, or without a reason. A breach once accepted.',
  basis: ['local-agreement'],
  levels: ['high', 'breach'],
  blocks: ['accept-specialist-placement'],
  sources: [
    cite(
      faq,
      '192',
      'consider carefully whether in fact the partnership could put in place a programme',
    ),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('specialist-placement', ({ feasibility, acceptedDate }, world): readonly Draft[] => {
      const level = world.happened(acceptedDate) ? 'breach' : 'high'
      const stop = (values: NonNullable<Draft['values']>, message: string): Draft => ({
        level,
        blocks: ['accept-specialist-placement'],
        values,
        message,
      })
      const { possible, reason } = feasibility ?? {}
      return [
        ...(possible === undefined
          ? [stop({ missing: 'decision' }, 'Decide whether an appropriate programme is possible.')]
          : []),
        ...(possible === false
          ? [stop({ possible: false }, 'It was decided that no appropriate programme is possible.')]
          : []),
        ...(reason
          ? []
          : [stop({ missing: 'reason' }, 'Record why a programme is possible or not.')]),
      ]
    }),
  ],
}
