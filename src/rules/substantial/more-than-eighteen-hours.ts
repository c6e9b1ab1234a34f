import { comparedOn } from '../compared-on.ts'
import type { ProviderShare } from '../counting/pupil-week.ts'
import { toHours } from '../counting/timetable.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { fullTimeSettingHours, legalHeadCount, shortTermPlans } from '../parameters/substantial.ts'
import { on, type Rule } from '../rule.ts'
import { eighteenHours } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { providerName, spokenHours } from '../spoken.ts'
import type { World } from '../world.ts'
import { levelFor, remedyFor, unregisteredShares } from './one-provider.ts'
import { isAboveHours, limitParameters, limitsToday } from './tests.ts'

export const moreThanEighteenHours: Rule = {
  id: 'ILL-03',
  area: 'ILL',
  title: 'More than 18 hours a week counts as full time',
  statement:
    'A setting where a child is taught during the day for more than 18 hours a week counts as giving full-time education.',
  binds: 'Every commissioner',
  test: 'Hours of all live placements of the pupil at the provider, without breaks unless they are set to count, are more than 18. Exactly 18 is not. Silent at a registered provider, and while the hours are not known to be more.',
  basis: ['council-expectation'],
  levels: ['warning', 'info', 'high'],
  blocks: [],
  sources: [cite(pack, '41', 'for more than 18 hours per week'), cite(eighteenHours)],
  parameters: [...limitParameters, shortTermPlans, legalHeadCount],
  checkedOn: comparedOn,
  checks: [
    on('pupil', ({ id }, world, law) => {
      const limits = limitsToday(world, law)
      return unregisteredShares(id, world)
        .filter(share => isAboveHours(share, limits))
        .map(share => warn(id, share, world, law))
    }),
  ],
}

function warn(pupil: Id, share: ProviderShare, world: World, law: Law): Draft {
  const { provider, minutes, complete } = share
  const level = levelFor(pupil, provider, world, law)
  const limit = law.value(fullTimeSettingHours, world.today)
  return {
    level,
    values: { provider, hoursPerWeek: toHours(minutes) },
    message: `${complete ? '' : 'At least '}${spokenHours(minutes)} a week at ${providerName(provider, world)} is more than ${limit}, which counts as full time. ${remedyFor(level)}`,
  }
}
