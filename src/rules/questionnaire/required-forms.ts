import { isOwnLookedAfter } from '../counting/child.ts'
import { commissionerKind, commissionerOf } from '../counting/placement-days.ts'
import { weekOf } from '../counting/pupil-week.ts'
import { isQuestionnaireReturned } from '../counting/questionnaire-due.ts'
import type { Id, Placement } from '../facts.ts'
import type { World } from '../world.ts'

/** A form that a school still owes about one pupil at one provider. */
export type RequiredForm = {
  readonly provider: Id
  readonly school: Id
  /** The first of the live placements that it is owed for. */
  readonly placement: Placement
}

/** One for each provider and commissioning school of our own looked-after pupil, until it is returned. */
export function requiredForms(pupil: Id, world: World): RequiredForm[] {
  if (!isOwnLookedAfter(world.pupil(pupil), world)) return []
  const forms = new Map<string, RequiredForm>()
  for (const placement of weekOf(pupil, world).live) {
    const school = commissionerOf(placement)
    if (school === undefined || commissionerKind(school, world) !== 'school') continue
    if (isQuestionnaireReturned(placement, school, world)) continue
    const { provider } = placement
    const key = `${provider} ${school}`
    const known = forms.get(key)
    if (!known || placement.start < known.placement.start)
      forms.set(key, { provider, school, placement })
  }
  return [...forms.values()]
}
