import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf, qualityTeams } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue, job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

/** Who is told what of a visit. None of it names the provider, which may be one person, or says what was found. */
const telling = {
  submitted: {
    to: ['quality'],
    subject: 'a report waits to be moderated',
    body: 'Its report is submitted. Somebody of quality assurance who took no part in the visit moderates it.',
  },
  'sent back': {
    to: ['commissioner'],
    subject: 'your report is sent back',
    body: 'Quality assurance asks for something to be mended before the report can be moderated.',
  },
  moderated: {
    to: ['provider', 'commissioner'],
    subject: 'the report is moderated',
    body: 'The provider can read the report now, and reply to it. The reply stands beside the report, where every commissioner reads it.',
  },
  replied: {
    to: ['commissioner', 'quality'],
    subject: 'the provider has replied',
    body: 'The provider has replied to the report.',
  },
  published: {
    to: ['provider', 'commissioner', 'users'],
    subject: 'a report is in the library',
    body: 'The report is published to the library that all commissioners share. Who has a child there can adopt an annual assessment.',
  },
  'action set': {
    to: ['provider'],
    subject: 'an action is asked for',
    body: 'After the visit the provider is asked to do something by a day.',
  },
  'action done': {
    to: ['commissioner'],
    subject: 'an action is done, the provider says',
    body: 'Look whether it is done, and accept it, or say by when it is to be done now.',
  },
  'action judged': {
    to: ['provider'],
    subject: 'an action was looked at',
    body: 'Whoever asked for an action has looked whether it is done.',
  },
} as const satisfies Record<string, { to: readonly Reader[]; subject: string; body: string }>
type Told = keyof typeof telling
type Reader = 'provider' | 'commissioner' | 'quality' | 'users'

const tellOfVisitName = 'tell-of-visit'

/** Tells those whom a step of a visit concerns, after the commit. Of its own doing nobody’s organisation is told. */
export const tellOf = (
  { tx, me, now }: Pick<Doer, 'tx' | 'me' | 'now'>,
  { id }: { readonly id: string },
  what: Told,
) =>
  enqueue(
    tx,
    { name: tellOfVisitName },
    { visit: id, what, by: me.organisationId },
    { key: `visit ${id} ${what} ${now.toISOString()}` },
  )

export const tellOfVisit = job({
  name: tellOfVisitName,
  payload: z.object({
    visit: z.uuid(),
    what: z.custom<Told>(what => typeof what === 'string' && what in telling),
    by: z.uuid(),
  }),
  work: ({ visit: id, what, by }, { db, now }) =>
    db.asWorker(async tx => {
      const visit = await tx
        .selectFrom('visit')
        .select(['reference', 'provider_id', 'commissioner_id'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!visit) return
      const { to, subject, body } = telling[what]
      const today = londonDay(now())
      const told = new Set([by])
      for (const reader of to)
        for (const organisation of await organisationsOf(tx, visit, reader, today)) {
          if (told.has(organisation)) continue
          told.add(organisation)
          for (const address of await addressesOf(tx, organisation, rolesOf[reader], today))
            await sendMail(tx, {
              kind: 'visit to a provider',
              to: address,
              subject: `Visit ${writeReference('visit', visit.reference)}: ${subject}`,
              body: `${body}\n\nSign in to Onroll to read it: /visits/${id}`,
              fromOrganisationId: by,
            })
        }
    }),
})

const commissioning = ['coordinator', 'school-referrer', 'school-dsl', 'virtual-school']
const rolesOf: Readonly<Record<Reader, readonly string[]>> = {
  provider: ['provider-manager', 'provider-dsl'],
  commissioner: [...commissioning, 'quality-assurance'],
  quality: ['quality-assurance'],
  users: commissioning,
}

async function organisationsOf(
  tx: Tx,
  { provider_id, commissioner_id }: { provider_id: string; commissioner_id: string },
  reader: Reader,
  today: ReturnType<typeof londonDay>,
): Promise<readonly string[]> {
  if (reader === 'provider') return [provider_id]
  if (reader === 'commissioner') return [commissioner_id]
  if (reader === 'quality') return qualityTeams(tx, today)
  const users = await tx
    .selectFrom('placement')
    .select('run_by_id as id')
    .distinct()
    .where('provider_id', '=', provider_id)
    .where('status', 'in', ['accepted', 'live'])
    .execute()
  return users.map(({ id }) => id)
}
