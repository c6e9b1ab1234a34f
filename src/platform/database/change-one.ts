import type { UpdateResult } from 'kysely'
import { Refusal } from '#domain/refusal.ts'

/**
 * Changes the one row that was read. Asked by id and version, there is none when somebody was quicker, or when the
 * database keeps it from the person asking: then nothing is changed, and they are told.
 */
export async function changeOne(
  change: { executeTakeFirst(): Promise<UpdateResult> },
  thing: string,
): Promise<void> {
  const { numUpdatedRows } = await change.executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal(
      `${thing} has changed since you opened it, or it is not yours to change. Go back, reload the page and look again.`,
    )
}
