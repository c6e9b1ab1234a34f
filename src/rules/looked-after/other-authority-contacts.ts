import { comparedOn } from '../compared-on.ts'
import { isOthersLookedAfter } from '../counting/child.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { eastMidlandsProtocol } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { authorityName } from '../spoken.ts'

export const otherAuthorityContacts: Rule = {
  id: 'LAC-03',
  area: 'LAC',
  title: 'Another authority’s child: its contacts first',
  statement:
    'Another authority’s looked-after child is supported by that authority’s social worker and Virtual School head. Both must be known before the case goes on.',
  binds: 'Co-ordinator; the referring school',
  test: 'One finding for each contact that is not recorded, for a child looked after today by another authority.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['accept-referral'],
  sources: [
    cite(faq, '15', 'the child is supported by a social worker and the Virtual School Head'),
    cite(eastMidlandsProtocol),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world): readonly Draft[] => {
      if (!isOthersLookedAfter(pupil, world)) return []
      const { authority, virtualSchoolContact, socialWorkerContact } = pupil.care ?? {}
      const ask = (missing: string, words: string): Draft => ({
        level: 'high',
        blocks: ['accept-referral'],
        values: { missing, authority },
        message: `Record ${words} of ${authority ? authorityName(authority) : 'the other authority'} before the case goes on.`,
      })
      return [
        ...(virtualSchoolContact
          ? []
          : [ask('virtual-school-contact', 'the Virtual School contact')]),
        ...(socialWorkerContact ? [] : [ask('social-worker-contact', 'the social worker')]),
      ]
    }),
  ],
}
