import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { evaluateReferrals } from '#features/findings/index.ts'
import { job } from '#platform/jobs.ts'

const kinds = {
  agreed: 'dispute agreed',
  'not agreed': 'dispute not agreed',
  withdrawn: 'dispute withdrawn',
} as const

/**
 * The end of a dispute belongs into the history of a case that the other partnership, which may have ended it, cannot
 * read. So a job writes it there, and asks the rules again.
 */
export const disputeSettled = job({
  name: 'dispute-settled',
  payload: z.object({ dispute: z.uuid() }),
  async work({ dispute: id }, { db, now }) {
    await db.asWorker(async tx => {
      const dispute = await tx
        .selectFrom('responsibility_dispute')
        .select(['referral_id', 'status', 'outcome', 'ended_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!dispute?.ended_at || dispute.status === 'open') return
      const kind = kinds[dispute.status]
      const told = await tx
        .selectFrom('case_event')
        .select('id')
        .where('referral_id', '=', dispute.referral_id)
        .where('kind', '=', kind)
        .where('at', '=', dispute.ended_at)
        .executeTakeFirst()
      if (!told)
        await tx
          .insertInto('case_event')
          .values({
            id: newId(),
            referral_id: dispute.referral_id,
            kind,
            at: dispute.ended_at,
            detail: JSON.stringify({ dispute: id }),
          })
          .execute()
      await evaluateReferrals({ tx, now: now(), today: londonDay(now()) }, [dispute.referral_id])
    })
  },
})
