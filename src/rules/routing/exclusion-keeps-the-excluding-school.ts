import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { partnershipOn } from '../counting/membership.ts'
import type { Exclusion, Referral } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { exclusionEducationDay } from '../parameters/admissions.ts'
import { on, type Rule } from '../rule.ts'
import { sixthDayRegulations, tellTheHomeAuthority } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName, schoolName, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { deciderOf, isOpen } from './deciding-school.ts'

export const exclusionKeepsTheExcludingSchool: Rule = {
  id: 'RTE-02',
  area: 'RTE',
  title: 'Permanent exclusion keeps the excluding school',
  statement:
    'After a permanent exclusion the excluding school still decides the partnership, and the authority where the child lives must have full-time education in place by the sixth school day.',
  binds: 'Co-ordinator; the home authority',
  test: 'On a referral: names the excluding school’s partnership until a new main roll begins. On every exclusion: shows the sixth school day of the excluding school; a breach when education began later or has not begun. Silent once the pupil is reinstated.',
  basis: ['local-agreement', 'law'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [
    cite(faq, '121', 'we will still consider the excluding school as the key'),
    cite(sixthDayRegulations),
    cite(tellTheHomeAuthority),
  ],
  parameters: [exclusionEducationDay],
  checkedOn: comparedOn,
  checks: [on('referral', responsiblePartnership), on('exclusion', sixthDay)],
}

function responsiblePartnership(referral: Referral, world: World): Draft | undefined {
  if (!isOpen(referral, world)) return undefined
  const decider = deciderOf(referral, world)
  if (decider.by !== 'exclusion') return undefined
  const { school, partnership } = decider
  const who = partnership ? commissionerName(partnership, world) : 'a partnership we do not know'
  return {
    level: 'info',
    values: {
      partnership,
      school,
      homeAuthority: world.pupil(referral.pupil)?.homeAuthority,
      unknown: partnership ? undefined : 'memberships',
    },
    message: `This case belongs to ${who}: ${schoolName(school, world)} permanently excluded the child, and that school still decides.`,
  }
}

function sixthDay(exclusion: Exclusion, world: World, law: Law): Draft | undefined {
  const { school, decisionDate, educationFrom, reinstatedDate } = exclusion
  if (world.happened(reinstatedDate)) return undefined
  const began = world.happened(educationFrom)
  const days = law.value(exclusionEducationDay, decisionDate)
  const day = world.calendar(school).nthAfter(decisionDate, days)
  const { due, overdueDays, unknown, isOverdue } = dueBy(day, world, began)
  return {
    level: isOverdue ? 'breach' : 'info',
    basis: 'law',
    due,
    overdueDays,
    values: {
      partnership: partnershipOn(school, decisionDate, world),
      school,
      homeAuthority: world.pupil(exclusion.pupil)?.homeAuthority,
      task: began ? undefined : 'notify-home-authority',
      unknown,
    },
    message: sixthDayMessage(due, began !== undefined, isOverdue),
  }
}

function sixthDayMessage(
  due: Exclusion['decisionDate'] | undefined,
  began: boolean,
  late: boolean,
) {
  if (!due)
    return 'The sixth school day cannot be worked out: the term dates do not reach it. Tell the home authority without delay.'
  const day = spokenDay(due)
  if (began)
    return late
      ? `Education was due to start by ${day}, the sixth school day, and started later.`
      : `Education started by ${day}, the sixth school day.`
  return late
    ? `Education should have been in place by ${day}, the sixth school day. Ask the home authority now.`
    : `Tell the home authority without delay: education must be in place by ${day}, the sixth school day.`
}
