import { type IsoDate, londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

/** The next meeting of the partnership’s panel that the person asking may know of. */
export async function nextPanel(
  tx: Tx,
  partnershipId: string,
  today: IsoDate,
): Promise<IsoDate | undefined> {
  const meeting = await tx
    .selectFrom('meeting')
    .select('starts_at')
    .where('partnership_id', '=', partnershipId)
    .where('status', 'in', ['planned', 'invited'])
    .where('starts_at', '>=', new Date(`${today}T00:00:00Z`))
    .orderBy('starts_at')
    .executeTakeFirst()
  return meeting && londonDay(meeting.starts_at)
}
