import type { IsoDate } from '#domain/dates.ts'
import { membershipOn, type Standing } from '../counting/membership.ts'
import type { Exclusion, Invoice, Programme } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import type { World } from '../world.ts'

/** Money and day-six rules fall away once the pupil is reinstated. */
export const isReinstated = ({ reinstatedDate }: Exclusion, world: World): boolean =>
  world.happened(reinstatedDate) !== undefined

/** The day on which a programme was decided; without one its start counts. */
export const programmeDay = ({ decidedDate, start }: Programme): IsoDate => decidedDate ?? start

/** Whether the school was a member on the day that counts for its case. */
export const standingOfExclusion = ({ school, decisionDate }: Exclusion, world: World): Standing =>
  membershipOn(school, decisionDate, world)

export const standingOfProgramme = (programme: Programme, world: World): Standing =>
  membershipOn(programme.school, programmeDay(programme), world)

/** Programme management without an exclusion from the same school: with one, that carries the money. */
export function carriesMoney(programme: Programme, world: World, law: Law): boolean {
  const { tier, school, pupil, start } = programme
  if (tier < law.value(programmeManagementTier, start)) return false
  return !world
    .by('exclusions', 'pupil', pupil)
    .some(exclusion => exclusion.school === school && !isReinstated(exclusion, world))
}

/** The setting of the last invoice sent that recorded it: a later change of policy rewrites no old sum. */
export function recordedOn<Setting>(
  invoices: readonly Invoice[],
  setting: (invoice: Invoice) => Setting | undefined,
  world: World,
): Setting | undefined {
  const key = ({ sentDate, id }: Invoice) => `${sentDate} ${id}`
  const sent = invoices.filter(
    invoice => world.happened(invoice.sentDate) && setting(invoice) !== undefined,
  )
  const last = sent.reduce<Invoice | undefined>(
    (best, invoice) => (best === undefined || key(invoice) > key(best) ? invoice : best),
    undefined,
  )
  return last && setting(last)
}
