import { addDays, type IsoDate } from '#domain/dates.ts'
import { leavePartnership } from '#features/organisations/index.ts'
import type { School } from './county.ts'

/** The last school withdraws after a year and a half: the rules about non-members have a living example. */
export async function withdrawOne(
  doer: Parameters<typeof leavePartnership>[0],
  members: readonly School[],
  today: IsoDate,
) {
  const school = members.at(-1)
  if (!school) return undefined
  const member = await doer.tx
    .selectFrom('partnership_member')
    .select('id')
    .where('school_id', '=', school.id)
    .executeTakeFirstOrThrow()
  await leavePartnership(doer, {
    memberId: member.id,
    on: addDays(today, -240),
    how: 'withdrew',
    decidedBy: 'Governors of the school',
    reason: 'The trust makes its own arrangements',
  })
  return school
}

/** A Friday in this term on which one school of each partnership does not meet. */
export const insetDay = (today: IsoDate): IsoDate =>
  addDays(today, 13 - new Date(`${today}T00:00:00Z`).getUTCDay() - 8)
