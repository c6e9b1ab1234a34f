import { z } from 'zod'
import { type IsoDate, laterOf, londonDay } from '#domain/dates.ts'
import { londonMoment } from '#domain/london-time.ts'
import {
  authorityParameters,
  caseFindings,
  factsFor,
  openCaseStatuses,
  versionOf,
} from '#features/findings/index.ts'
import { job } from '#platform/jobs.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { PreviewCounts, previewName } from './preview.ts'
import { togetherWith } from './propose.ts'

const batch = 200

/**
 * Asks the rules about every open case with the new value and without it, for the day from which it would count. Nothing
 * of a case is kept but how many findings of which rule would come, change and go.
 */
export const previewJob = job({
  name: previewName,
  payload: z.object({ proposal: z.uuid() }),
  async work({ proposal }, { db, now }) {
    const rows = await db.asWorker(tx =>
      tx
        .selectFrom('rule_parameter')
        .select(['parameter', 'value', 'from_on', 'source', 'why'])
        .where(togetherWith(proposal))
        .where('made_at', 'is', null)
        .where('discarded_at', 'is', null)
        .execute(),
    )
    const [first] = rows
    if (!first) return
    const without = await db.asWorker(authorityParameters)
    const added: ParameterVersions = {
      ...without,
      ...Object.fromEntries(
        rows.map(row => [row.parameter, [...(without[row.parameter] ?? []), versionOf(row)]]),
      ),
    }
    const { day, moment } = judgedOn(first.from_on, now())
    const cases = await db.asWorker(tx =>
      tx
        .selectFrom('referral')
        .select('id')
        .where('status', 'in', openCaseStatuses)
        .orderBy('id')
        .execute(),
    )
    const counts = new PreviewCounts()
    for (let at = 0; at < cases.length; at += batch) {
      const ids = cases.slice(at, at + batch).map(({ id }) => id)
      const facts = await db.asWorker(tx => factsFor(tx, ids, moment))
      const wanted = new Set(ids)
      counts.add(
        ids.length,
        caseFindings(facts, wanted, without),
        caseFindings(facts, wanted, added),
      )
    }
    await db.asWorker(tx =>
      tx
        .updateTable('rule_parameter')
        .set({ previewed_at: now(), preview: JSON.stringify(counts.preview(day)) })
        .where(togetherWith(proposal))
        .where('made_at', 'is', null)
        .execute(),
    )
  },
})

/** A value of tomorrow changes nothing today, so it is judged on its first day. */
function judgedOn(from: IsoDate, now: Date) {
  const today = londonDay(now)
  const day = laterOf(from, today)
  return { day, moment: day === today ? now : londonMoment(day, '12:00') }
}
