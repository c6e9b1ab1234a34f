import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { FairAccessCase } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { fairAccessLimit, outOfEducation } from '../parameters/fair-access.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { eligibilityOf, isOpenCase } from './eligibility.ts'

export const takeItToPanelQuickly: Rule = {
  id: 'FA-03',
  area: 'FA',
  title: 'Take it to panel quickly',
  statement:
    'Move quickly to the panel, so that schools can agree who admits the child. A place must be allocated within 20 school days of acceptance under the protocol.',
  binds: 'Co-ordinator; the authority',
  test: 'For an accepted case that is not decided: shows the limit, and warns when no panel is set, the panel is later than the limit, or the limit has passed. Counts on the general calendar, as no school is chosen yet.',
  basis: ['statutory-guidance'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(fairAccessCategories, '20 school days'),
    cite(faq, '67', 'Move quickly to get the case discussed at your Panel'),
  ],
  parameters: [fairAccessLimit, outOfEducation],
  checkedOn: comparedOn,
  checks: [on('fair-access-case', check)],
}

function check(facts: FairAccessCase, world: World, law: Law): Draft | undefined {
  const { acceptedDate, decision, panelMeeting } = facts
  if (!isOpenCase(facts, world) || acceptedDate === undefined || decision) return undefined
  if (eligibilityOf(facts, world, law).eligible === 'no') return undefined
  const limit = world.calendar().nthAfter(acceptedDate, law.value(fairAccessLimit, acceptedDate))
  const { due, overdueDays, unknown, isOverdue } = dueBy(limit, world)
  const meeting = world.meeting(panelMeeting)
  const panelOn = meeting && world.dayOf(meeting.startsAt)
  const late = panelOn !== undefined && due !== undefined && panelOn > due
  const by = due
    ? `by ${spokenDay(due)}`
    : 'within 20 school days, though the term dates do not reach that day'
  return {
    level: isOverdue || late || panelOn === undefined ? 'warning' : 'info',
    due,
    overdueDays,
    values: { panelOn, unknown },
    message: isOverdue
      ? `A place should have been allocated ${by}. Bring the case to a panel now.`
      : panelOn === undefined
        ? `No panel is set. A place must be allocated ${by}.`
        : late
          ? `The panel on ${spokenDay(panelOn)} is too late: a place must be allocated ${by}.`
          : `A place must be allocated ${by}.`,
  }
}
