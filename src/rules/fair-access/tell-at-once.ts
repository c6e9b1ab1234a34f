import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { FairAccessCase, Moment } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { isOpenCase } from './eligibility.ts'

export const tellAtOnce: Rule = {
  id: 'FA-06',
  area: 'FA',
  title: 'Tell the school and Admissions at once',
  statement:
    'Tell the selected school and School Admissions as soon as the decision is taken: on the same day.',
  binds: 'Co-ordinator',
  test: 'One finding for each of the two that was not told on the day of the decision: to know on that day, a warning later, also when told late.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [cite(faq, '69', 'informed of the decision as soon as it is taken'), cite(faq, '71')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world): readonly Draft[] => {
      const { decision } = facts
      if (!decision || !isOpenCase(facts, world)) return []
      return [
        ...told('school', 'the school', decision.schoolInformedAt, decision, world),
        ...told(
          'school-admissions',
          'School Admissions',
          decision.admissionsInformedAt,
          decision,
          world,
        ),
      ]
    }),
  ],
}

function told(
  party: string,
  name: string,
  informedAt: Moment | undefined,
  decision: NonNullable<FairAccessCase['decision']>,
  world: World,
): readonly Draft[] {
  const informed = world.happened(informedAt)
  const day = world.dayOf(decision.decidedAt)
  const { due, overdueDays, isOverdue } = dueBy(day, world, informed)
  if (informed && !isOverdue) return []
  return [
    {
      level: isOverdue ? 'warning' : 'info',
      due,
      overdueDays,
      values: { party, task: informed ? undefined : 'inform' },
      message: informed
        ? `The decision was taken on ${spokenDay(day)}, and ${name} was told only on ${spokenDay(informed)}.`
        : `Tell ${name} of the decision of ${spokenDay(day)} now.`,
    },
  ]
}
