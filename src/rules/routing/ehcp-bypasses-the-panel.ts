import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { sendRegulations } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { authorityName } from '../spoken.ts'
import { isOpen } from './deciding-school.ts'

export const ehcpBypassesThePanel: Rule = {
  id: 'RTE-06',
  area: 'RTE',
  title: 'EHCP bypasses the normal panel',
  statement:
    'A referred child with an EHCP does not come to the normal panel. The school’s SENCO holds an annual review with the authority that maintains the plan.',
  binds: 'Co-ordinator; the school’s SENCO',
  test: 'Speaks for every open referral of a child with an EHCP. Whether the plan exists is asked first, the home address second.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['list-at-panel'],
  sources: [
    cite(faq, '188', 'the referral should not come to your normal panel'),
    cite(sendRegulations, 'reg 20'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('referral', (referral, world): Draft | undefined => {
      const pupil = world.pupil(referral.pupil)
      if (!isOpen(referral, world) || !hasEhcp(pupil)) return undefined
      const authority = pupil?.send?.ehcpAuthority
      const own = authority === world.authority
      return {
        level: 'high',
        blocks: ['list-at-panel'],
        values: {
          task: 'senco-annual-review',
          reviewAuthority: authority,
          notify: own ? 'sena' : authority,
        },
        message: `The child has an EHCP. Ask the SENCO for an annual review and tell ${
          own
            ? 'SENA'
            : authority
              ? authorityName(authority)
              : 'the authority that maintains the plan, once you know it'
        }; the case does not go to panel.`,
      }
    }),
  ],
}
