import type { IsoDate } from '#domain/dates.ts'
import type { SchoolDayCount } from '#domain/school-calendar.ts'
import { homeSchoolOf } from '../counting/home-school.ts'
import type { Placement } from '../facts.ts'
import type { World } from '../world.ts'

type Contact = NonNullable<Placement['contacts']>[number]

/** The last contact of that sort, or the start where none is later, and the school days of the home school since then. */
export function schoolDaysSince(
  placement: Placement,
  isOfThatSort: (contact: Contact) => boolean,
  world: World,
): SchoolDayCount & { readonly since: IsoDate } {
  let last: IsoDate = placement.start
  for (const contact of placement.contacts ?? []) {
    const day = isOfThatSort(contact) ? world.happened(contact.date) : undefined
    if (day !== undefined && day > last) last = day
  }
  const school = homeSchoolOf(world.pupil(placement.pupil), world)
  return { since: last, ...world.calendar(school?.id).daysAfter(last, world.today) }
}
