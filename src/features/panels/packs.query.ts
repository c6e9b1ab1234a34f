import type { Tx } from '#platform/database/database.ts'

/** The packs of a meeting, newest first. */
export const packsOf = (tx: Tx, meetingId: string) =>
  tx
    .selectFrom('pack')
    .select(['id', 'number', 'released_at', 'superseded_at', 'recalled_at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('number', 'desc')
    .execute()
