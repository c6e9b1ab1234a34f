import type { IsoDate } from '#domain/dates.ts'
import type { SchoolDayCount } from '#domain/school-calendar.ts'
import { homeSchoolOf } from '../counting/home-school.ts'
import type { Placement } from '../facts.ts'
import type { World } from '../world.ts'

type Contact = NonNullable<Placement['contacts']>[number]

/** School days of the home school since the last contact of that sort, or since the start where none is later. */
export function schoolDaysSince(
  placement: Placement,
  isOfThatSort: (contact: Contact) => boolean,
  world: World,
): SchoolDayCount {
  let last: IsoDate = placement.start
  for (const contact of placement.contacts ?? []) {
    const day = isOfThatSort(contact) ? world.happened(contact.date) : undefined
    if (day !== undefined && day > last) last = day
  }
  const school = homeSchoolOf(world.pupil(placement.pupil), world)
  return world.calendar(school?.id).daysAfter(last, world.today)
}
