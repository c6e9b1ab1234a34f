import { addDays, type IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import type { AnnualReview } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { reviewSteps } from '../parameters/annual-review.ts'
import { on, type Rule } from '../rule.ts'
import { sendRegulations } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'

export const reviewClock: Rule = {
  id: 'SEN-11',
  area: 'SEN',
  title: 'EHCP review clock',
  statement:
    'Notice at least two weeks before the meeting, the report within two weeks after it, the authority’s decision within four and the final amended plan within twelve.',
  binds: 'Schools; the authority that maintains the plan',
  test: 'One finding for each step that is open, or was taken late. The final plan falls away when the decision is to maintain or to cease.',
  basis: ['law'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [
    cite(sendRegulations, 'reg 20'),
    cite(faq, '188', 'the school SENCO should hold an annual review'),
  ],
  parameters: Object.values(reviewSteps),
  checkedOn: comparedOn,
  checks: [
    on('annual-review', (review, world, law): readonly Draft[] => [
      // The day of the notice is read as it stands, like that of the meeting; the others are things done.
      ...step('notice', 'notice of the meeting', review, review.noticeDate, world, law),
      ...step('report', 'report', review, world.happened(review.reportDate), world, law),
      ...step(
        'decision',
        'decision',
        review,
        world.happened(review.authorityDecisionDate),
        world,
        law,
      ),
      ...(needsFinalPlan(review)
        ? step('final-plan', 'final plan', review, world.happened(review.finalPlanDate), world, law)
        : []),
    ]),
  ],
}

const needsFinalPlan = ({ authorityDecision }: AnnualReview) =>
  authorityDecision !== 'maintain' && authorityDecision !== 'cease'

function step(
  name: keyof typeof reviewSteps,
  words: string,
  { meetingDate }: AnnualReview,
  done: IsoDate | undefined,
  world: World,
  law: Law,
): readonly Draft[] {
  const day = addDays(meetingDate, law.value(reviewSteps[name], meetingDate))
  const { due, overdueDays, isOverdue } = dueBy(day, world, done)
  if (done && !isOverdue) return []
  return [
    {
      level: isOverdue ? 'breach' : 'info',
      due,
      overdueDays,
      values: { step: name },
      message: done
        ? `The ${words} was due by ${spokenDay(day)} and came later.`
        : `The ${words} ${isOverdue ? 'was' : 'is'} due by ${spokenDay(day)}.`,
    },
  ]
}
