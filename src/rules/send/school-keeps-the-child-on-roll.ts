import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { schoolName, sentence } from '../spoken.ts'

export const schoolKeepsTheChildOnRoll: Rule = {
  id: 'SEN-08',
  area: 'SEN',
  title: 'The current school agrees and keeps the child on roll',
  statement:
    'The current school must agree, because the child stays on its roll and it has to stay involved.',
  binds: 'The current school; partnership',
  test: 'Stops acceptance until the school has agreed; an answer not given is not agreement. A breach once accepted.',
  basis: ['local-agreement'],
  levels: ['high', 'breach'],
  blocks: ['accept-specialist-placement'],
  sources: [cite(faq, '194', 'the child will remain on roll at the current school')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('specialist-placement', (placement, world): Draft | undefined => {
      const { schoolKeepsOnRoll, school, acceptedDate } = placement
      if (schoolKeepsOnRoll) return undefined
      const name = school === undefined ? 'the current school' : schoolName(school, world)
      return {
        level: world.happened(acceptedDate) ? 'breach' : 'high',
        blocks: ['accept-specialist-placement'],
        values: { answer: schoolKeepsOnRoll === false ? 'no' : 'unknown', school },
        message:
          schoolKeepsOnRoll === false
            ? `${sentence(name)} does not agree to keep the child on its roll.`
            : `Ask ${name} whether it agrees to keep the child on its roll.`,
      }
    }),
  ],
}
