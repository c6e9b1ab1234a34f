import { comparedOn } from '../compared-on.ts'
import type { ProviderShare } from '../counting/pupil-week.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { legalHeadCount, shortTermPlans, substantialDays } from '../parameters/substantial.ts'
import { on, type Rule } from '../rule.ts'
import { newSection92 } from '../sources/provision.ts'
import { cite, faq } from '../sources.ts'
import { providerName } from '../spoken.ts'
import type { World } from '../world.ts'
import { levelFor, remedyFor, unregisteredShares } from './one-provider.ts'
import { isAboveDays, limitParameters, limitsToday } from './tests.ts'

export const moreThanThreeDays: Rule = {
  id: 'ILL-01',
  area: 'ILL',
  title: 'Do not ask one provider for the substantial part',
  statement:
    'No unregistered provider is asked for more than three days of a child’s week, whoever commissions them.',
  binds: 'Co-ordinator and every other commissioner',
  test: 'Half-days of all live placements of the pupil at the provider, each counted once, are more than three days. Three days are not. Silent at a registered provider.',
  basis: ['local-agreement'],
  levels: ['warning', 'info', 'high'],
  blocks: [],
  sources: [
    cite(faq, '162', 'they are not asking an AP to provide the substantial part'),
    cite(newSection92),
  ],
  parameters: [...limitParameters, shortTermPlans, legalHeadCount],
  checkedOn: comparedOn,
  checks: [
    on('pupil', ({ id }, world, law) => {
      const limits = limitsToday(world, law)
      return unregisteredShares(id, world)
        .filter(share => isAboveDays(share, limits))
        .map(share => warn(id, share, world, law))
    }),
  ],
}

function warn(pupil: Id, { provider, halfDays }: ProviderShare, world: World, law: Law): Draft {
  const level = levelFor(pupil, provider, world, law)
  const limit = law.value(substantialDays, world.today)
  return {
    level,
    values: { provider, daysPerWeek: halfDays / 2 },
    message: `${halfDays / 2} days a week at ${providerName(provider, world)} is more than ${limit}, which makes its part substantial. ${remedyFor(level)}`,
  }
}
