import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { sixthDayRegulations } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { authorityName } from '../spoken.ts'
import { isProgrammeManaged, otherHomeAuthority } from './home-authority.ts'

export const referTierFourHome: Rule = {
  id: 'OOA-05',
  area: 'OOA',
  title: 'Tier 4: refer to the home authority',
  statement:
    'When full-time programme management is needed for a child of another authority, the partnership and the school together make a referral by that authority’s rules.',
  binds: 'Partnership and school together',
  test: 'Stops a Tier 4 programme until the joint referral is sent. Warns when the home authority is not known. Holds for every other authority.',
  basis: ['local-agreement'],
  levels: ['warning', 'high'],
  blocks: ['start-programme'],
  sources: [
    cite(
      faq,
      '154',
      'the Partnership and the school must work together to ensure that a referral is made',
    ),
    cite(sixthDayRegulations, 'the duty to arrange education is the home authority’s'),
  ],
  parameters: [programmeManagementTier],
  checkedOn: comparedOn,
  checks: [
    on('programme', (programme, world, law): Draft | undefined => {
      if (!isProgrammeManaged(programme, law)) return undefined
      if (world.pupil(programme.pupil)?.homeAuthority === undefined)
        return {
          level: 'warning',
          values: { unknown: 'home-authority' },
          message:
            'We do not know in which authority the child lives. Find out before Tier 4 starts.',
        }
      const authority = otherHomeAuthority(programme.pupil, world)
      if (authority === undefined) return undefined
      if (world.happened(programme.homeAuthorityReferral?.sentDate)) return undefined
      return {
        level: 'high',
        blocks: ['start-programme'],
        values: { authority, task: 'joint-referral' },
        message: `The child lives in ${authorityName(authority)}. Send the joint referral of partnership and school there before Tier 4 starts.`,
      }
    }),
  ],
}
