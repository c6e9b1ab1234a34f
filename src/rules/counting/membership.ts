import type { IsoDate } from '#domain/dates.ts'
import type { Id, Membership } from '../facts.ts'
import type { World } from '../world.ts'

/** The partnership a school belongs to on a day. First and last day count. */
export type Standing =
  | { readonly kind: 'member'; readonly membership: Membership }
  /** With the membership that ended last before the day, where there was one. */
  | { readonly kind: 'non-member'; readonly former?: Membership }
  | { readonly kind: 'unknown' }

export function membershipOn(school: Id | undefined, day: IsoDate, world: World): Standing {
  const memberships = world.school(school)?.memberships
  if (!memberships) return { kind: 'unknown' }
  const begun = memberships.filter(m => m.from <= day)
  const current = latest(begun.filter(m => m.to === undefined || day <= m.to))
  if (current) return { kind: 'member', membership: current }
  const former = latest(begun)
  return former ? { kind: 'non-member', former } : { kind: 'non-member' }
}

/** The partnership that answers for the school’s children: a former member keeps its last one. */
export function partnershipOn(school: Id | undefined, day: IsoDate, world: World): Id | undefined {
  const standing = membershipOn(school, day, world)
  if (standing.kind === 'member') return standing.membership.partnership
  return standing.kind === 'non-member' ? standing.former?.partnership : undefined
}

/** Latest end, then latest start, then name: the same one however the list is ordered. */
function latest(memberships: readonly Membership[]): Membership | undefined {
  const key = (m: Membership) =>
    `${m.to ?? '9999-12-31'} ${m.from} ${m.partnership} ${m.ended ?? ''}`
  return memberships.reduce<Membership | undefined>(
    (best, m) => (best === undefined || key(m) > key(best) ? m : best),
    undefined,
  )
}
