import { sql } from 'kysely'
import { londonDay } from '#domain/dates.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { JobTools } from '#platform/jobs.ts'
import { evaluateReferrals, type Watch } from './evaluate-referrals.ts'

/** Cases that go on: what the rules are asked about again. */
export const openCaseStatuses = ['submitted', 'accepted', 'listed', 'decided', 'returned'] as const

const nobody = '00000000-0000-0000-0000-000000000000'

/** So many cases in one transaction: few enough that nobody waits for it, many enough that a question costs nothing. */
const batch = 500

/** Asks the rules about the cases of a stream, batch by batch: what is asked stays asked, and memory stays flat. */
export async function askAbout(
  { db, now }: Pick<JobTools, 'db' | 'now'>,
  batches: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  watch?: Watch,
): Promise<number> {
  let cases = 0
  for await (const ids of batches) {
    await db.asWorker(async tx => {
      await oneAtATime(tx, ids)
      await evaluateReferrals({ tx, now: now(), today: londonDay(now()) }, ids, watch)
    })
    cases += ids.length
  }
  return cases
}

/** Every case that goes on, a batch at a time; the cases of one partnership together, because they share its schools. */
export async function* openCases(db: Db): AsyncGenerator<readonly string[]> {
  let last = { partnership: nobody, id: nobody }
  while (true) {
    const { rows } = await db.asWorker(tx =>
      sql<{ id: string; partnership: string }>`
        select id, coalesce(responsible_partnership_id, ${nobody}) as partnership from referral
         where status = any (${`{${openCaseStatuses.join(',')}}`}::text[])
           and (coalesce(responsible_partnership_id, ${nobody}), id) > (${last.partnership}::uuid, ${last.id}::uuid)
         order by 2, 1 limit ${batch}`.execute(tx),
    )
    const next = rows.at(-1)
    if (next === undefined) return
    last = next
    yield rows.map(({ id }) => id)
  }
}

export function* inBatches(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += batch) yield ids.slice(at, at + batch)
}

/** Jobs that ask about the same case do so one after the other, so that the last word rests on the latest facts. */
const oneAtATime = (tx: Tx, ids: readonly string[]) =>
  sql`select pg_advisory_xact_lock(7034, hashtext(id)) from unnest(${`{${[...ids].sort().join(',')}}`}::text[]) id`.execute(
    tx,
  )
