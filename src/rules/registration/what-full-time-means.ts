import { comparedOn } from '../compared-on.ts'
import { isRegistered } from '../counting/provider.ts'
import { type ProviderShare, weekOf } from '../counting/pupil-week.ts'
import { toMinutes } from '../counting/timetable.ts'
import type { Id, Provider, Pupil } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { fullTimeSettingHours, legalHeadCount, shortTermPlans } from '../parameters/substantial.ts'
import { on, type Rule } from '../rule.ts'
import { allOrAMajority, eighteenHours, newSection92 } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { providerName, spokenHours } from '../spoken.ts'
import { levelFor, remedyFor, unregisteredShares } from '../substantial/one-provider.ts'
import {
  isAboveDays,
  isAboveHours,
  isMajority,
  type Limits,
  limitParameters,
  limitsToday,
} from '../substantial/tests.ts'
import type { World } from '../world.ts'

export const whatFullTimeMeans: Rule = {
  id: 'REG-07',
  area: 'REG',
  title: 'What full time means',
  statement:
    'A setting is full time if it is intended to give, or does give, all or nearly all of a child’s education. The new section 92 will ask for a majority.',
  binds: 'Commissioner; proprietor of the setting',
  test: 'Provider: unregistered, and offering more than 18 hours a week for five or more places, or for a number we do not know. Pupil: one unregistered provider gives more than half of a week of which every hour is known. That is information until the new section 92 is in force; then it makes the pupil substantial, and is said here when no other test is met.',
  basis: ['law', 'planned'],
  levels: ['warning', 'info', 'high'],
  blocks: [],
  sources: [
    cite(pack, '41', 'if it is intended to provide, or does provide, all, or substantially all'),
    cite(eighteenHours),
    cite(newSection92),
    cite(allOrAMajority),
  ],
  parameters: [...limitParameters, shortTermPlans, legalHeadCount],
  checkedOn: comparedOn,
  checks: [
    on('provider', judgeOffer),
    on('pupil', ({ id }: Pupil, world, law) => {
      const limits = limitsToday(world, law)
      const week = weekOf(id, world)
      return unregisteredShares(id, world)
        .filter(share => isMajority(share, week))
        .flatMap(share => judgeShare(id, share, limits, world, law))
    }),
  ],
}

function judgeOffer(provider: Provider, world: World, law: Law): Draft | undefined {
  const { hoursPerWeek, places } = provider.advertised ?? {}
  if (isRegistered(provider) || hoursPerWeek === undefined) return undefined
  const limit = law.value(fullTimeSettingHours, world.today)
  if (toMinutes(hoursPerWeek) <= toMinutes(limit)) return undefined
  if (places !== undefined && places < law.value(legalHeadCount, world.today)) return undefined
  return {
    level: 'warning',
    values: { test: 'intended', task: 'check-registration' },
    message: `${providerName(provider.id, world)} offers ${hoursPerWeek} hours a week, which is full time, and has no DfE number. Check its registration before any placement.`,
  }
}

function judgeShare(
  pupil: Id,
  share: ProviderShare,
  limits: Limits,
  world: World,
  law: Law,
): Draft[] {
  const { provider, minutes } = share
  const values = { test: 'majority', provider }
  const said = `${spokenHours(minutes)} of ${spokenHours(weekOf(pupil, world).minutes)} a week are at ${providerName(provider, world)}: a majority.`
  if (!limits.majorityCounts)
    return [
      {
        level: 'info',
        basis: 'planned',
        values,
        message: `${said} That will count as full time once the new section 92 is in force.`,
      },
    ]
  if (isAboveDays(share, limits) || isAboveHours(share, limits)) return []
  const level = levelFor(pupil, provider, world, law)
  return [
    {
      level,
      values: { ...values, task: 'check-registration' },
      message: `${said} ${remedyFor(level)}`,
    },
  ]
}
