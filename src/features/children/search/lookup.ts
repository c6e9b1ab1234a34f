import { z } from 'zod'
import { isIsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { job } from '#platform/jobs.ts'
import type { Terms } from './terms.ts'

const kept = z.object({
  who: z.string(),
  birthDate: z.string().refine(isIsoDate).nullable(),
})

/** Keeps what was asked for a short while, so that no name ever stands in an address; answers the search’s id. */
export async function keepLookup({ tx, me, now }: Doer, terms: Terms): Promise<string> {
  const id = newId()
  await tx
    .deleteFrom('child_lookup')
    .where('made_at', '<', new Date(now.getTime() - 3_600_000))
    .execute()
  await tx
    .insertInto('child_lookup')
    .values({
      id,
      user_id: me.userId,
      membership_id: me.membershipId ?? '',
      terms: JSON.stringify(terms),
      made_at: now,
    })
    .execute()
  return id
}

/** One’s own search, or none: another person’s is as if it had never been. */
export async function lookupOf(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('child_lookup')
    .select(['terms', 'draft'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { terms: kept.parse(row.terms) as Terms, draft: row.draft }
}

export const keepDraft = (tx: Tx, id: string, draft: unknown) =>
  tx
    .updateTable('child_lookup')
    .set({ draft: JSON.stringify(draft) })
    .where('id', '=', id)
    .execute()

export const forgetLookup = (tx: Tx, id: string) =>
  tx.deleteFrom('child_lookup').where('id', '=', id).execute()

/** What people typed to find children is forgotten within two days. */
export const forgetLookups = job({
  name: 'forget-child-lookups',
  payload: z.object({}),
  cron: '40 2 * * *',
  work: async (_nothing, { db, now }) => {
    const yesterday = new Date(now().getTime() - 24 * 3_600_000)
    await db.asWorker(tx =>
      tx.deleteFrom('child_lookup').where('made_at', '<', yesterday).execute(),
    )
  },
})
