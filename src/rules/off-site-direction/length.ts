import { daysBetween } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { isLive, isOver, lastDayOf } from '../counting/placement-days.ts'
import { isRegistered } from '../counting/provider.ts'
import { shareAt } from '../counting/pupil-week.ts'
import { halfDays } from '../counting/timetable.ts'
import type { Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import {
  intensiveWeeks,
  isInForce,
  partTimeSessions,
  providerTimeCaps,
} from '../parameters/planned-law.ts'
import { on, type Rule } from '../rule.ts'
import { offSiteRegulations2012, plannedTimeLimits } from '../sources/moves.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { spokenCount } from '../spoken.ts'
import type { World } from '../world.ts'

export const lengthOfTheDirection: Rule = {
  id: 'OSD-07',
  area: 'OSD',
  title: 'Length',
  statement:
    'A direction needs an end in sight, though the law sets no maximum. Planned limits for provision that is not a school are twelve weeks, or four sessions a week for longer.',
  binds: 'Schools; commissioners',
  test: 'To know: a direction without an end. On a placement at an unregistered provider: more than both planned limits, to know until they are law and a warning after.',
  basis: ['design', 'planned', 'law'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(ourDesign),
    cite(plannedTimeLimits),
    cite(offSiteRegulations2012, 'no end-of-year limit since 2012'),
    cite(faq, '162', 'a clear end date in the short or medium term'),
  ],
  parameters: [intensiveWeeks, partTimeSessions, providerTimeCaps],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', ({ end }): Draft | undefined =>
      end === undefined
        ? {
            level: 'info',
            values: { missing: 'end' },
            message: 'The direction has no last day. Set one in the short or medium term.',
          }
        : undefined,
    ),
    on('placement', overPlannedLimits),
  ],
}

function overPlannedLimits(placement: Placement, world: World, law: Law): Draft | undefined {
  if (isOver(placement, world) || isRegistered(world.provider(placement.provider))) return undefined
  const sessionsPerWeek = isLive(placement, world)
    ? (shareAt(placement.pupil, placement.provider, world)?.halfDays ?? 0)
    : halfDays([placement.timetable ?? []])
  if (sessionsPerWeek <= law.value(partTimeSessions, world.today)) return undefined
  const last = lastDayOf(placement, world)
  const days = last === undefined ? undefined : daysBetween(placement.start, last) + 1
  if (days !== undefined && days <= law.value(intensiveWeeks, world.today) * 7) return undefined
  const isLaw = isInForce(providerTimeCaps, world, law)
  return {
    level: isLaw ? 'warning' : 'info',
    basis: isLaw ? 'law' : 'planned',
    values: { sessionsPerWeek, days },
    message: `${spokenCount(sessionsPerWeek, 'session')} a week ${
      days === undefined ? 'without a last day' : `for ${spokenCount(days, 'day')}`
    } is more than the ${isLaw ? '' : 'planned '}limit for provision that is not a school${isLaw ? '' : ', which is not law'}.`,
  }
}
