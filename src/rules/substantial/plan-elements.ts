import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { type PlanProblem, problemsOf } from './plan-problems.ts'
import { isInPlay } from './short-term-plan.ts'
import { limitParameters } from './tests.ts'

export const planElements: Rule = {
  id: 'ILL-05',
  area: 'ILL',
  title: 'Five elements of the short-term plan',
  statement:
    'The plan is written, the school and everyone with parental responsibility agree to it, and it names the days of its review and of its end.',
  binds: 'Co-ordinator and every other commissioner',
  test: 'Speaks where a plan is recorded for a substantial pupil: one finding for each element that is missing, for each holder of parental responsibility who has not agreed, and for a review that is not after the start or is after the end.',
  basis: ['local-agreement'],
  levels: ['breach'],
  blocks: [],
  sources: [
    cite(faq, '164', 'a clear written plan is in place showing evidence of agreement to the plan'),
  ],
  parameters: limitParameters,
  checkedOn: comparedOn,
  checks: [
    on('substantial-plan', (plan, world, law) =>
      isInPlay(plan, world, law)
        ? problemsOf(plan, world).map(({ element, problem, person }) => ({
            level: 'breach',
            values: { element, problem, person },
            message: said({ element, problem }),
          }))
        : undefined,
    ),
  ],
}

function said({ element, problem }: PlanProblem): string {
  if (problem === 'after-end')
    return 'The plan’s review comes after its end. Set an earlier review.'
  if (problem === 'not-after-start')
    return element === 'end-date'
      ? 'The plan ends before it starts. Correct its dates.'
      : 'The plan’s review is not after its start. Set a later review.'
  return missing[element]
}

const missing: Record<PlanProblem['element'], string> = {
  'written-plan':
    'No short-term plan in writing is in force. Write it, and put it in force when nothing is missing.',
  'school-agreement': 'The school has not agreed to the short-term plan. Ask it to.',
  'parental-agreement':
    'Someone with parental responsibility has not agreed to the short-term plan. Ask them.',
  'review-date': 'The short-term plan names no day for its review. Set one.',
  'end-date': 'The short-term plan names no day on which it ends. Set one.',
}
