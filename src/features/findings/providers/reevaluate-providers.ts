import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { type JobTools, job } from '#platform/jobs.ts'
import { askAboutProviders } from '../provision/evaluate-placements.ts'
import { evaluateProviders } from './evaluate-providers.ts'

const batch = 40

/** For whoever changes something about a provider: it and the placements there are asked about a moment later. */
export const reevaluateProvider = (tx: Tx, provider: string): Promise<void> =>
  askAboutProviders({ tx }, [provider])

/** Every night, because documents expire by themselves. */
export const reevaluateAllProvidersJob = job({
  name: 're-evaluate-all-providers',
  payload: z.object({}),
  cron: '35 2 * * *',
  work: (_nothing, tools) => evaluateAll(tools),
})

async function evaluateAll({ db, now }: JobTools) {
  const rows = await db.asWorker(tx =>
    tx
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', 'provider')
      .where('closed_on', 'is', null)
      .orderBy('id')
      .execute(),
  )
  for (let at = 0; at < rows.length; at += batch)
    await db.asWorker(tx =>
      evaluateProviders(
        { tx, now: now(), today: londonDay(now()) },
        rows.slice(at, at + batch).map(({ id }) => id),
      ),
    )
}
