import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { consentOtherwise, offSiteRegulations2010 } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { isOverDirection } from './bound.ts'

export const powerOrConsent: Rule = {
  id: 'OSD-01',
  area: 'OSD',
  title: 'A school can direct to improve behaviour; otherwise parents consent',
  statement:
    'A school may direct a pupil off-site to improve behaviour without the parents’ agreement (Education Act 2002, section 29A). For any other purpose a parent must consent.',
  binds: 'Schools',
  test: 'Stops a direction whose purpose is not known to be improving behaviour while no parental consent is recorded.',
  basis: ['law'],
  levels: ['high'],
  blocks: ['start-off-site-direction'],
  sources: [
    cite(offSiteRegulations2010, 's.29A Education Act 2002'),
    cite(consentOtherwise),
    cite(faq, '107', 'gives schools the power to direct a pupil off-site'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', (direction, world): Draft | undefined => {
      const { purpose, parentConsentDate } = direction
      if (purpose === 'improve-behaviour' || isOverDirection(direction, world)) return undefined
      if (world.happened(parentConsentDate)) return undefined
      return {
        level: 'high',
        blocks: ['start-off-site-direction'],
        values: {
          needs: 'parental-consent',
          unknown: purpose === undefined ? 'purpose' : undefined,
        },
        message:
          purpose === undefined
            ? 'The purpose is not recorded. Unless it is to improve behaviour, a parent must consent.'
            : 'The purpose is not to improve behaviour, so a parent must consent.',
      }
    }),
  ],
}
