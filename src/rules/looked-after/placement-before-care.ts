import { comparedOn } from '../compared-on.ts'
import { isOwnLookedAfter } from '../counting/child.ts'
import { dueBy } from '../counting/due.ts'
import { commissionerKind, commissionerOf, isLive } from '../counting/placement-days.ts'
import { isQuestionnaireReturned, questionnaireDue } from '../counting/questionnaire-due.ts'
import type { Draft } from '../finding.ts'
import { questionnaireTime } from '../parameters/plan.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { providerName, spokenDay } from '../spoken.ts'

export const placementBeforeCare: Rule = {
  id: 'LAC-07',
  area: 'LAC',
  title: 'A placement may pre-date care',
  statement:
    'Most provision was bought before the child came into care. The duty to give assurance starts on the day the child becomes looked after, not only when a placement starts.',
  binds: 'Schools that commission directly',
  test: 'A task on a live placement that a school commissions for this authority’s looked-after child, begun before care did, until its questionnaire is returned.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [cite(pack, '3', 'has been commissioned prior to entry into care')],
  parameters: [questionnaireTime],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world, law): Draft | undefined => {
      const school = commissionerOf(placement)
      if (school === undefined || commissionerKind(school, world) !== 'school') return undefined
      if (!isLive(placement, world)) return undefined
      const pupil = world.pupil(placement.pupil)
      const inCare = pupil?.care?.from
      if (!isOwnLookedAfter(pupil, world) || inCare === undefined) return undefined
      if (inCare <= placement.start) return undefined
      if (isQuestionnaireReturned(placement, school, world)) return undefined
      const { due, overdueDays, unknown } = dueBy(
        questionnaireDue(placement, school, world, law),
        world,
      )
      return {
        level: 'info',
        due,
        overdueDays,
        values: { task: 'questionnaire', provider: placement.provider, unknown },
        message: `The child came into care during this placement at ${providerName(placement.provider, world)}. Return the questionnaire${due ? ` by ${spokenDay(due)}` : ''}.`,
      }
    }),
  ],
}
