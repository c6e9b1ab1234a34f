import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue, type JobTools, job } from '#platform/jobs.ts'
import { evaluateReferrals } from './evaluate-referrals.ts'

/** Cases that go on: what the rules are asked about again. */
export const openCaseStatuses = ['submitted', 'accepted', 'listed', 'decided', 'returned'] as const
const batch = 200

/**
 * Asks the rules again about these referrals, in this transaction. Somebody who acts on a case without reading it (the
 * chair of a panel) leaves it to a job, which sees the whole of it a moment later.
 */
export async function reevaluate(
  doer: Pick<Doer, 'tx' | 'now' | 'today'>,
  referralIds: readonly string[],
): Promise<void> {
  if (referralIds.length === 0) return
  const seen = await doer.tx
    .selectFrom('referral')
    .select('id')
    .where('id', 'in', referralIds)
    .execute()
  const readable = new Set(seen.map(({ id }) => id))
  await evaluateReferrals(doer, [...readable])
  const others = referralIds.filter(id => !readable.has(id))
  if (others.length > 0) await enqueue(doer.tx, reevaluateJob, { referrals: others })
}

/** For whoever changes a fact about a child: each open case of that child is asked about again. */
export const reevaluateChild = (tx: Tx, child: string) =>
  enqueue(tx, reevaluateJob, { child }, { key: `re-evaluate ${child}` })

export const reevaluateJob = job({
  name: 're-evaluate',
  payload: z.object({ child: z.uuid().optional(), referrals: z.array(z.uuid()).optional() }),
  work: ({ child, referrals }, tools) =>
    inBatches(tools, tx =>
      tx
        .selectFrom('referral')
        .select('id')
        .where('status', 'in', openCaseStatuses)
        .where(eb =>
          eb.or([
            ...(child ? [eb('child_id', '=', child)] : []),
            ...(referrals?.length ? [eb('id', 'in', referrals)] : []),
          ]),
        )
        .execute(),
    ),
})

/** Every night, because some findings come and go by time alone. */
export const reevaluateAllJob = job({
  name: 're-evaluate-all',
  payload: z.object({}),
  cron: '15 2 * * *',
  work: (_nothing, tools) =>
    inBatches(tools, tx =>
      tx
        .selectFrom('referral')
        .select('id')
        .where('status', 'in', openCaseStatuses)
        .orderBy('id')
        .execute(),
    ),
})

async function inBatches(
  { db, now }: JobTools,
  select: (tx: Tx) => Promise<readonly { id: string }[]>,
) {
  const ids = (await db.asWorker(select)).map(({ id }) => id)
  for (let at = 0; at < ids.length; at += batch)
    await db.asWorker(tx =>
      evaluateReferrals({ tx, now: now(), today: londonDay(now()) }, ids.slice(at, at + batch)),
    )
}
