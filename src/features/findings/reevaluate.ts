import { z } from 'zod'
import type { Doer } from '#platform/http/visit.ts'
import { job } from '#platform/jobs.ts'
import { askAbout, openCases } from './ask-again.ts'
import { evaluateReferrals } from './evaluate-referrals.ts'
import { askAboutChanges } from './fact-changes.ts'

/**
 * Asks the rules again about these referrals, in this transaction, so that whoever acted sees what follows from it.
 * Somebody who acts on a case without reading it (the chair of a panel) leaves it to the job that follows every change
 * of a fact, which sees the whole of it a moment later.
 */
export async function reevaluate(
  doer: Pick<Doer, 'tx' | 'now' | 'today'>,
  referralIds: readonly string[],
): Promise<void> {
  if (referralIds.length === 0) return
  const readable = await doer.tx
    .selectFrom('referral')
    .select('id')
    .where('id', 'in', referralIds)
    .execute()
  await evaluateReferrals(
    doer,
    readable.map(({ id }) => id),
  )
}

/** Woken by every change of a fact (migration 0034); and every minute, for what a kill has left behind. */
export const reevaluateChangedJob = job({
  name: 're-evaluate-changed',
  payload: z.object({}),
  cron: '* * * * *',
  work: (_nothing, tools) => askAboutChanges(tools),
})

/** Every night, because some findings come and go by time alone. */
export const reevaluateAllJob = job({
  name: 're-evaluate-all',
  payload: z.object({}),
  cron: '15 2 * * *',
  async work(_nothing, tools) {
    await askAbout(tools, openCases(tools.db))
  },
})
