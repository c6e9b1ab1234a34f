import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { providerName } from '../spoken.ts'
import { isInPlay } from './short-term-plan.ts'
import { limitParameters } from './tests.ts'

export const providerHoldsCopy: Rule = {
  id: 'ILL-06',
  area: 'ILL',
  title: 'The provider holds a copy',
  statement:
    'The provider keeps a copy of the short-term plan with the child’s papers, to show if Ofsted visits.',
  binds: 'Co-ordinator and provider',
  test: 'Speaks where a plan is recorded for a substantial pupil, until the provider has acknowledged its copy.',
  basis: ['local-agreement'],
  levels: ['breach'],
  blocks: [],
  sources: [cite(faq, '164', 'needs to have a copy of this plan with the child’s paperwork')],
  parameters: limitParameters,
  checkedOn: comparedOn,
  checks: [
    on('substantial-plan', (plan, world, law) =>
      isInPlay(plan, world, law) && !world.happened(plan.providerCopyAcknowledgedDate)
        ? {
            level: 'breach',
            message: `${providerName(plan.provider, world)} has not acknowledged a copy of the short-term plan. Send it, and record the answer.`,
          }
        : undefined,
    ),
  ],
}
