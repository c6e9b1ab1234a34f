import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Due, dueBy } from '../counting/due.ts'
import type { FairAccessCase } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { onRollCheckDays } from '../parameters/fair-access.ts'
import type { World } from '../world.ts'

export function confirmations({ onRoll }: FairAccessCase, world: World) {
  const school = world.happened(onRoll?.schoolConfirmedDate) !== undefined
  const admissions = world.happened(onRoll?.admissionsConfirmedDate) !== undefined
  return { school, admissions, both: school && admissions }
}

/** The check that falls due a week after the decision; undefined when it is not open. */
export function onRollCheck(
  facts: FairAccessCase,
  world: World,
  law: Law,
): (Due & { readonly promptOn?: IsoDate }) | undefined {
  const { decision } = facts
  if (!decision || confirmations(facts, world).both) return undefined
  const decided = world.dayOf(decision.decidedAt)
  const calendar = world.calendar(decision.school)
  const { days, unit } = world.policy.onRollCheck ?? {
    days: law.value(onRollCheckDays, decided),
    unit: 'calendar-days',
  }
  const day = unit === 'school-days' ? calendar.nthAfter(decided, days) : addDays(decided, days)
  const check = dueBy(day, world)
  if (!check.due || calendar.isSchoolDay(check.due)) return check
  // Nobody answers in the holidays: ask on the last day that the school meets.
  const promptOn = calendar.lastOnOrBefore(check.due)
  return promptOn === undefined ? check : { ...check, promptOn }
}
