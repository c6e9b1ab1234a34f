import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import { isInPlay } from './short-term-plan.ts'
import { limitParameters } from './tests.ts'

export const endDatePassed: Rule = {
  id: 'ILL-07',
  area: 'ILL',
  title: 'The end of the short-term plan',
  statement: 'When the end date of the plan has passed, the substantial part must have ended too.',
  binds: 'Co-ordinator and every other commissioner',
  test: 'Speaks while the provider’s part is still substantial: information on the end date, a breach from the next day.',
  basis: ['local-agreement'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [cite(faq, '162', 'clear end date in the short or medium term')],
  parameters: limitParameters,
  checkedOn: comparedOn,
  checks: [
    on('substantial-plan', (plan, world, law) => {
      const { endDate } = plan
      if (endDate === undefined || endDate > world.today) return undefined
      if (!isInPlay(plan, world, law)) return undefined
      const { due, overdueDays, isOverdue } = dueBy(endDate, world)
      return {
        level: isOverdue ? 'breach' : 'info',
        due,
        overdueDays,
        message: isOverdue
          ? `The substantial part should have ended on ${spokenDay(endDate)}. Change the week now.`
          : 'The substantial part ends today. See that the week changes from tomorrow.',
      }
    }),
  ],
}
