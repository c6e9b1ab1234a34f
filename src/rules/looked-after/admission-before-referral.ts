import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { Admission, Referral } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { inYearAim, inYearLimit } from '../parameters/admissions.ts'
import { isOpen, referringSchool } from '../routing/deciding-school.ts'
import { on, type Rule } from '../rule.ts'
import { admissionsCode } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const admissionBeforeReferral: Rule = {
  id: 'LAC-04',
  area: 'LAC',
  title: 'Admission before referral',
  statement:
    'Admissions and the school complete the admission first; only then may the school refer. An in-year application is answered within 15 school days, and the aim is 10.',
  binds: 'Schools; School Admissions',
  test: 'Stops a referral dated before the admission to the referring school was completed; the same day is enough. On the admission: the limit, and a breach when the outcome was notified later or not yet.',
  basis: ['local-agreement', 'statutory-guidance'],
  levels: ['info', 'high', 'breach'],
  blocks: ['accept-referral'],
  sources: [
    cite(faq, '17', 'the Admissions Process is completed by the LA Admissions Team and the School'),
    cite(admissionsCode),
  ],
  parameters: [inYearAim, inYearLimit],
  checkedOn: comparedOn,
  checks: [on('referral', returned), on('admission', clock)],
}

/** An admission to another school does not hold up the referral of the school that has the child. */
function returned(referral: Referral, world: World): readonly Draft[] {
  if (!isOpen(referral, world)) return []
  const school = referringSchool(referral)
  return world
    .by('admissions', 'pupil', referral.pupil)
    .filter(admission => school === undefined || admission.school === school)
    .filter(({ completedDate }) => !completedDate || referral.referredDate < completedDate)
    .map(({ id, completedDate }) => ({
      level: 'high',
      blocks: ['accept-referral'],
      values: { admission: id, returnTo: 'school' },
      message: completedDate
        ? `The admission was completed on ${spokenDay(completedDate)}, after the referral. Return it to the school.`
        : 'The admission is not completed. Return the referral to the school until it is.',
    }))
}

function clock(admission: Admission, world: World, law: Law): Draft | undefined {
  const { school, receivedDate, notifiedDate } = admission
  if (receivedDate === undefined) return undefined
  const calendar = world.calendar(school)
  const notified = world.happened(notifiedDate)
  const limit = calendar.nthAfter(receivedDate, law.value(inYearLimit, receivedDate))
  const { due, overdueDays, unknown, isOverdue } = dueBy(limit, world, notified)
  // Notified on a day that the term dates reach, while the limit lies beyond them: that is in time.
  const reached = notified && calendar.daysAfter(receivedDate, notified).complete
  if (notified && !isOverdue && (due || reached)) return undefined
  return {
    level: isOverdue ? 'breach' : 'info',
    basis: 'statutory-guidance',
    due,
    overdueDays,
    values: {
      aimBy: calendar.nthAfter(receivedDate, law.value(inYearAim, receivedDate)),
      unknown,
    },
    message: clockMessage(due, notified !== undefined, isOverdue),
  }
}

function clockMessage(due: Admission['receivedDate'], notified: boolean, late: boolean): string {
  if (!due) return 'The limit for the outcome cannot be worked out: the term dates do not reach it.'
  const day = spokenDay(due)
  if (!late) return `Notify the outcome of the application by ${day}.`
  return notified
    ? `The outcome was due by ${day} and was notified later.`
    : `The outcome was due by ${day}. Notify it now.`
}
