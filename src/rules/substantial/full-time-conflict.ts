import { comparedOn } from '../compared-on.ts'
import { fullTimeOf, hasMedicalException } from '../counting/full-time.ts'
import { weekOf } from '../counting/pupil-week.ts'
import { toHours } from '../counting/timetable.ts'
import type { Pupil } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { fullTimeHours } from '../parameters/plan.ts'
import { isInForce, partTimeSessions, providerTimeCaps } from '../parameters/planned-law.ts'
import { on, type Rule } from '../rule.ts'
import { plannedTimeLimits } from '../sources/moves.ts'
import { cite, faq, pack } from '../sources.ts'
import { providerName, spokenHours } from '../spoken.ts'
import type { World } from '../world.ts'
import { unregisteredShares } from './one-provider.ts'
import { isSubstantial, limitParameters, limitsToday } from './tests.ts'

export const fullTimeConflict: Rule = {
  id: 'ILL-09',
  area: 'ILL',
  title: 'Full time in total, and not at one provider',
  statement:
    'A child has full-time education in total while no one unregistered provider gives the substantial part of it. A child without school hours needs two providers or more.',
  binds: 'Every commissioner',
  test: 'A warning when the whole week is below full time without a medical exception, or a provider’s part is substantial: both are shown together. Information about the planned limit from four sessions a week at one unregistered provider, until that limit is in force.',
  basis: ['council-expectation', 'planned'],
  levels: ['warning', 'info'],
  blocks: [],
  sources: [
    cite(pack, '46', 'full-time provision in total, whether in one setting or more'),
    cite(faq, '162'),
    cite(plannedTimeLimits),
  ],
  parameters: [...limitParameters, fullTimeHours, partTimeSessions, providerTimeCaps],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world, law) =>
      weekOf(pupil.id, world).live.length === 0
        ? undefined
        : [...conflict(pupil, world, law), ...plannedCap(pupil, world, law)],
    ),
  ],
}

function conflict(pupil: Pupil, world: World, law: Law): Draft[] {
  const week = weekOf(pupil.id, world)
  const limits = limitsToday(world, law)
  const { total, isReached } = fullTimeOf(pupil, world, law)
  const substantial = unregisteredShares(pupil.id, world).some(share =>
    isSubstantial(share, week, limits),
  )
  const below = isReached === undefined ? undefined : !isReached
  const excused = hasMedicalException(pupil, world)
  if (!substantial && (excused || !below)) return []
  const hours = total === undefined ? undefined : toHours(total)
  const parts = [
    below && !excused && total !== undefined
      ? `${spokenHours(total)} a week in total are below full time`
      : '',
    substantial ? 'one provider gives the substantial part of the week' : '',
  ]
  return [
    {
      level: 'warning',
      values: { belowFullTime: below, substantial, totalHoursPerWeek: hours },
      message: `The week does not fit: ${parts.filter(Boolean).join(', and ')}. More time at school or a second provider would mend it.`,
    },
  ]
}

function plannedCap(pupil: Pupil, world: World, law: Law): Draft[] {
  if (isInForce(providerTimeCaps, world, law)) return []
  const cap = law.value(partTimeSessions, world.today)
  const largest = unregisteredShares(pupil.id, world).reduce<{
    halfDays: number
    provider: string
  }>((most, share) => (share.halfDays > most.halfDays ? share : most), {
    halfDays: 0,
    provider: '',
  })
  if (largest.halfDays < cap) return []
  return [
    {
      level: 'info',
      basis: 'planned',
      values: { sessionsAtOneProvider: largest.halfDays, plannedSessionCap: cap },
      message: `${largest.halfDays} sessions a week at ${providerName(largest.provider, world)}. A limit of ${cap} is planned and is not law.`,
    },
  ]
}
