import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { onRollCheckDays } from '../parameters/fair-access.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import { isOpenCase } from './eligibility.ts'
import { confirmations, onRollCheck } from './on-roll-check.ts'

export const onRollWithinAWeek: Rule = {
  id: 'FA-07',
  area: 'FA',
  title: 'On roll within a week',
  statement:
    'Check with the school and with School Admissions that the child is on roll within a week of the decision.',
  binds: 'Co-ordinator; the allocated school',
  test: 'After a decision, until both have confirmed: to know up to the seventh day, a breach after it. In a holiday the school is asked on its last day before.',
  basis: ['local-agreement'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [cite(faq, '73', 'the child is on roll within a week of the decision')],
  parameters: [onRollCheckDays],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world, law): Draft | undefined => {
      if (!isOpenCase(facts, world)) return undefined
      const check = onRollCheck(facts, world, law)
      if (!check) return undefined
      const { school, admissions } = confirmations(facts, world)
      const whom = school ? 'Admissions' : admissions ? 'the school' : 'the school and Admissions'
      const { due, overdueDays, promptOn, unknown, isOverdue } = check
      return {
        level: isOverdue ? 'breach' : 'info',
        due,
        overdueDays,
        values: { schoolConfirmed: school, admissionsConfirmed: admissions, promptOn, unknown },
        message: !due
          ? `The term dates do not reach the day by which the child must be on roll. Ask ${whom}.`
          : isOverdue
            ? `The child should have been on roll by ${spokenDay(due)}. Ask ${whom}.`
            : `The child must be on roll by ${spokenDay(due)}. Ask ${whom}${promptOn ? ` by ${spokenDay(promptOn)}, before the holiday or weekend` : ''}.`,
      }
    }),
  ],
}
