import { type IsoDate, laterOf } from '#domain/dates.ts'
import type { Id, Placement } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { questionnaireTime } from '../parameters/plan.ts'
import type { World } from '../world.ts'

/**
 * The day by which the questionnaire about this placement is to be returned: so many school days of the
 * commissioning school after the later of the start and the child’s entry into care.
 */
export function questionnaireDue(
  placement: Placement,
  school: Id,
  world: World,
  law: Law,
): IsoDate | undefined {
  const trigger = laterOf(
    placement.start,
    world.pupil(placement.pupil)?.care?.from ?? placement.start,
  )
  return world.calendar(school).nthAfter(trigger, law.value(questionnaireTime, trigger))
}

/** Whether this commissioner has returned a questionnaire about the pupil and the provider. */
export const isQuestionnaireReturned = (
  { pupil, provider }: Placement,
  commissioner: Id,
  world: World,
): boolean =>
  world
    .by('questionnaires', 'pupil', pupil)
    .some(
      form =>
        form.provider === provider &&
        form.commissioner === commissioner &&
        world.happened(form.returnedDate) !== undefined,
    )
