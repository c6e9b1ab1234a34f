import { z } from 'zod'
import { type IsoDate, londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf, qualityTeams } from '#features/organisations/index.ts'
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
      const today = londonDay(now())
      for (const { id: organisation, roles } of await toTell(tx, concern, what, today))
        for (const to of await addressesOf(tx, organisation, roles, today))
          await sendMail(tx, {
            kind: 'concern about a provider',
            to,
            subject: `Concern ${name} ${subject}`,
            body: `Concern ${name} ${body}.\n\nSign in to Onroll to read it: /concerns/${id}`,
          })
    }),
})

const commissioning = ['coordinator', 'school-referrer', 'school-dsl']
const officers = ['quality-assurance']

interface ToTell {
  readonly id: string
  readonly roles: readonly string[]
}

/** Who raised it knows that it was raised, and is told what came of it. */
async function toTell(
  tx: Tx,
  { provider_id, by_organisation }: { provider_id: string; by_organisation: string },
  what: keyof typeof words,
  today: IsoDate,
): Promise<ToTell[]> {
  const users = await tx
    .selectFrom('placement')
    .select('run_by_id as id')
    .distinct()
    .where('provider_id', '=', provider_id)
    .where('status', 'in', ['offered', 'accepted', 'live'])
    .execute()
  const commissioners = users.map(({ id }) => ({ id, roles: commissioning }))
  if (what === 'raised')
    return [
      ...commissioners.filter(({ id }) => id !== by_organisation),
      ...(await qualityTeams(tx, today))
        .filter(id => id !== by_organisation)
        .map(id => ({ id, roles: officers })),
    ]
  return users.some(({ id }) => id === by_organisation)
    ? commissioners
    : [...commissioners, { id: by_organisation, roles: [...commissioning, ...officers] }]
}
