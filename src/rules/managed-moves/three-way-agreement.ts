import { comparedOn } from '../compared-on.ts'
import type { Answer } from '../counting/child.ts'
import { parentsAgree } from '../counting/consent.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionGuidance, rotherhamMoves } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { schoolName } from '../spoken.ts'

export const threeWayAgreement: Rule = {
  id: 'MMV-01',
  area: 'MMV',
  title: 'Three-way agreement',
  statement:
    'A managed move needs the agreement of the parents and of both schools. Without the parents there is no move.',
  binds: 'Both schools',
  test: 'One finding for each party that has not agreed. Every known holder of parental responsibility must agree; when none is known, everyone whose answer is recorded. An answer not given is not agreement.',
  basis: ['statutory-guidance'],
  levels: ['high'],
  blocks: ['start-managed-move'],
  sources: [
    cite(exclusionGuidance),
    cite(faq, '104', 'the parents and both schools'),
    cite(rotherhamMoves, undefined, 'consent from both separated parents'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('managed-move', (move, world): readonly Draft[] => {
      const parents = parentsAgree(world.pupil(move.pupil), move.parentConsents ?? [])
      const { fromSchool, toSchool } = move
      return [
        ...missing('parents', 'the parents', parents),
        ...missing(
          'sending-school',
          schoolName(fromSchool, world),
          move.fromSchoolAgrees,
          fromSchool,
        ),
        ...missing('receiving-school', schoolName(toSchool, world), move.toSchoolAgrees, toSchool),
      ]
    }),
  ],
}

function missing(party: string, name: string, agreed: Answer, school?: Id): readonly Draft[] {
  if (agreed) return []
  return [
    {
      level: 'high',
      blocks: ['start-managed-move'],
      values: { missing: party, answer: agreed === false ? 'no' : 'unknown', school },
      message:
        agreed === false
          ? `The move cannot start: there is no agreement of ${name}.`
          : `The move cannot start until the agreement of ${name} is recorded.`,
    },
  ]
}
