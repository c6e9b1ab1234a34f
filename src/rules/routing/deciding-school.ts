import { partnershipOn } from '../counting/membership.ts'
import { isMainRoll, registrationsOn } from '../counting/rolls.ts'
import type { Exclusion, Id, Referral, Roll } from '../facts.ts'
import type { World } from '../world.ts'

/** What decides whose case a referral is. */
export type Decider =
  | {
      readonly by: 'exclusion'
      readonly exclusion: Exclusion
      readonly school: Id
      readonly partnership?: Id
    }
  | {
      readonly by: 'roll'
      readonly roll: Roll
      readonly school: Id
      readonly dualSchool?: Id
      readonly partnership?: Id
    }
  | { readonly by: 'no-roll' }
  | { readonly by: 'unknown-rolls' }

/** The excluding school until a new main roll begins; else the roll on the day of the referral. */
export function deciderOf(referral: Referral, world: World): Decider {
  const exclusion = rulingExclusion(referral, world)
  if (exclusion) {
    const { school, decisionDate } = exclusion
    return {
      by: 'exclusion',
      exclusion,
      school,
      ...named(partnershipOn(school, decisionDate, world)),
    }
  }
  const rolls = registrationsOn(world.pupil(referral.pupil), referral.referredDate)
  if (!rolls) return { by: 'unknown-rolls' }
  const roll = rolls.find(({ school }) => school === referringSchool(referral)) ?? rolls[0]
  if (!roll) return { by: 'no-roll' }
  const dualSchool = rolls.find(({ school }) => school !== roll.school)?.school
  return {
    by: 'roll',
    roll,
    school: roll.school,
    ...(dualSchool === undefined ? {} : { dualSchool }),
    ...named(partnershipOn(roll.school, referral.referredDate, world)),
  }
}

export const referringSchool = ({ referredBy }: Referral): Id | undefined =>
  referredBy?.type === 'school' ? referredBy.id : undefined

/** A closed referral bears no findings. */
export const isOpen = (referral: Referral, world: World): boolean =>
  world.happened(referral.closedDate) === undefined

/** The school whose calendar a count from the referral follows. */
export const schoolOf = (decider: Decider): Id | undefined =>
  decider.by === 'exclusion' || decider.by === 'roll' ? decider.school : undefined

export const partnershipOf = (decider: Decider): Id | undefined =>
  decider.by === 'exclusion' || decider.by === 'roll' ? decider.partnership : undefined

/** The latest permanent exclusion up to the referral, unless reinstated or followed by a new main roll. */
function rulingExclusion(referral: Referral, world: World): Exclusion | undefined {
  const latest = world
    .by('exclusions', 'pupil', referral.pupil)
    .filter(e => e.decisionDate <= referral.referredDate && !world.happened(e.reinstatedDate))
    .reduce<Exclusion | undefined>(
      (best, e) => (best === undefined || key(e) > key(best) ? e : best),
      undefined,
    )
  if (!latest) return undefined
  const rolls = world.pupil(referral.pupil)?.rolls ?? []
  const isNewRoll = (roll: Roll) =>
    isMainRoll(roll) && latest.decisionDate < roll.from && roll.from <= referral.referredDate
  return rolls.some(isNewRoll) ? undefined : latest
}

const key = (exclusion: Exclusion) => `${exclusion.decisionDate} ${exclusion.id}`

const named = (partnership: Id | undefined) => (partnership === undefined ? {} : { partnership })
