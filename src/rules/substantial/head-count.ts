import { isOfCompulsorySchoolAge } from '#domain/year-group.ts'
import { hasEhcp, lookedAfterOn } from '../counting/child.ts'
import { isRegistered } from '../counting/provider.ts'
import { shareAt, weekOf } from '../counting/pupil-week.ts'
import type { Id, Pupil } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { legalHeadCount, soleHeadCount } from '../parameters/substantial.ts'
import type { World } from '../world.ts'
import { isSubstantial, type Limits, limitsToday } from './tests.ts'

/** The substantial pupils of one unregistered provider, whoever commissions them. */
export type HeadCount = {
  readonly pupils: readonly Id[]
  readonly legalCount: number
  readonly lookedAfter: number
  readonly ehcp: number
  readonly senSupport: number
  readonly statusUnknown: number
  /** Children of compulsory school age of whom one is enough. */
  readonly soleCount: number
}

export function headCountAt(provider: Id, world: World, law: Law): HeadCount {
  const limits = limitsToday(world, law)
  const key = `${provider} ${limits.days} ${limits.hours} ${limits.majorityCounts}`
  let known = counts.get(world)
  if (!known) {
    known = new Map()
    counts.set(world, known)
  }
  const cached = known.get(key) ?? countAt(provider, world, limits)
  known.set(key, cached)
  return cached
}

/** The number from which the law calls the setting a school, or the one child of whom it does. */
export const isLegalCountMet = (count: HeadCount, world: World, law: Law): boolean =>
  hasEnoughPupils(count, world, law) || count.soleCount >= law.value(soleHeadCount, world.today)

export const hasEnoughPupils = (count: HeadCount, world: World, law: Law): boolean =>
  count.legalCount >= law.value(legalHeadCount, world.today)

/** A child of whom the law says that one is enough. */
export const isEnoughAlone = (pupil: Pupil | undefined, world: World, limits: Limits): boolean =>
  countsForTheLaw(pupil, world) &&
  (lookedAfterOn(pupil, world.today) === true ||
    hasEhcp(pupil) === true ||
    (limits.majorityCounts && isOnSenSupport(pupil)))

// The counts are the same for every commissioner and rule that asks, as long as the limits are.
const counts = new WeakMap<World, Map<string, HeadCount>>()

function countAt(provider: Id, world: World, limits: Limits): HeadCount {
  const pupils = substantialPupils(provider, world, limits)
  const children = pupils.map(world.pupil).filter(pupil => countsForTheLaw(pupil, world))
  const number = (test: (pupil: Pupil | undefined) => boolean) => children.filter(test).length
  return {
    pupils,
    legalCount: children.length,
    lookedAfter: number(pupil => lookedAfterOn(pupil, world.today) === true),
    ehcp: number(pupil => hasEhcp(pupil) === true),
    senSupport: number(isOnSenSupport),
    statusUnknown: number(
      pupil => lookedAfterOn(pupil, world.today) === undefined || hasEhcp(pupil) === undefined,
    ),
    soleCount: number(pupil => isEnoughAlone(pupil, world, limits)),
  }
}

function substantialPupils(provider: Id, world: World, limits: Limits): Id[] {
  if (isRegistered(world.provider(provider))) return []
  const pupils = new Set(world.by('placements', 'provider', provider).map(({ pupil }) => pupil))
  return [...pupils].filter(pupil => {
    const share = shareAt(pupil, provider, world)
    return share !== undefined && isSubstantial(share, weekOf(pupil, world), limits)
  })
}

const isOnSenSupport = (pupil: Pupil | undefined) => pupil?.send?.status === 'sen-support'

/** Of compulsory school age, as far as we can tell: a child whose age is not known is counted. */
function countsForTheLaw(pupil: Pupil | undefined, world: World): boolean {
  if (pupil?.birthDate !== undefined) return isOfCompulsorySchoolAge(pupil.birthDate, world.today)
  if (pupil?.yearGroup !== undefined) return pupil.yearGroup >= 0 && pupil.yearGroup <= 11
  return true
}
