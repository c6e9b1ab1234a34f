import { hasEhcp, lookedAfterOn } from '#rules/counting/child.ts'
import { shareAt } from '#rules/counting/pupil-week.ts'
import type { Facts } from '#rules/facts.ts'
import { lawWith, type ParameterVersions } from '#rules/parameter.ts'
import { headCountAt } from '#rules/substantial/head-count.ts'
import { isAboveDays, isAboveHours, limitsToday } from '#rules/substantial/tests.ts'
import { worldOf } from '#rules/world.ts'

/** Children of one provider on a day, from all commissioners: how many, and never who. */
export interface ProviderCounts {
  readonly children: number
  readonly overDays: number
  readonly overHours: number
  readonly lookedAfter: number
  readonly ehcp: number
  /** With the substantial part of their week there: the early warning counts them all, the law those of school age. */
  readonly substantial: number
  readonly legal: number
}

export function countsAt(
  facts: Facts,
  providerId: string,
  parameters: ParameterVersions,
): ProviderCounts {
  const world = worldOf(facts)
  const law = lawWith(parameters)
  const limits = limitsToday(world, law)
  const shares = [...new Set(world.by('placements', 'provider', providerId).map(p => p.pupil))]
    .map(pupil => ({ pupil: world.pupil(pupil), share: shareAt(pupil, providerId, world) }))
    .flatMap(({ pupil, share }) => (share ? [{ pupil, share }] : []))
  const headCount = headCountAt(providerId, world, law)
  const number = (test: (each: (typeof shares)[number]) => boolean) => shares.filter(test).length
  return {
    children: shares.length,
    overDays: number(({ share }) => isAboveDays(share, limits)),
    overHours: number(({ share }) => isAboveHours(share, limits)),
    lookedAfter: number(({ pupil }) => lookedAfterOn(pupil, world.today) === true),
    ehcp: number(({ pupil }) => hasEhcp(pupil) === true),
    substantial: headCount.pupils.length,
    legal: headCount.legalCount,
  }
}
