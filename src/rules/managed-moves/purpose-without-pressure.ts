import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { managedMoveAdvice, rotherhamMoves } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'

export const purposeWithoutPressure: Rule = {
  id: 'MMV-04',
  area: 'MMV',
  title: 'The purpose is to avoid a permanent exclusion',
  statement:
    'Heads may use managed moves as one way to avoid a permanent exclusion, where it is in the child’s interest. “Agree to the move or we exclude” is pressure, and can be off-rolling.',
  binds: 'Schools',
  test: 'Warns when pressure is reported. To know: the purpose is not recorded.',
  basis: ['statutory-guidance'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(managedMoveAdvice),
    cite(faq, '104', 'The Statutory Guidance encourages Headteachers to use managed moves'),
    cite(rotherhamMoves),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('managed-move', ({ pressureReported, purpose }): readonly Draft[] => [
      ...(pressureReported ? [pressure] : []),
      ...(purpose ? [] : [noPurpose]),
    ]),
  ],
}

const pressure: Draft = {
  level: 'warning',
  values: { concern: 'pressure' },
  message:
    'Pressure on the family is reported. A move under pressure can be off-rolling: look into it.',
}

const noPurpose: Draft = {
  level: 'info',
  values: { missing: 'purpose' },
  message: 'Record what the move is for.',
}
