import { z } from 'zod'
import { writeReference } from '#domain/reference.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

export const tellOfFrozenName = 'tell-of-frozen-links'
const mostTries = 5

/** Tells who made a link that five wrong codes have killed it, once (AU-16). */
export const tellOfFrozen = job({
  name: tellOfFrozenName,
  payload: z.object({}),
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const frozen = await tx
        .selectFrom('pupil_link as link')
        .innerJoin('placement', 'placement.id', 'link.placement_id')
        .innerJoin('user_account as person', 'person.id', 'link.made_by')
        .select([
          'link.id',
          'placement.id as placement',
          'placement.reference',
          'person.id as person',
          'person.email',
        ])
        .where('link.tries', '>=', mostTries)
        .where('link.death_told_at', 'is', null)
        .where('link.used_at', 'is', null)
        .execute()
      for (const link of frozen) {
        const marked = await tx
          .updateTable('pupil_link')
          .set({ death_told_at: now() })
          .where('id', '=', link.id)
          .where('death_told_at', 'is', null)
          .executeTakeFirst()
        if (marked.numUpdatedRows !== 1n) continue
        const name = writeReference('placement', link.reference)
        await sendMail(tx, {
          kind: 'child’s link stopped',
          to: { address: link.email, userId: link.person },
          subject: `Placement ${name}: the child’s link was stopped`,
          body: `The link for the child of placement ${name} was stopped after five wrong codes. Ask who has it, and make a new one if it is wanted.\n\nSign in to Onroll: /placements/${link.placement}/pupil-view`,
        })
      }
    }),
})
