import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Pupil } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { schoolShareLimit } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { authorityResponsible, cityPanel } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { authorityName } from '../spoken.ts'

export const homeAuthorityAboveShare: Rule = {
  id: 'OOA-02',
  area: 'OOA',
  title: 'Above that: the home authority',
  statement:
    'A child with SEND who lives outside this authority and is at a county school seeks support above the school’s share from the authority where the child lives.',
  binds: 'Schools; the home authority',
  test: 'For SEN support or an EHCP: names the authority to ask, when it is another one and the cost is above the school’s share or not known. The authority that maintains an EHCP goes before the home authority.',
  basis: ['law'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(authorityResponsible, 's.24'),
    cite(faq, '150', 'additional support from the local authority in which he or she lives'),
    cite(cityPanel),
  ],
  parameters: [schoolShareLimit],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world, law): Draft | undefined => {
      const requestTo = authorityToAsk(pupil)
      if (requestTo === undefined || requestTo === world.authority) return undefined
      const cost = pupil.send?.additionalCostPence
      const request =
        cost === undefined ? undefined : cost - law.value(schoolShareLimit, world.today)
      if (request !== undefined && request <= 0) return undefined
      return {
        level: 'info',
        amounts: { request },
        values: { requestTo },
        message:
          request === undefined
            ? `Support above the school’s share is asked of ${authorityName(requestTo)}, once the cost is known.`
            : `Ask ${authorityName(requestTo)} for ${pounds(request)} a year, not SENA.`,
      }
    }),
  ],
}

function authorityToAsk({ send, homeAuthority }: Pupil): string | undefined {
  if (send?.status === 'ehcp') return send.ehcpAuthority ?? homeAuthority
  return send?.status === 'sen-support' ? homeAuthority : undefined
}
