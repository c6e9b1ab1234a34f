import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { absenceAlertName, absenceExplainedName } from './mark-register.ts'

const payload = z.object({
  placement: z.uuid(),
  day: z.string().refine((day): day is IsoDate => isIsoDate(day)),
})

/** Tells the school of roll that a child has not arrived and nobody knows why. The message names no child. */
export const absenceAlert = job({
  name: absenceAlertName,
  payload,
  work: ({ placement, day }, { db }) =>
    db.asWorker(tx =>
      tellSchool(tx, placement, day, name => ({
        kind: 'absence without a reason',
        subject: `Placement ${name}: absent, reason not known`,
        words: `The child of placement ${name} did not arrive on ${dayInWords(day)}, and the provider does not know why. Find out today where the child is.`,
      })),
    ),
})

/** Whoever was sent looking for a child is told when there is nothing to look for any more; not what it was. */
export const absenceExplained = job({
  name: absenceExplainedName,
  payload,
  work: ({ placement, day }, { db }) =>
    db.asWorker(tx =>
      tellSchool(tx, placement, day, name => ({
        kind: 'absence explained',
        subject: `Placement ${name}: the register was corrected`,
        words: `An absence without a reason was reported for the child of placement ${name} on ${dayInWords(day)}. The register was corrected since: it no longer says that the reason is not known.`,
      })),
    ),
})

async function tellSchool(
  tx: Tx,
  id: string,
  day: IsoDate,
  say: (name: string) => { kind: string; subject: string; words: string },
) {
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
  // A child on no roll still has somebody who answers: who commissions the placement.
  const school = roll?.school_id ?? placement.run_by_id
  const { kind, subject, words } = say(writeReference('placement', placement.reference))
  for (const to of await addressesOf(
    tx,
    school,
    ['school-referrer', 'school-dsl', 'coordinator'],
    day,
  ))
    await sendMail(tx, {
      kind,
      to,
      subject,
      body: `${words}\n\nSign in to Onroll to read it: /attendance?on=${day}`,
    })
}
