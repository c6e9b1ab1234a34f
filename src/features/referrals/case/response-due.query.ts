import { type IsoDate, londonDay } from '#domain/dates.ts'
import { calendarOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** By when the partnership has promised to answer, in school days of the school that sent; undefined past known terms. */
export async function responseDue(
  tx: Tx,
  referral: {
    readonly responsible_partnership_id: string | null
    readonly referring_organisation_id: string
    readonly submitted_at: Date | null
  },
): Promise<{ days: number; due: IsoDate | undefined } | undefined> {
  if (!referral.responsible_partnership_id || !referral.submitted_at) return undefined
  const partnership = await tx
    .selectFrom('partnership')
    .select('response_days')
    .where('organisation_id', '=', referral.responsible_partnership_id)
    .executeTakeFirst()
  if (!partnership) return undefined
  const calendar = await calendarOf(tx, referral.referring_organisation_id)
  const days = partnership.response_days
  return { days, due: calendar.nthAfter(londonDay(referral.submitted_at), days) }
}
