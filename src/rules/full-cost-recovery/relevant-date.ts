import type { IsoDate } from '#domain/dates.ts'
import type { Exclusion, Policy } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { relevantDateBasis, relevantSchoolDay } from '../parameters/money.ts'
import type { World } from '../world.ts'
import { recordedOn } from './money-cases.ts'

export type RelevantDate = {
  readonly basis: NonNullable<Policy['relevantDateBasis']>
  readonly date?: IsoDate
  /** What must be found out before there is a date. */
  readonly unknown?: 'calendar' | 'governors-upheld-date'
}

/** The first day counted after a permanent exclusion. */
export function relevantDateOf(exclusion: Exclusion, world: World, law: Law): RelevantDate {
  const { id, school, decisionDate, governorsUpheldDate } = exclusion
  const basis =
    recordedOn(world.by('invoices', 'exclusion', id), i => i.relevantDateBasis, world) ??
    world.policy.relevantDateBasis ??
    law.value(relevantDateBasis, decisionDate)
  switch (basis) {
    case 'exclusion-date':
      return { basis, date: decisionDate }
    case 'governors-upheld-date': {
      const date = world.happened(governorsUpheldDate)
      return date ? { basis, date } : { basis, unknown: basis }
    }
    case 'sixth-school-day': {
      const days = law.value(relevantSchoolDay, decisionDate)
      const date = world.calendar(school).nthAfter(decisionDate, days)
      return date ? { basis, date } : { basis, unknown: 'calendar' }
    }
  }
}
