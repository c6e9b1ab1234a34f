import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf } from '#features/organisations/index.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { absenceAlertName } from './mark-register.ts'

/** Tells the school of roll that a child has not arrived and nobody knows why. The message names no child. */
export const absenceAlert = job({
  name: absenceAlertName,
  payload: z.object({
    placement: z.uuid(),
    day: z.string().refine((day): day is IsoDate => isIsoDate(day)),
  }),
  work: ({ placement: id, day }, { db }) =>
    db.asWorker(async tx => {
      const placement = await tx
        .selectFrom('placement')
        .select(['child_id', 'reference', 'run_by_id'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!placement) return
      const roll = await tx
        .selectFrom('enrolment')
        .select('school_id')
        .where('child_id', '=', placement.child_id)
        .where('from_on', '<=', day)
        .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', day)]))
        .orderBy(at => at('kind', '=', 'subsidiary'))
        .orderBy('from_on', 'desc')
        .executeTakeFirst()
      const name = writeReference('placement', placement.reference)
      // A child on no roll still has somebody who answers: who commissions the placement.
      const school = roll?.school_id ?? placement.run_by_id
      for (const to of await addressesOf(
        tx,
        school,
        ['school-referrer', 'school-dsl', 'coordinator'],
        day,
      ))
        await sendMail(tx, {
          kind: 'absence without a reason',
          to,
          subject: `Placement ${name}: absent, reason not known`,
          body: `The child of placement ${name} did not arrive on ${dayInWords(day)}, and the provider does not know why. Find out today where the child is.\n\nSign in to Onroll to read it: /attendance?on=${day}`,
        })
    }),
})
