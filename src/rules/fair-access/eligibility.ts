import { daysBetween } from '#domain/dates.ts'
import { hasEhcp, lookedAfterOn } from '../counting/child.ts'
import type { FairAccessCase } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { outOfEducation } from '../parameters/fair-access.ts'
import type { World } from '../world.ts'

/** School Admissions Code 2021, paragraph 3.17 (a) to (m), in its order. */
export const categories: Readonly<Record<string, string>> = {
  'child-in-need-or-protection-plan': 'Child in need or on a child protection plan',
  refuge: 'Living in a refuge or other relevant accommodation',
  'criminal-justice': 'From the criminal justice system',
  'reintegration-from-alternative-provision': 'In alternative provision and ready to come back',
  'sen-without-ehcp': 'Special educational needs without an EHCP, disability or medical condition',
  carer: 'Carer',
  homeless: 'Homeless',
  'kinship-care': 'In formal kinship care',
  'traveller-refugee-or-asylum-seeker': 'Gypsy, Roma, Traveller, refugee or asylum seeker',
  'refused-for-behaviour': 'Refused a place for challenging behaviour',
  'exceptional-circumstances': 'No place sought because of exceptional circumstances',
  'out-of-education-four-weeks': 'Out of education for four weeks with no place within reach',
  'previously-looked-after': 'Previously looked after, with no place secured promptly',
}

export type Ineligible =
  | 'ehcp'
  | 'looked-after'
  | 'category'
  | 'suitable-place-refused'
  | 'in-year-measures-not-tried'
  | 'less-than-four-weeks'

export type Eligibility =
  | { readonly eligible: 'yes' }
  | { readonly eligible: 'no'; readonly reason: Ineligible }
  | { readonly eligible: 'doubt'; readonly unknown: readonly string[] }

/** The first reason against, in this order; else what is in doubt. */
export function eligibilityOf(facts: FairAccessCase, world: World, law: Law): Eligibility {
  const reason = reasonAgainst(facts, world, law)
  if (reason) return { eligible: 'no', reason }
  const unknown = [
    ...(facts.category === undefined ? ['category'] : []),
    ...(facts.inYearMeasuresTried === undefined ? ['in-year-measures'] : []),
    ...(isOutOfEducation(facts) && facts.outOfEducationFrom === undefined
      ? ['out-of-education-from']
      : []),
  ]
  return unknown.length ? { eligible: 'doubt', unknown } : { eligible: 'yes' }
}

/** Closed cases bear no findings. */
export const isOpenCase = ({ closedDate }: FairAccessCase, world: World): boolean =>
  world.happened(closedDate) === undefined

function reasonAgainst(facts: FairAccessCase, world: World, law: Law): Ineligible | undefined {
  const pupil = world.pupil(facts.pupil)
  if (hasEhcp(pupil)) return 'ehcp'
  if (lookedAfterOn(pupil, world.today)) return 'looked-after'
  if (facts.category !== undefined && !Object.hasOwn(categories, facts.category)) return 'category'
  if (facts.suitablePlaceRefused) return 'suitable-place-refused'
  if (facts.inYearMeasuresTried === false) return 'in-year-measures-not-tried'
  const { outOfEducationFrom: from, receivedDate } = facts
  if (!isOutOfEducation(facts) || from === undefined) return undefined
  const days = law.value(outOfEducation, receivedDate)
  return daysBetween(from, receivedDate) < days ? 'less-than-four-weeks' : undefined
}

const isOutOfEducation = ({ category }: FairAccessCase) =>
  category === 'out-of-education-four-weeks'
