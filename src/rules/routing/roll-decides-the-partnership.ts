import { comparedOn } from '../compared-on.ts'
import { membershipOn } from '../counting/membership.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { deletionGrounds } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName, schoolName } from '../spoken.ts'
import { deciderOf, isOpen } from './deciding-school.ts'

export const rollDecidesThePartnership: Rule = {
  id: 'RTE-01',
  area: 'RTE',
  title: 'Roll decides the partnership',
  statement:
    'The partnership responsible for a referred child is that of the school where the child is on roll. The home address does not decide.',
  binds: 'Co-ordinator',
  test: 'Names the partnership of the school on whose roll the child is on the day of the referral; the referring school decides between two registrations. A school that has left keeps its last partnership. Warns when rolls or memberships are not known.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(faq, '121', 'It is the school where the child is on roll that guides the decision'),
    cite(deletionGrounds),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('referral', (referral, world): Draft | undefined => {
      if (!isOpen(referral, world)) return undefined
      const decider = deciderOf(referral, world)
      if (decider.by === 'unknown-rolls')
        return {
          level: 'warning',
          values: { unknown: 'rolls' },
          message:
            'We do not know where the child is on roll. Ask the school before deciding whose case this is.',
        }
      if (decider.by !== 'roll') return undefined
      const { school, dualSchool, partnership } = decider
      if (membershipOn(school, referral.referredDate, world).kind === 'unknown')
        return {
          level: 'warning',
          values: { school, dualSchool, unknown: 'memberships' },
          message: `The child is on roll at ${schoolName(school, world)}, but we do not know to which partnership that school belongs.`,
        }
      return {
        level: 'info',
        values: { partnership, school, dualSchool },
        message: partnership
          ? `This case belongs to ${commissionerName(partnership, world)}, because the child is on roll at ${schoolName(school, world)}.`
          : `The child is on roll at ${schoolName(school, world)}, which has never belonged to a partnership.`,
      }
    }),
  ],
}
