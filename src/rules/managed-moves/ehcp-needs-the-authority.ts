import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { sendRegulations } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'

export const ehcpNeedsTheAuthority: Rule = {
  id: 'MMV-05',
  area: 'MMV',
  title: 'A pupil with an EHCP: the authority decides first',
  statement:
    'The plan names the school. Before a pupil with an EHCP moves, the authority that maintains the plan must have decided to change it.',
  binds: 'Both schools; the authority that maintains the plan',
  test: 'Stops the move of a pupil with an EHCP, or whose SEND status is not known, until the authority’s decision is recorded.',
  basis: ['law'],
  levels: ['high'],
  blocks: ['start-managed-move'],
  sources: [
    cite(sendRegulations),
    cite(faq, '182', 'The EHCP will name the school that is to provide education for the child'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('managed-move', ({ pupil, authorityDecisionDate }, world): Draft | undefined => {
      const ehcp = hasEhcp(world.pupil(pupil))
      if (ehcp === false || world.happened(authorityDecisionDate)) return undefined
      return {
        level: 'high',
        blocks: ['start-managed-move'],
        values: {
          missing: 'authority-decision',
          unknown: ehcp === undefined ? 'send-status' : undefined,
        },
        message: ehcp
          ? 'The pupil has an EHCP. The move waits for the decision of the authority that maintains it.'
          : 'We do not know whether the pupil has an EHCP. Find out before the move starts.',
      }
    }),
  ],
}
