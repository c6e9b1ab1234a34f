import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { PlacementEvent } from '../move-placement.ts'
import { endSessions } from '../run/run-placement.ts'

interface When {
  readonly tx: Tx
  readonly now: Date
  readonly today: IsoDate
}

/** What hung on a placement goes with it, and its history says what was direct and what followed. */
export async function endEverythingOf(when: When, placementId: string, lastDay: IsoDate) {
  const { tx, now } = when
  await endSessions(when, placementId, lastDay)
  const plans = await tx
    .selectFrom('substantial_plan')
    .select(['id', 'status'])
    .where('placement_id', '=', placementId)
    .where('status', 'in', ['draft', 'in force'])
    .execute()
  for (const { id, status } of plans) {
    await tx
      .updateTable('substantial_plan')
      .set({
        status: status === 'draft' ? 'discarded' : 'ended',
        ended_on: when.today,
        ended_because: over,
      })
      .where('id', '=', id)
      .execute()
    await record(when, placementId, status === 'draft' ? 'plan discarded' : 'plan ended')
  }
  const changes = await tx
    .updateTable('placement_change')
    .set({ status: 'refused', decided_at: now, decided_because: over })
    .where('placement_id', '=', placementId)
    .where('status', '=', 'asked')
    .returning('id')
    .execute()
  if (changes.length > 0) await record(when, placementId, 'change refused')
}

const over = 'The placement is over.'

const record = ({ tx, now }: When, placement: string, what: PlacementEvent) =>
  tx
    .insertInto('placement_event')
    .values({
      id: newId(),
      placement_id: placement,
      what,
      because: over,
      details: JSON.stringify({ followed: 'the placement' }),
      at: now,
    })
    .execute()
