import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { PackContent } from './pack-content.query.ts'

/** A case as the newest pack has it, if this person may read it now; that it was read is kept. */
export async function readPackItem(
  { tx, me, now }: Doer,
  agendaItemId: string,
): Promise<PackContent | undefined> {
  const found = await tx
    .selectFrom('pack_item')
    .innerJoin('pack', 'pack.id', 'pack_item.pack_id')
    .select(['pack_item.content', 'pack.id as pack_id'])
    .where('pack_item.agenda_item_id', '=', agendaItemId)
    .where('pack.superseded_at', 'is', null)
    .where('pack.recalled_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  await tx
    .insertInto('pack_reading')
    .values({ id: newId(), pack_id: found.pack_id, user_id: me.userId, first_read_at: now })
    .onConflict(again => again.doNothing())
    .execute()
  return found.content as PackContent
}
