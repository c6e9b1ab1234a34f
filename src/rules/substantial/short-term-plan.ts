import { isRegistered } from '../counting/provider.ts'
import { shareAt, weekOf } from '../counting/pupil-week.ts'
import type { Id, SubstantialPlan } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { shortTermPlans } from '../parameters/substantial.ts'
import type { World } from '../world.ts'
import { hasEnoughPupils, headCountAt, isEnoughAlone } from './head-count.ts'
import { problemsOf } from './plan-problems.ts'
import { isSubstantial, limitsToday } from './tests.ts'

/** What a short-term plan is worth: it is local policy, and no defence where the law asks for registration. */
export type Exception = 'granted' | 'refused' | 'lapsed' | 'no-legal-effect'

/** The plan that counts for a pupil at a provider: the last listed. */
export const planFor = (pupil: Id, provider: Id, world: World): SubstantialPlan | undefined =>
  world.by('substantialPlans', 'pupil', pupil).findLast(plan => plan.provider === provider)

/** Speaks only for the plan that counts, and while the provider’s part is substantial. */
export function isInPlay(plan: SubstantialPlan, world: World, law: Law): boolean {
  if (planFor(plan.pupil, plan.provider, world) !== plan) return false
  if (isRegistered(world.provider(plan.provider))) return false
  const share = shareAt(plan.pupil, plan.provider, world)
  if (!share) return false
  return isSubstantial(share, weekOf(plan.pupil, world), limitsToday(world, law))
}

export function exceptionOf(plan: SubstantialPlan, world: World, law: Law): Exception {
  const count = headCountAt(plan.provider, world, law)
  const alone = isEnoughAlone(world.pupil(plan.pupil), world, limitsToday(world, law))
  if (alone || hasEnoughPupils(count, world, law)) return 'no-legal-effect'
  if (!law.value(shortTermPlans, world.today) || problemsOf(plan, world).length > 0)
    return 'refused'
  return plan.endDate !== undefined && plan.endDate < world.today ? 'lapsed' : 'granted'
}

export function isExcepted(pupil: Id, provider: Id, world: World, law: Law): boolean {
  const plan = planFor(pupil, provider, world)
  return plan !== undefined && exceptionOf(plan, world, law) === 'granted'
}
