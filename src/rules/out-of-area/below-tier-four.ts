import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName } from '../spoken.ts'
import { isProgrammeManaged, otherHomeAuthority } from './home-authority.ts'

export const belowTierFour: Rule = {
  id: 'OOA-04',
  area: 'OOA',
  title: 'Below Tier 4 the partnership arranges and pays',
  statement:
    'Provision below full-time programme management is arranged and financed by the partnership, also for a child from another authority.',
  binds: 'Partnership',
  test: 'Names who pays for a programme below Tier 4 of a child whose address is in another authority.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [cite(faq, '154', 'will be arranged and financed by the Partnership')],
  parameters: [programmeManagementTier],
  checkedOn: comparedOn,
  checks: [
    on('programme', (programme, world, law): Draft | undefined => {
      if (isProgrammeManaged(programme, law)) return undefined
      if (otherHomeAuthority(programme.pupil, world) === undefined) return undefined
      const { partnership } = programme
      return {
        level: 'info',
        values: { funder: 'partnership', partnership },
        message: `${partnership ? commissionerName(partnership, world) : 'The partnership'} arranges and pays for this programme.`,
      }
    }),
  ],
}
