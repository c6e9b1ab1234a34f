import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

export const tellOfConcernName = 'tell-of-concern'

const words = {
  raised: ['was raised', 'was raised about a provider where you have a placement'],
  closed: ['was closed', 'was closed. You can read what came of it'],
} as const

/**
 * Tells the quality team and every commissioner with a child there. The message comes from nobody, so that it does not
 * say who raised it; it names neither the provider, which may be one person, nor what it is about.
 */
export const tellOfConcern = job({
  name: tellOfConcernName,
  payload: z.object({ concern: z.uuid(), what: z.enum(['raised', 'closed']) }),
  work: ({ concern: id, what }, { db, now }) =>
    db.asWorker(async tx => {
      const concern = await tx
        .selectFrom('provider_concern')
        .select(['reference', 'provider_id', 'by_organisation'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!concern) return
      const name = writeReference('concern', concern.reference)
      const [subject, body] = words[what]
      for (const organisation of await toTell(tx, concern, what))
        for (const to of await addressesOf(tx, organisation, readers, londonDay(now())))
          await sendMail(tx, {
            kind: 'concern about a provider',
            to,
            subject: `Concern ${name} ${subject}`,
            body: `Concern ${name} ${body}.\n\nSign in to Onroll to read it: /concerns/${id}`,
          })
    }),
})

const readers = [
  'coordinator',
  'school-referrer',
  'school-dsl',
  'quality-assurance',
  'virtual-school',
]

/** Who raised it knows that it was raised, and is told what came of it. */
async function toTell(
  tx: Tx,
  { provider_id, by_organisation }: { provider_id: string; by_organisation: string },
  what: keyof typeof words,
): Promise<string[]> {
  const commissioners = await tx
    .selectFrom('placement')
    .select('commissioner_id as id')
    .distinct()
    .where('provider_id', '=', provider_id)
    .where('status', 'in', ['offered', 'accepted', 'live'])
    .execute()
  const teams = await tx
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'team')
    .where('team', '=', 'quality-assurance')
    .where('closed_on', 'is', null)
    .execute()
  const all = new Set([...commissioners, ...(what === 'raised' ? teams : [])].map(({ id }) => id))
  if (what === 'closed') all.add(by_organisation)
  else all.delete(by_organisation)
  return [...all]
}
