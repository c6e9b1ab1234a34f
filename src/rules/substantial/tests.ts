import type { ProviderShare, PupilWeek } from '../counting/pupil-week.ts'
import { toMinutes } from '../counting/timetable.ts'
import type { Law, Parameter } from '../parameter.ts'
import { section92Definition } from '../parameters/planned-law.ts'
import { fullTimeSettingHours, substantialDays } from '../parameters/substantial.ts'
import type { World } from '../world.ts'
import { newDefinitionInForce } from './new-definition.ts'

/** The limits above which one provider’s part is substantial, as they stand today. */
export type Limits = {
  readonly days: number
  readonly hours: number
  /** The new section 92 asks for a majority of the education; before it is in force nobody is caught by that. */
  readonly majorityCounts: boolean
}

/** What the limits are read from, for the rules that ask for them. */
export const limitParameters: readonly Parameter[] = [
  substantialDays,
  fullTimeSettingHours,
  section92Definition,
]

export const limitsToday = (world: World, law: Law): Limits => ({
  days: law.value(substantialDays, world.today),
  hours: law.value(fullTimeSettingHours, world.today),
  majorityCounts: newDefinitionInForce(world, law),
})

/** Half-days and hours that we know to be above the limit are enough, whatever else is not known. */
export const isAboveDays = (share: ProviderShare, { days }: Limits): boolean =>
  share.halfDays > days * 2

export const isAboveHours = (share: ProviderShare, { hours }: Limits): boolean =>
  share.minutes > toMinutes(hours)

/** More than half of the whole week, of which every hour must be known. Half is not a majority. */
export const isMajority = (share: ProviderShare, week: PupilWeek): boolean =>
  week.complete && share.minutes * 2 > week.minutes

/** The worst test wins: days, hours and, once it is law, the majority. */
export const isSubstantial = (share: ProviderShare, week: PupilWeek, limits: Limits): boolean =>
  isAboveDays(share, limits) ||
  isAboveHours(share, limits) ||
  (limits.majorityCounts && isMajority(share, week))
