import type { IsoDate } from '#domain/dates.ts'
import type { Id } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'

/**
 * The day of the commissioner’s latest assessment of the provider: its own, or one of another that it
 * has adopted, which counts from the day it was made.
 */
export const latestAssessment = (
  provider: Id,
  commissioner: Id,
  world: World,
): IsoDate | undefined => latestAt(provider, world).get(commissioner)

const latestAt = oncePerWorld((provider: Id, world: World) => {
  const latest = new Map<Id, IsoDate>()
  const note = (commissioner: Id, day: IsoDate) => {
    const known = latest.get(commissioner)
    if (known === undefined || day > known) latest.set(commissioner, day)
  }
  for (const assessment of world.provider(provider)?.assessments ?? []) {
    const made = world.happened(assessment.date)
    if (made === undefined) continue
    note(assessment.commissioner, made)
    for (const { commissioner, date } of assessment.adoptions ?? [])
      if (world.happened(date)) note(commissioner, made)
  }
  return latest
})
