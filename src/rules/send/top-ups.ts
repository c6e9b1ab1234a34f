import type { IsoDate } from '#domain/dates.ts'
import { schoolYearOf, type Year } from '../counting/years.ts'
import type { Id, Pence, Pupil, SendFacts } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'

type TopUps = NonNullable<SendFacts['topUps']>

/** The top-up of a school year, 0 for none; undefined when we have not been told of any. */
export function topUpIn(year: Year, pupil: Pupil | undefined): Pence | undefined {
  const topUps: TopUps | undefined = pupil?.send?.topUps
  return topUps
    ?.filter(({ schoolYear }) => schoolYear === year.label)
    .reduce((sum, { amountPence }) => sum + amountPence, 0)
}

/** The school year of a day, by this authority’s first day. */
export const schoolYearAt = oncePerWorld<Year>((day, world) =>
  schoolYearOf(day as IsoDate, world.policy.schoolYearStart),
) as (day: IsoDate, world: World) => Year

export const topUpThisYear = (pupil: Id, world: World): Pence | undefined =>
  topUpIn(schoolYearAt(world.today, world), world.pupil(pupil))
