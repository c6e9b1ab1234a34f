import { comparedOn } from '../compared-on.ts'
import type { DirectionNotice } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { academiesBoundFrom } from '../parameters/off-site-direction.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionGuidance, offSiteRegulations2010 } from '../sources/moves.ts'
import { cite, faq } from '../sources.ts'
import { isBound } from './bound.ts'

export const noticeContents: Rule = {
  id: 'OSD-03',
  area: 'OSD',
  title: 'What the notice says',
  statement:
    'The notice gives the address, the person to report to, the number of days, the reasons and objectives, and the session times with breaks.',
  binds: 'Schools; academies and pupil referral units since 26 July 2026',
  test: 'One finding for each of the five groups that is missing. A single session a day needs no break times.',
  basis: ['law'],
  levels: ['high'],
  blocks: ['issue-off-site-notice'],
  sources: [
    cite(offSiteRegulations2010, 'reg 3(4)'),
    cite(exclusionGuidance),
    cite(faq, '107', 'direct a pupil off-site for education'),
  ],
  parameters: [academiesBoundFrom],
  checkedOn: comparedOn,
  checks: [
    on('off-site-direction', (direction, world, law): readonly Draft[] =>
      isBound(direction, world, law)
        ? missingGroups(direction.notice ?? {}).map(missing => ({
            level: 'high',
            blocks: ['issue-off-site-notice'],
            values: { missing },
            message: `The notice does not give ${groups[missing]}. Add it before the notice is issued.`,
          }))
        : [],
    ),
  ],
}

const groups = {
  address: 'the address of the provision',
  'report-to': 'the person to report to',
  'number-of-days': 'the number of days',
  'reasons-and-objectives': 'both the reasons and the objectives',
  'session-times': 'all session and break times',
} as const

/** The groups of the notice that are not complete. */
export function missingGroups(notice: DirectionNotice): readonly (keyof typeof groups)[] {
  const isMissing: Readonly<Record<keyof typeof groups, boolean>> = {
    address: !notice.address,
    'report-to': !notice.reportTo,
    'number-of-days': notice.numberOfDays === undefined,
    'reasons-and-objectives': !notice.reasons || !notice.objectives,
    'session-times': !hasSessionTimes(notice.sessionTimes ?? {}),
  }
  return (Object.keys(groups) as (keyof typeof groups)[]).filter(group => isMissing[group])
}

function hasSessionTimes(times: NonNullable<DirectionNotice['sessionTimes']>): boolean {
  const { sessions, start, finish, breakStart, breakFinish } = times
  if (sessions === undefined || !start || !finish) return false
  return sessions === 1 || (breakStart !== undefined && breakFinish !== undefined)
}
