import { addDays } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { DirectionReview } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { academiesBoundFrom, reviewInvitation } from '../parameters/off-site-direction.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionGuidance, norfolkOffSite, offSiteRegulations2012 } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { isBound } from './bound.ts'

export const reviewsOfTheDirection: Rule = {
  id: 'OSD-04',
  area: 'OSD',
  title: 'Reviews of the direction',
  statement:
    'The school reviews the direction at intervals that suit the pupil and decides whether it goes on. Parents are invited no later than six days before.',
  binds: 'Schools; academies and pupil referral units since 26 July 2026',
  test: 'Stops a start without any review date. For each review: to know while the invitation is open, a breach when it was sent later than six days before, or not by then.',
  basis: ['law'],
  levels: ['info', 'high', 'breach'],
  blocks: ['start-off-site-direction'],
  sources: [
    cite(offSiteRegulations2012, 'reg 4(1)(a)'),
    cite(norfolkOffSite),
    cite(exclusionGuidance),
    cite(faq, '134', 'regularly monitoring any alternative placements'),
  ],
  parameters: [reviewInvitation, academiesBoundFrom],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', (direction, world, law): readonly Draft[] => {
      if (!isBound(direction, world, law)) return []
      const reviews = direction.reviews ?? []
      return reviews.length ? reviews.flatMap(review => invitation(review, world, law)) : [noReview]
    }),
  ],
}

const noReview: Draft = {
  level: 'high',
  blocks: ['start-off-site-direction'],
  values: { missing: 'review-date' },
  message: 'Set the first review before the direction starts.',
}

function invitation(
  { date, invitedDate }: DirectionReview,
  world: World,
  law: Law,
): readonly Draft[] {
  const invited = world.happened(invitedDate)
  const day = addDays(date, -law.value(reviewInvitation, date))
  const { due, overdueDays, isOverdue } = dueBy(day, world, invited)
  if (invited && !isOverdue) return []
  return [
    {
      level: isOverdue ? 'breach' : 'info',
      due,
      overdueDays,
      values: { reviewOn: date, task: invited ? undefined : 'invite-parents' },
      message: invited
        ? `The parents were invited to the review of ${spokenDay(date)} too late.`
        : `${isOverdue ? 'The parents should have been invited' : 'Invite the parents'} by ${spokenDay(day)} to the review of ${spokenDay(date)}.`,
    },
  ]
}
