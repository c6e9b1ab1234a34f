import { comparedOn } from '../compared-on.ts'
import type { SubstantialPlan } from '../facts.ts'
import type { Draft, Level } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { legalHeadCount, shortTermPlans } from '../parameters/substantial.ts'
import { on, type Rule } from '../rule.ts'
import { noExemption } from '../sources/provision.ts'
import { cite, faq } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { type Exception, exceptionOf, isInPlay } from './short-term-plan.ts'
import { limitParameters } from './tests.ts'

export const shortTermException: Rule = {
  id: 'ILL-04',
  area: 'ILL',
  title: 'Short-term exception',
  statement:
    'One provider may give the substantial part as part of a short-term plan with a clear end date. That is local policy: it never clears a child for whom the law asks for registration.',
  binds: 'Co-ordinator and every other commissioner',
  test: 'Speaks where a plan is recorded for a substantial pupil. Granted while the plan is complete and its end date has not passed; refused when an element is missing; lapsed after the end date; without legal effect for a child who is looked after or has an EHCP, or when five are counted.',
  basis: ['local-agreement'],
  levels: ['info', 'warning', 'critical'],
  blocks: [],
  sources: [cite(faq, '162', 'provided that there was a clear end date'), cite(noExemption)],
  parameters: [...limitParameters, shortTermPlans, legalHeadCount],
  checkedOn: comparedOn,
  checks: [
    on('substantial-plan', (plan, world, law) =>
      isInPlay(plan, world, law) ? worth(plan, world, law) : undefined,
    ),
  ],
}

function worth(plan: SubstantialPlan, world: World, law: Law): Draft {
  const exception = exceptionOf(plan, world, law)
  const end = plan.endDate === undefined ? '' : spokenDay(plan.endDate)
  const messages: Record<Exception, string> = {
    granted: `The short-term plan is complete and allows the substantial part until ${end}.`,
    refused:
      'The short-term plan is not complete, so it allows nothing. Mend what is missing, or change the week.',
    lapsed: `The short-term plan ended on ${end} and allows nothing more. Change the week now.`,
    'no-legal-effect':
      'A short-term plan does not remove the legal risk here. Take the authority’s advice today.',
  }
  return { level: levels[exception], values: { exception }, message: messages[exception] }
}

const levels: Record<Exception, Level> = {
  granted: 'info',
  refused: 'warning',
  lapsed: 'warning',
  'no-legal-effect': 'critical',
}
