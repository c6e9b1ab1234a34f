import { addDays, type IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { academiesBoundFrom, reviewLookBack } from '../parameters/off-site-direction.ts'
import { on, type Rule } from '../rule.ts'
import { offSiteRegulations2012 } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import { isBound } from './bound.ts'

export const requestedReview: Rule = {
  id: 'OSD-05',
  area: 'OSD',
  title: 'A review that was asked for',
  statement:
    'A parent, or the authority for a pupil with an EHCP, may ask for a review in writing. It is held as soon as reasonably practicable, unless one was held in the ten weeks before.',
  binds: 'Schools; academies and pupil referral units since 26 July 2026',
  test: 'Warns for each request with no review in the 70 days up to and including it, and none since. The duty has no number of days, so it is never a breach.',
  basis: ['law'],
  levels: ['warning'],
  blocks: [],
  sources: [cite(offSiteRegulations2012, 'reg 4A'), cite(faq, '107')],
  parameters: [reviewLookBack, academiesBoundFrom],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', (direction, world, law): readonly Draft[] => {
      if (!isBound(direction, world, law)) return []
      const held = (direction.reviews ?? []).flatMap(r => world.happened(r.heldDate) ?? [])
      const isOpen = (request: IsoDate) => {
        const from = addDays(request, -law.value(reviewLookBack, request))
        return !held.some(day => from <= day)
      }
      return (direction.reviewRequests ?? [])
        .map(({ date }) => date)
        .filter(isOpen)
        .map(date => ({
          level: 'warning',
          values: { duty: true, requestedOn: date, task: 'hold-review' },
          message: `A review was asked for on ${spokenDay(date)}. Hold it as soon as you reasonably can.`,
        }))
    }),
  ],
}
