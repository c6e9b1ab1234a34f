import { daysBetween } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { shortTimeOnRoll } from '../parameters/routing.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName, spokenCount } from '../spoken.ts'
import { deciderOf, isOpen } from './deciding-school.ts'

export const talkDoNotRefuse: Rule = {
  id: 'RTE-03',
  area: 'RTE',
  title: 'Unfair outcome: talk, do not refuse',
  statement:
    'Where the rule of the roll seems unfair, the co-ordinator may raise it with the other partnership, perhaps to share the cost. The case stays where it is until both agree.',
  binds: 'Co-ordinator',
  test: 'A hint when the child has been only a few weeks on the roll that decides and lives in another partnership’s area. Silent when either is not known or not so, and after an exclusion.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '121', 'the Co-ordinator would be right to raise it with the other partnership'),
  ],
  parameters: [shortTimeOnRoll],
  checkedOn: comparedOn,
  checks: [
    on('referral', (referral, world, law): Draft | undefined => {
      if (!isOpen(referral, world)) return undefined
      const decider = deciderOf(referral, world)
      const area = world.pupil(referral.pupil)?.homeArea
      if (decider.by !== 'roll' || area === undefined) return undefined
      if (decider.partnership === undefined || decider.partnership === area) return undefined
      const daysOnRoll = daysBetween(decider.roll.from, referral.referredDate)
      if (daysOnRoll >= law.value(shortTimeOnRoll, referral.referredDate)) return undefined
      return {
        level: 'info',
        values: { otherPartnership: area, daysOnRoll, task: 'raise-with-other-partnership' },
        message: `The child has been ${spokenCount(daysOnRoll, 'day')} on this roll and lives in the area of ${commissionerName(area, world)}. You may raise it with them; the case stays here meanwhile.`,
      }
    }),
  ],
}
