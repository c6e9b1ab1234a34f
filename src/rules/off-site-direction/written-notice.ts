import type { IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import { dueBy } from '../counting/due.ts'
import type { OffSiteDirection } from '../facts.ts'
import type { Draft, Level } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { academiesBoundFrom, offSiteNotice } from '../parameters/off-site-direction.ts'
import { on, type Rule } from '../rule.ts'
import { offSiteRegulations2010, offSiteRegulations2026 } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { isBound } from './bound.ts'

export const writtenNotice: Rule = {
  id: 'OSD-02',
  area: 'OSD',
  title: 'Written notice',
  statement:
    'The parent (or the pupil of 18), and the authority for a pupil with an EHCP, get written notice as soon as practicable and not less than two school days before the first day.',
  binds: 'Schools; academies and pupil referral units since 26 July 2026',
  test: 'Two clear school days between notice and first day are in time. Two counting the day of the notice are arguably short: a warning. Fewer, or no notice by the start: a breach. While no notice is dated it is judged as if given today.',
  basis: ['law'],
  levels: ['info', 'warning', 'breach'],
  blocks: [],
  sources: [
    cite(offSiteRegulations2010, 'reg 3(2)', 'not less than two school days'),
    cite(offSiteRegulations2026),
    cite(faq, '107'),
  ],
  parameters: [offSiteNotice, academiesBoundFrom],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', (direction, world, law): readonly Draft[] => {
      if (!isBound(direction, world, law)) return []
      const { noticeDate, authorityNoticeDate } = direction
      return [
        ...notice('relevant-person', 'the parent', noticeDate, direction, world, law),
        ...(hasEhcp(world.pupil(direction.pupil))
          ? notice('local-authority', 'the authority', authorityNoticeDate, direction, world, law)
          : []),
      ]
    }),
  ],
}

type Timing = 'in-time' | 'arguable' | 'short' | 'unknown'

function notice(
  recipient: string,
  whom: string,
  noticeDate: IsoDate | undefined,
  direction: OffSiteDirection,
  world: World,
  law: Law,
): readonly Draft[] {
  // A notice that is dated for a day to come is judged by that day, like the start it belongs to.
  const given = noticeDate
  const wanted = law.value(offSiteNotice, direction.start)
  const timing = timingOf(given ?? world.today, direction, wanted, world)
  if (given && timing === 'in-time') return []
  // One more than the clear days: the days between the latest notice and the start are then clear.
  const latest = world.calendar(direction.school).nthBefore(direction.start, wanted + 1)
  const { due, overdueDays, unknown } = dueBy(latest, world, given)
  return [
    {
      level: levelOf[timing],
      due,
      overdueDays,
      values: {
        recipient,
        latestNotice: latest,
        task: given ? undefined : 'give-notice',
        unknown: timing === 'unknown' ? 'calendar' : unknown,
      },
      message: messageOf(timing, whom, given !== undefined, latest),
    },
  ]
}

const levelOf: Readonly<Record<Timing, Level>> = {
  'in-time': 'info',
  unknown: 'info',
  arguable: 'warning',
  short: 'breach',
}

function timingOf(day: IsoDate, direction: OffSiteDirection, wanted: number, world: World): Timing {
  const calendar = world.calendar(direction.school)
  const { days, complete } = calendar.clearDays(day, direction.start)
  if (days >= wanted) return 'in-time'
  if (!complete) return 'unknown'
  const withNoticeDay = days + (day < direction.start && calendar.isSchoolDay(day) ? 1 : 0)
  return withNoticeDay >= wanted ? 'arguable' : 'short'
}

function messageOf(timing: Timing, whom: string, given: boolean, latest: IsoDate | undefined) {
  if (timing === 'unknown')
    return `The notice to ${whom} cannot be counted: the term dates do not reach it. Allow two clear school days.`
  const by = latest ? ` by ${spokenDay(latest)}` : ''
  if (!given)
    return timing === 'in-time'
      ? `Give ${whom} written notice${by}.`
      : `${whom.replace(/^./, c => c.toUpperCase())} should have had written notice${by}. Put the start back.`
  return timing === 'arguable'
    ? `The notice to ${whom} has two school days only if its own day counts. It was due${by}.`
    : `The notice to ${whom} is too late: it was due${by}.`
}
