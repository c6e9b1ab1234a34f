import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { onRollCheckDays } from '../parameters/fair-access.ts'
import { on, type Rule } from '../rule.ts'
import { directionToAcademies } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { isOpenCase } from './eligibility.ts'
import { onRollCheck } from './on-roll-check.ts'

export const notOnRollEscalate: Rule = {
  id: 'FA-08',
  area: 'FA',
  title: 'Not on roll: escalate',
  statement:
    'If the child is not on roll, tell School Admissions and ask to be kept informed of what they do.',
  binds: 'Co-ordinator; School Admissions',
  test: 'A breach as soon as the on-roll check is overdue, until both confirmations are in.',
  basis: ['local-agreement'],
  levels: ['breach'],
  blocks: [],
  sources: [
    cite(faq, '75', 'let School Admissions know and ask to be kept informed'),
    cite(directionToAcademies),
  ],
  parameters: [onRollCheckDays],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world, law): Draft | undefined => {
      if (!isOpenCase(facts, world)) return undefined
      const check = onRollCheck(facts, world, law)
      if (!check?.isOverdue) return undefined
      return {
        level: 'breach',
        due: check.due,
        overdueDays: check.overdueDays,
        values: { task: 'escalate-to-school-admissions', keepInformed: true },
        message:
          'The child is not shown to be on roll. Tell School Admissions and ask to be kept informed of the action they take.',
      }
    }),
  ],
}
