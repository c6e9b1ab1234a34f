import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { addressesOf } from '#features/organisations/index.ts'
import { approvalWords } from '#features/providers/index.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

export const tellOfApprovalName = 'tell-of-approval'

/** Tells every commissioner with a child there, and the provider, that something was decided. */
export const tellOfApproval = job({
  name: tellOfApprovalName,
  payload: z.object({ decision: z.uuid() }),
  work: ({ decision: id }, { db, now }) =>
    db.asWorker(async tx => {
      const decision = await tx
        .selectFrom('provider_approval as d')
        .innerJoin('organisation as o', 'o.id', 'd.provider_id')
        .select(['d.provider_id', 'd.approval', 'd.by_organisation', 'o.name'])
        .where('d.id', '=', id)
        .executeTakeFirst()
      if (!decision) return
      const today = londonDay(now())
      const { word } = approvalWords[decision.approval]
      const commissioners = await tx
        .selectFrom('placement')
        .select('commissioner_id')
        .distinct()
        .where('provider_id', '=', decision.provider_id)
        .where('status', 'in', ['offered', 'accepted', 'live'])
        .execute()
      const path = `/providers/${decision.provider_id}/approval`
      for (const { commissioner_id } of commissioners)
        for (const to of await addressesOf(
          tx,
          commissioner_id,
          ['coordinator', 'school-referrer', 'school-dsl'],
          today,
        ))
          await sendMail(tx, {
            kind: 'approval of a provider',
            to,
            subject: `A provider that you use: ${word}`,
            body: `The authority has decided about a provider where you have a placement. It now stands as: ${word}.\n\nSign in to Onroll to read which, why, and what it means for your placements: ${path}`,
            fromOrganisationId: decision.by_organisation,
          })
      for (const to of await addressesOf(tx, decision.provider_id, ['provider-manager'], today))
        await sendMail(tx, {
          kind: 'approval of a provider',
          to,
          subject: `Your approval: ${word}`,
          body: `The authority has decided about your approval. It now stands as: ${word}.\n\nSign in to Onroll to read why: ${path}`,
          fromOrganisationId: decision.by_organisation,
        })
    }),
})
