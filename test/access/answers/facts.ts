import type { Asking } from '../oracle/asking.ts'
import type { World } from '../world/world.ts'
import type { Answer } from './answer.ts'
import { askedAbout, type Facts, type Row } from './fact-rows.ts'
import { caseFacts } from './facts-of-cases.ts'
import { formFacts, moveFacts, planFacts, provisionFacts } from './facts-of-placements.ts'
import { providerFacts } from './facts-of-providers.ts'

/**
 * What the rules are told. Whoever changes a placement lets the rules be asked at once, and a rule needs all that it
 * asks for: of whom somebody knows the schooling (k2, k4, k7) it is told in whole, of anybody else nothing; and these
 * columns, no others.
 */
export const facts: Readonly<Record<string, Answer>> = {
  provision_facts: told('provision_facts', 'child', provisionFacts),
  plan_facts: told('plan_facts', 'child', planFacts),
  questionnaire_facts: told('questionnaire_facts', 'child', formFacts),
  move_facts: told('move_facts', 'child', moveFacts),
  provider_facts: told('provider_facts', 'provider', providerFacts),
  case_facts: told('case_facts', 'referral', caseFacts),
}

function told(
  name: string,
  of: 'child' | 'provider' | 'referral',
  due: (asking: Asking) => Facts,
): Answer {
  return {
    ask: (world: World) => `
      select distinct jsonb_build_object('part', p.key, 'fact', f.value)
        from jsonb_each(onroll.${name}(array[${[...askedAbout(world, of)].map(id => `'${id}'`)}]::uuid[])) p, jsonb_array_elements(p.value) f`,
    due: asking =>
      Object.entries(due(asking)).flatMap(([part, rows]) => rows.map(fact => ({ part, fact }))),
    plain: inOrder,
  }
}

/** The objectives of a plan stand in no order. */
function inOrder(each: unknown) {
  const { part, fact } = each as { part: string; fact: Row }
  const list = fact['objectives']
  return Array.isArray(list) ? { part, fact: { ...fact, objectives: [...list].sort() } } : each
}
