import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import type { SchoolCalendar } from '#domain/school-calendar.ts'
import type { Doer } from '#platform/http/visit.ts'

export async function fairAccessCase({ tx }: Pick<Doer, 'tx'>, referralId: string) {
  const fair = await tx
    .selectFrom('fair_access_case as fair')
    .leftJoin('referral', 'referral.id', 'fair.referral_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('user_account as checker', 'checker.id', 'fair.criteria_by')
    .leftJoin('user_account as adviser', 'adviser.id', 'fair.doubt_answered_by')
    .selectAll('fair')
    .select([
      'referral.reference',
      'referral.status',
      'referral.child_id',
      'referral.reason',
      'referral.responsible_partnership_id',
      'child.forename',
      'child.surname',
      'checker.name as checker',
      'adviser.name as adviser',
    ])
    .where('fair.referral_id', '=', referralId)
    .executeTakeFirst()
  if (!fair) throw new NotFound()
  return fair
}
export type FairAccessCase = Awaited<ReturnType<typeof fairAccessCase>>

/** School Admissions Code 2021: a place within 20 school days of the case being taken under the protocol (FA-03). */
export const allocationDays = 20

/** The national limit and how much of it has gone. Undefined before acceptance, or where no terms are known. */
export function allocationClock(
  acceptedOn: IsoDate | null,
  today: IsoDate,
  calendar: SchoolCalendar,
) {
  if (!acceptedOn) return undefined
  const due = calendar.nthAfter(acceptedOn, allocationDays)
  const gone = calendar.daysAfter(acceptedOn, today)
  return { due, gone: gone.days, left: allocationDays - gone.days }
}
