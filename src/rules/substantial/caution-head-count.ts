import { comparedOn } from '../compared-on.ts'
import type { Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import {
  earlyHeadCount,
  legalHeadCount,
  shortTermPlans,
  soleHeadCount,
} from '../parameters/substantial.ts'
import { on, type Rule } from '../rule.ts'
import { educationAct1996s463 } from '../sources/provision.ts'
import { cite, faq, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import type { World } from '../world.ts'
import { type HeadCount, headCountAt, isLegalCountMet } from './head-count.ts'
import { isExcepted } from './short-term-plan.ts'
import { limitParameters } from './tests.ts'

export const cautionHeadCount: Rule = {
  id: 'ILL-02',
  area: 'ILL',
  title: 'The law’s head-count, and caution before it',
  statement:
    'One provider with five substantial children of compulsory school age, or one who is looked after or has an EHCP, must be registered. Caution begins with the first.',
  binds: 'Every commissioner of the provider',
  test: 'Counts the substantial pupils of all commissioners at an unregistered provider. Critical when the law’s count is met; high from four pupils of any age; information when every one has a granted exception; else a warning.',
  basis: ['local-agreement', 'law'],
  levels: ['info', 'warning', 'high', 'critical'],
  blocks: [],
  sources: [
    cite(faq, '164', 'apply this to every child as an act of caution'),
    cite(pack, '40'),
    cite(educationAct1996s463),
  ],
  parameters: [...limitParameters, shortTermPlans, legalHeadCount, earlyHeadCount, soleHeadCount],
  checkedOn: comparedOn,
  checks: [on('provider', judge)],
}

function judge(provider: Provider, world: World, law: Law): Draft | undefined {
  const count = headCountAt(provider.id, world, law)
  const number = count.pupils.length
  if (number === 0) return undefined
  const values = countValues(count)
  const said = `${number === 1 ? 'One pupil has' : `${number} pupils have`} the substantial part of the week at ${providerName(provider.id, world)}, counted over all commissioners.`
  if (isLegalCountMet(count, world, law))
    return {
      level: 'critical',
      basis: 'law',
      values,
      message: `${said} The law asks for registration, and there is none. Take the authority’s advice today.`,
    }
  if (number >= law.value(earlyHeadCount, world.today))
    return {
      level: 'high',
      values,
      message: `${said} One more, or one who is looked after or has an EHCP, may make it an unregistered school.`,
    }
  const excepted = count.pupils.every(pupil => isExcepted(pupil, provider.id, world, law))
  return {
    level: excepted ? 'info' : 'warning',
    values,
    message: excepted
      ? `${said} Short-term plans allow it until their end dates.`
      : `${said} Change the week before the number grows.`,
  }
}

/** How many, and never who: each commissioner sees the number. */
export const countValues = (count: HeadCount) => ({
  count: count.pupils.length,
  legalCount: count.legalCount,
  lookedAfter: count.lookedAfter,
  ehcp: count.ehcp,
  statusUnknown: count.statusUnknown || undefined,
})
