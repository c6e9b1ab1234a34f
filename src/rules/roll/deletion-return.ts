import { daysBetween, type IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { schoolYearOf } from '../counting/years.ts'
import type { Removal } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { registerReturns } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const deletionReturn: Rule = {
  id: 'ROL-05',
  area: 'ROL',
  title: 'Deletion return',
  statement:
    'On deleting a name the school makes a return to the authority, no later than the deletion. None is needed for a leaver of the top year at or after the end of the last term.',
  binds: 'Schools',
  test: 'To know while the return is due; a breach when it was made after the deletion or is missing after it.',
  basis: ['law'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [cite(registerReturns, 'reg 13(4) to (6)'), cite(faq, '117')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('removal', (removal, world): Draft | undefined => {
      const { deletionDate, returnDate } = removal
      if (deletionDate === undefined || isTopYearLeaver(removal, deletionDate, world))
        return undefined
      const returned = world.happened(returnDate)
      const { due, overdueDays, isOverdue } = dueBy(deletionDate, world, returned)
      if (returned && !isOverdue) return undefined
      return {
        level: isOverdue ? 'breach' : 'info',
        due,
        overdueDays,
        values: { task: 'deletion-return' },
        message: returned
          ? `The deletion return was due by ${spokenDay(deletionDate)}, the day of the deletion, and was made later.`
          : `The deletion return ${isOverdue ? 'was' : 'is'} due by ${spokenDay(deletionDate)}, the day of the deletion.`,
      }
    }),
  ],
}

/** A pupil of the school’s last year group, deleted on or after the last school day of the school year. */
function isTopYearLeaver({ pupil, school }: Removal, deleted: IsoDate, world: World): boolean {
  const highAge = world.school(school)?.statutoryHighAge
  const now = world.pupil(pupil)?.yearGroup
  if (highAge === undefined || now === undefined) return false
  const yearOf = (day: IsoDate) => schoolYearOf(day, world.policy.schoolYearStart)
  const year = yearOf(deleted)
  const yearsSince = Number(yearOf(world.today).label.slice(0, 4)) - Number(year.label.slice(0, 4))
  if (now - yearsSince !== highAge - 5) return false
  const lastDay = world.calendar(school).lastOnOrBefore(year.last)
  if (lastDay === undefined || lastDay > deleted) return false
  // Terms that stop before the summer do not tell the end of the last one.
  return daysBetween(lastDay, year.last) <= longestSummer
}

const longestSummer = 92
