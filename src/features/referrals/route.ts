import { schoolYearOf } from '#domain/academic-year.ts'
import { localAuthorities } from '#domain/codes/local-authority.ts'
import { hasEhcp, isOthersLookedAfter, isOwnLookedAfter } from '#rules/counting/child.ts'
import { membershipOn, partnershipOn } from '#rules/counting/membership.ts'
import type { Facts, Pupil, Referral } from '#rules/facts.ts'
import { deciderOf } from '#rules/routing/deciding-school.ts'
import { commissionerName, schoolName } from '#rules/spoken.ts'
import { type World, worldOf } from '#rules/world.ts'

export const routes = {
  ordinary: 'Partnership, then panel if needed',
  'fair-access': 'Fair Access',
  'looked-after-own': 'Virtual School leads, partnership monitors',
  'looked-after-other': 'Looked after by another authority',
  'annual-review': 'Annual review, not the panel',
  'top-up': 'Top-up: the panel may hear it',
  'other-authority': 'Home in another authority, two stages',
  'return-to-admissions': 'Back to School Admissions',
} as const
export type RouteKey = keyof typeof routes

export type Waiting = 'us' | 'school' | 'admissions' | 'virtual-school'

/** Whose case it is and which way it goes, each with the rule that says so. */
export type Routed = {
  readonly partnership: string | undefined
  readonly school: string | undefined
  readonly ownerReason: string
  readonly ownerRule: string
  readonly route: RouteKey
  readonly reason: string
  readonly rule: string
  readonly waitingFor: Waiting
}

/**
 * The school of roll decides the partnership, after a permanent exclusion the excluding school. The route asks about an
 * EHCP first, care second and the home address last, so that nobody is judged by address before needs are known.
 */
export function routeOf(facts: Facts, referralId: string): Routed {
  const world = worldOf(facts)
  const fairAccess = facts.fairAccessCases?.find(({ id }) => id === referralId)
  const referral = fairAccess
    ? { id: referralId, pupil: fairAccess.pupil, referredDate: world.today }
    : facts.referrals?.find(({ id }) => id === referralId)
  if (!referral) throw new Error(`There are no facts about referral ${referralId}`)
  const pupil = world.pupil(referral.pupil)
  const owner = ownerOf(referral, pupil, world, fairAccess !== undefined)
  return { ...owner, ...wayOf(owner, pupil, world, fairAccess !== undefined) }
}

type Owner = Pick<Routed, 'partnership' | 'school' | 'ownerReason' | 'ownerRule'>
type Way = Pick<Routed, 'route' | 'reason' | 'rule' | 'waitingFor'>

function ownerOf(
  referral: Referral,
  pupil: Pupil | undefined,
  world: World,
  fairAccess: boolean,
): Owner {
  const decider = deciderOf(referral, world)
  if (decider.by === 'exclusion')
    return {
      partnership: decider.partnership,
      school: decider.school,
      ownerReason: `${schoolName(decider.school, world)} permanently excluded the child, and the excluding school decides.${formerly(decider.school, decider.exclusion.decisionDate, world)}`,
      ownerRule: 'RTE-02',
    }
  if (decider.by === 'roll')
    return {
      partnership: decider.partnership,
      school: decider.school,
      ownerReason: `The child is on roll at ${schoolName(decider.school, world)}, and the school of roll decides.${formerly(decider.school, referral.referredDate, world)}`,
      ownerRule: 'RTE-01',
    }
  // A Fair Access child is often on no roll. No source says whose case it is then; the home area is our default.
  if (fairAccess && pupil?.homeArea)
    return {
      partnership: pupil.homeArea,
      school: undefined,
      ownerReason: `The child is on no roll and lives in the area of ${commissionerName(pupil.homeArea, world)}.`,
      ownerRule: 'RTE-08',
    }
  if (decider.by === 'no-roll')
    return {
      partnership: referringPartnership(referral, world),
      school: undefined,
      ownerReason: 'The child is on no roll.',
      ownerRule: 'RTE-08',
    }
  return {
    partnership: undefined,
    school: undefined,
    ownerReason: 'No school is recorded as having the child on roll.',
    ownerRule: 'RTE-01',
  }
}

/** A referral that has to go back is handled by the partnership of the school that sent it. */
const referringPartnership = ({ referredBy, referredDate }: Referral, world: World) =>
  referredBy?.id ? partnershipOn(referredBy.id, referredDate, world) : undefined

function formerly(school: string, day: Referral['referredDate'], world: World) {
  const standing = membershipOn(school, day, world)
  return standing.kind === 'non-member' && standing.former
    ? ` The school has left ${commissionerName(standing.former.partnership, world)}, which still serves its children.`
    : ''
}

function wayOf(owner: Owner, pupil: Pupil | undefined, world: World, fairAccess: boolean): Way {
  if (fairAccess)
    return {
      route: 'fair-access',
      reason: 'School Admissions refers this child under the Fair Access Protocol.',
      rule: 'FA-01',
      waitingFor: 'us',
    }
  if (!owner.school)
    return {
      route: 'return-to-admissions',
      reason: 'A child on no roll goes back to School Admissions: admission comes before support.',
      rule: 'RTE-08',
      waitingFor: 'us',
    }
  if (hasEhcp(pupil))
    return {
      route: 'annual-review',
      reason: `The child has an EHCP, so the SENCO holds an annual review with ${authorityName(pupil?.send?.ehcpAuthority, world)}. It never goes to the panel.`,
      rule: 'RTE-06',
      waitingFor: 'school',
    }
  if (isOwnLookedAfter(pupil, world))
    return {
      route: 'looked-after-own',
      reason:
        'The child is looked after by this authority, so the Virtual School leads. The co-ordinator monitors only.',
      rule: 'LAC-02',
      waitingFor: 'virtual-school',
    }
  if (isOthersLookedAfter(pupil, world))
    return {
      route: 'looked-after-other',
      reason:
        'The child is looked after by another authority. Its social worker and Virtual School must be known first.',
      rule: 'LAC-03',
      waitingFor: 'us',
    }
  if (pupil?.homeAuthority !== undefined && pupil.homeAuthority !== world.authority)
    return {
      route: 'other-authority',
      reason:
        'The child lives in another authority. The panel looks at needs without the address first; who pays comes second.',
      rule: 'OOA-03',
      waitingFor: 'us',
    }
  if (hasTopUp(pupil, world))
    return {
      route: 'top-up',
      reason: 'The child has top-up funding without an EHCP, so the case may go to the panel.',
      rule: 'SEN-03',
      waitingFor: 'us',
    }
  return {
    route: 'ordinary',
    reason: 'Nothing known about the child asks for another way.',
    rule: owner.ownerRule,
    waitingFor: 'us',
  }
}

const hasTopUp = (pupil: Pupil | undefined, world: World) =>
  pupil?.send?.topUps?.some(
    ({ schoolYear, amountPence }) => schoolYear === schoolYearOf(world.today) && amountPence > 0,
  ) ?? false

const authorityName = (key: string | undefined, world: World) => {
  if (key === undefined) return 'the authority concerned'
  if (key === world.authority) return 'this authority'
  return localAuthorities.find(key)?.name ?? key
}
