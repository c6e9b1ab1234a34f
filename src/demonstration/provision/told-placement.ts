import type { IsoDate } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import { momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { ProvisionStory } from './provision-story.ts'

export interface ProviderCast {
  readonly id: string
  readonly manager: CastMember
  readonly tutor?: CastMember
}
export interface ToldPlacement {
  readonly id: string
  readonly childId: string
  readonly startsOn: IsoDate
  /** The day on which the demonstration is told. */
  readonly today: IsoDate
  readonly commissioner: CastMember
  readonly provider: ProviderCast
  readonly story: Omit<ProvisionStory, 'child' | 'provider'>
}

export type Untold = Omit<ToldPlacement, 'id' | 'startsOn' | 'today'>

/** What somebody did on several days as one scene, with the clock of each: a scene for every day is dear. */
export const onDay = (doer: Doer, day: IsoDate, hour: number): Doer => ({
  ...doer,
  now: momentOn(day, hour),
  today: day,
})

export const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other)
