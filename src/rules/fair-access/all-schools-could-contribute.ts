import { comparedOn } from '../compared-on.ts'
import type { FairAccessCase, PanelMeeting } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { panelNotice } from '../parameters/fair-access.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { spokenCount } from '../spoken.ts'
import type { World } from '../world.ts'
import { isOpenCase } from './eligibility.ts'
import { type Opportunity, opportunitiesAt, wasHeard } from './meeting.ts'

export const allSchoolsCouldContribute: Rule = {
  id: 'FA-04',
  area: 'FA',
  title: 'All schools must have been able to contribute',
  statement:
    'A decision taken without all member schools having had the opportunity to contribute cannot be enforced.',
  binds: 'Co-ordinator; panel',
  test: 'At a decision: stops the allocation when a school that is a member on the day of the meeting was neither invited before it nor present, or when no meeting is linked. Warns when an invited member had less than five clear school days’ notice.',
  basis: ['local-agreement', 'design'],
  levels: ['warning', 'high'],
  blocks: ['issue-decision'],
  sources: [
    cite(faq, '67', 'without all schools having the opportunity to contribute'),
    cite(fairAccessCategories, 'reasonable notice'),
    cite(ourDesign, 'five clear school days'),
  ],
  parameters: [panelNotice],
  checkedOn: comparedOn,
  checks: [on('fair-access-case', check)],
}

function check(facts: FairAccessCase, world: World, law: Law): readonly Draft[] {
  const { decision, panelMeeting } = facts
  if (!isOpenCase(facts, world)) return []
  const meeting = world.meeting(panelMeeting)
  if (!meeting)
    return decision
      ? [
          stop(
            { unknown: 'panel-meeting' },
            'No meeting is linked to this decision, so nobody can show that all schools could contribute.',
          ),
        ]
      : []
  const schools = opportunitiesAt(meeting.id, world)
  if (decision && schools.length === 0)
    return [
      warn(
        { unknown: 'memberships' },
        'We know of no member of this partnership on the day of the meeting, so nobody can tell who had to be invited.',
      ),
    ]
  const unheard = schools.filter(school => !wasHeard(school)).length
  const words = `${spokenCount(unheard, 'member school')} had no opportunity to contribute. Invite all schools and decide again.`
  return [
    ...(decision && unheard ? [stop({ uninvitedSchools: unheard }, words)] : []),
    ...shortNotice(schools, meeting, world, law),
  ]
}

const stop = (values: NonNullable<Draft['values']>, message: string): Draft => ({
  level: 'high',
  blocks: ['issue-decision'],
  values: { enforceable: false, ...values },
  message,
})

function shortNotice(
  schools: readonly Opportunity[],
  meeting: PanelMeeting,
  world: World,
  law: Law,
): readonly Draft[] {
  const day = world.dayOf(meeting.startsAt)
  const wanted = law.value(panelNotice, day)
  const counts = schools.flatMap(({ school, invitedOn }) =>
    invitedOn === undefined ? [] : [world.calendar(school).clearDays(invitedOn, day)],
  )
  const short = counts.filter(({ days, complete }) => complete && days < wanted)
  if (short.length) {
    const noticeSchoolDays = Math.min(...short.map(({ days }) => days))
    return [
      warn(
        { noticeSchoolDays },
        `The shortest notice was ${spokenCount(noticeSchoolDays, 'clear school day')}; allow ${wanted}.`,
      ),
    ]
  }
  return counts.some(({ days, complete }) => !complete && days < wanted)
    ? [
        warn(
          { unknown: 'calendar' },
          'The notice cannot be counted: the term dates do not reach it.',
        ),
      ]
    : []
}

const warn = (values: NonNullable<Draft['values']>, message: string): Draft => ({
  level: 'warning',
  basis: 'design',
  values,
  message,
})
