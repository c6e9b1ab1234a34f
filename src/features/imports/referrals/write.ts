import { Refusal } from '#domain/refusal.ts'
import { changeReferral, referralToChange, startReferral } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Progress, Written } from '../importer.ts'
import { marksOf } from '../marks.ts'
import type { JudgedReferral } from './importer.ts'

/** Starts a draft for each row, by the command that people use, and fills in what the row says. */
export async function writeReferrals(
  doer: Doer,
  judged: readonly JudgedReferral[],
  _batchId: string,
  progress: Progress,
): Promise<Map<number, Written[]>> {
  const written = new Map<number, Written[]>()
  for (const [at, row] of judged.entries()) {
    if (!row.childId) throw new Refusal(`No child is known for row ${row.number}`)
    const id = await startReferral(doer, { childId: row.childId })
    const started = await referralToChange(doer.tx, id)
    if (Object.keys(row.answers).length > 0)
      await changeReferral(doer.tx, started, { ...row.answers, ...tierOf(row.answers) })
    const marks = await marksOf(doer.tx, [{ table: 'referral', id }])
    const events = await doer.tx
      .selectFrom('case_event')
      .select('id')
      .where('referral_id', '=', id)
      .execute()
    written.set(row.number, [
      { table: 'referral', id, before: null, mark: marks.get(id) },
      ...events.map(event => ({ table: 'case_event', id: event.id, before: null })),
    ])
    if (at % 50 === 49) await progress(at + 1)
  }
  return written
}

/** The tier stands in a column of its own, because reports count by it. */
function tierOf({ asked_for }: JudgedReferral['answers']) {
  const tier = /^tier-([234])$/.exec(asked_for ?? '')?.[1]
  return tier ? { tier_asked_for: Number(tier) } : {}
}
