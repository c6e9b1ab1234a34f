import { addDays } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { Roll } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { newPupilReturn } from '../parameters/register.ts'
import { on, type Rule } from '../rule.ts'
import { registerReturns } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'
import { schoolName, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const newPupilReturnDue: Rule = {
  id: 'ROL-06',
  area: 'ROL',
  title: 'New-pupil return',
  statement:
    'The school makes a return to the authority by the end of the fifth day after it enters a name on the register.',
  binds: 'Schools',
  test: 'For each dated entry: to know while the return is due, a breach when it was made later or is missing.',
  basis: ['law'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [
    cite(registerReturns, 'reg 13(1)'),
    cite(faq, '73', 'the child is on roll within a week of the decision'),
  ],
  parameters: [newPupilReturn],
  checkedOn: comparedOn,
  checks: [
    on('pupil', ({ rolls = [] }, world, law): readonly Draft[] =>
      rolls.flatMap(roll => returnOf(roll, world, law)),
    ),
  ],
}

function returnOf(roll: Roll, world: World, law: Law): readonly Draft[] {
  const entered = world.happened(roll.enteredDate)
  if (entered === undefined) return []
  const returned = world.happened(roll.newPupilReturnDate)
  const day = addDays(entered, law.value(newPupilReturn, entered))
  const { due, overdueDays, isOverdue } = dueBy(day, world, returned)
  if (returned && !isOverdue) return []
  const school = schoolName(roll.school, world)
  return [
    {
      level: isOverdue ? 'breach' : 'info',
      due,
      overdueDays,
      values: { school: roll.school, task: returned ? undefined : 'new-pupil-return' },
      message: returned
        ? `The new-pupil return of ${school} was due by ${spokenDay(day)} and was made later.`
        : `The new-pupil return of ${school} ${isOverdue ? 'was' : 'is'} due by ${spokenDay(day)}.`,
    },
  ]
}
