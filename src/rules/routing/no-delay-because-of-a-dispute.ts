import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { Id, Referral } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { disputeAnsweredBy, disputedResponse } from '../parameters/routing.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { type Decider, deciderOf, isOpen, partnershipOf, schoolOf } from './deciding-school.ts'

export const noDelayBecauseOfADispute: Rule = {
  id: 'RTE-04',
  area: 'RTE',
  title: 'No delay because of a dispute',
  statement:
    'A dispute about which partnership is responsible must not delay the response to the referral.',
  binds: 'The partnership that holds the referral',
  test: 'While a dispute is open and no response is recorded: to know up to the due day, a warning after it.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(faq, '121', 'does not let this become a reason for delaying a response'),
    cite(ourDesign, 'five school days'),
  ],
  parameters: [disputedResponse, disputeAnsweredBy],
  checkedOn: comparedOn,
  checks: [
    on('referral', (referral, world, law): Draft | undefined => {
      const { dispute, referredDate, respondedDate } = referral
      if (!isOpen(referral, world) || !world.happened(dispute?.openedDate)) return undefined
      if (world.happened(dispute?.resolvedDate) || world.happened(respondedDate)) return undefined
      const decider = deciderOf(referral, world)
      const calendar = world.calendar(schoolOf(decider))
      const day = calendar.nthAfter(referredDate, law.value(disputedResponse, referredDate))
      const { due, overdueDays, unknown, isOverdue } = dueBy(day, world)
      return {
        level: isOverdue ? 'warning' : 'info',
        due,
        overdueDays,
        values: { partnership: answering(referral, decider, world, law), unknown },
        message: due
          ? `Responsibility is disputed. Answer the referral by ${spokenDay(due)} all the same.`
          : 'Responsibility is disputed. Answer the referral all the same; the term dates do not reach the due day.',
      }
    }),
  ],
}

function answering(referral: Referral, decider: Decider, world: World, law: Law): Id | undefined {
  const who = law.value(disputeAnsweredBy, world.today)
  return who === 'home-area' ? world.pupil(referral.pupil)?.homeArea : partnershipOf(decider)
}
