import { sql } from 'kysely'
import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { JobTools } from '#platform/jobs.ts'
import { evaluateProviders } from '../providers/evaluate-providers.ts'
import { evaluatePlacements } from './evaluate-placements.ts'
import type { Provision } from './touched.query.ts'

/** So many providers in one transaction: few enough that nobody waits for it. */
const fewProviders = 25
const fewPlacements = 200

/** Asks the rules about providers, with everything that is at them, and about placements that have none. */
export async function askAboutProvision(
  { db, now }: Pick<JobTools, 'db' | 'now'>,
  { providers, placements }: Provision,
): Promise<void> {
  const when = () => ({ now: now(), today: londonDay(now()) })
  for (let at = 0; at < providers.length; at += fewProviders)
    await db.asWorker(async tx => {
      const some = providers.slice(at, at + fewProviders)
      await oneAtATime(tx, some)
      await evaluatePlacements({ tx, ...when() }, await placementsAt(tx, some))
      await evaluateProviders({ tx, ...when() }, some)
    })
  for (let at = 0; at < placements.length; at += fewPlacements)
    await db.asWorker(async tx => {
      const some = placements.slice(at, at + fewPlacements)
      await oneAtATime(tx, some)
      await evaluatePlacements({ tx, ...when() }, some)
    })
}

/** What is over and done with, and of which nothing is said any more, is left alone. */
async function placementsAt(tx: Tx, providers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from placement p where p.provider_id = any (${`{${providers.join(',')}}`}::uuid[])
      and (p.status in ('proposed', 'offered', 'accepted', 'live')
        or (p.status in ('ended', 'ended early')
          and not exists (select 1 from placement_closing c where c.placement_id = p.id and c.closed_at is not null))
        or exists (select 1 from finding f where f.placement_id = p.id and f.superseded_at is null))`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Jobs that ask about the same provider do so one after the other, so that the last word rests on the latest facts. */
const oneAtATime = (tx: Tx, ids: readonly string[]) =>
  sql`select pg_advisory_xact_lock(7035, hashtext(id)) from unnest(${`{${ids.join(',')}}`}::text[]) id`.execute(
    tx,
  )
