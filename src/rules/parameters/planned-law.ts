import { isoDate } from '#domain/dates.ts'
import type { Law, Parameter } from '../parameter.ts'
import { plannedTimeLimits } from '../sources/moves.ts'
import { newSection92 } from '../sources/provision.ts'
import { cite } from '../sources.ts'
import type { World } from '../world.ts'

const announced = isoDate('2026-04-29')

/** Off until a version with `true` says from which day. */
export const section92Definition: Parameter<boolean> = {
  id: 'P-SECTION-92',
  name: 'New definition of an independent school is in force',
  unit: 'yes or no',
  standing: 'planned',
  scope: 'national',
  versions: [
    {
      from: announced,
      value: false,
      source: cite(newSection92),
      why: 'Enacted; no commencement was found.',
    },
  ],
}

export const providerTimeCaps: Parameter<boolean> = {
  id: 'P-NSAP-CAPS',
  name: 'Time limits for alternative provision that is not a school are in force',
  unit: 'yes or no',
  standing: 'planned',
  scope: 'national',
  versions: [
    { from: announced, value: false, source: cite(plannedTimeLimits), why: 'Announced, not law.' },
  ],
}

export const intensiveWeeks: Parameter<number> = {
  id: 'P-NSAP-WEEKS',
  name: 'Planned limit of an intensive placement',
  unit: 'weeks',
  standing: 'planned',
  scope: 'national',
  versions: [{ from: announced, value: 12, source: cite(plannedTimeLimits) }],
}

export const partTimeSessions: Parameter<number> = {
  id: 'P-NSAP-SESSIONS',
  name: 'Planned limit of a longer part-time placement',
  unit: 'sessions a week',
  standing: 'planned',
  scope: 'national',
  versions: [{ from: announced, value: 4, source: cite(plannedTimeLimits) }],
}

/** Planned law counts from the day that the authority has entered, or when the snapshot says that it is in force. */
export const isInForce = (planned: Parameter<boolean>, world: World, law: Law): boolean =>
  law.value(planned, world.today) ||
  (world.policy.switchedOn ?? []).includes(
    planned === section92Definition ? 'section-92-definition' : 'non-school-ap-caps',
  )
