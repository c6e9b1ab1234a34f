import { addDays } from '#domain/dates.ts'
import type { PartnershipCast } from './cast.ts'
import type { nursery } from './children.ts'
import type { Partnership } from './county.ts'
import { momentOn } from './days.ts'
import type { Stage } from './stage.ts'

/** Children of whom nothing is told but that they are on roll. */
export async function enterOrdinary(
  stage: Stage,
  born: ReturnType<typeof nursery>,
  partnership: Partnership,
  cast: PartnershipCast,
  each: number,
) {
  for (const school of partnership.schools) {
    const referrer = cast.schools.get(school.id)?.referrer
    if (!referrer) continue
    await stage.as(referrer, momentOn(addDays(stage.today, -420), 2), async doer => {
      for (let n = 0; n < each; n += 1) await born.enterOrdinary(doer, school)
    })
  }
  return each * partnership.schools.length
}
