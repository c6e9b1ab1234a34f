import { z } from 'zod'
import { addDays, type IsoDate, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { evidenceKind } from './documents.ts'
import { dueReminders, reminderDays } from './reminders.ts'

interface RunningOut {
  readonly id: string
  readonly provider: string
  readonly providerName: string
  readonly title: string
  readonly expiresOn: IsoDate
}

/**
 * Each morning the provider, and every commissioner with a child there, is told which documents run out. What was sent
 * is marked in the same transaction, so that a second run sends nothing twice.
 */
export const evidenceReminders = job({
  name: 'evidence-reminders',
  payload: z.object({}),
  cron: '15 6 * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      const running = await markDue(tx, today, now())
      for (const [provider, items] of Map.groupBy(running, item => item.provider)) {
        await tell(tx, provider, ['provider-manager'], items, today)
        for (const commissioner of await commissionersOf(tx, provider))
          await tell(
            tx,
            commissioner,
            ['coordinator', 'school-dsl', 'school-referrer'],
            items,
            today,
          )
      }
    }),
})

/** The documents of which a reminder is due today, marked as sent. */
async function markDue(tx: Tx, today: IsoDate, now: Date): Promise<RunningOut[]> {
  const rows = await tx
    .selectFrom('evidence_item as e')
    .innerJoin('organisation as o', 'o.id', 'e.provider_id')
    .select(['e.id', 'e.provider_id as provider', 'e.document', 'e.expires_on', 'o.name'])
    .where('e.superseded_at', 'is', null)
    .where('e.expires_on', '<=', addDays(today, reminderDays[0]))
    .where('o.closed_on', 'is', null)
    .orderBy('e.expires_on')
    .orderBy('e.document')
    .execute()
  if (rows.length === 0) return []
  const reminders = await tx
    .selectFrom('evidence_reminder')
    .select(['evidence_id', 'days_before'])
    .where(
      'evidence_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const sent = Map.groupBy(reminders, ({ evidence_id }) => evidence_id)
  const found: RunningOut[] = []
  for (const { id, provider, document, expires_on, name } of rows) {
    if (!expires_on) continue
    const known = new Set((sent.get(id) ?? []).map(({ days_before }) => days_before))
    const due = dueReminders(expires_on, today, known)
    if (due.length === 0) continue
    await tx
      .insertInto('evidence_reminder')
      .values(due.map(days => ({ evidence_id: id, days_before: days, sent_at: now })))
      .execute()
    const title = evidenceKind(document)?.title ?? document
    found.push({ id, provider, providerName: name, title, expiresOn: expires_on })
  }
  return found
}

const commissionersOf = async (tx: Tx, provider: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('placement')
      .select('run_by_id')
      .distinct()
      .where('provider_id', '=', provider)
      .where('status', 'in', ['accepted', 'live'])
      .execute()
  ).map(({ run_by_id }) => run_by_id)

async function tell(
  tx: Tx,
  organisation: string,
  roles: readonly string[],
  items: readonly RunningOut[],
  today: IsoDate,
) {
  const name = items[0]?.providerName ?? ''
  const list = items
    .map(({ title, expiresOn }) =>
      expiresOn < today
        ? `- ${title}: expired on ${dayInWords(expiresOn)}`
        : `- ${title}: until ${dayInWords(expiresOn)}`,
    )
    .join('\n')
  for (const to of await addressesOf(tx, organisation, roles, today))
    await sendMail(tx, {
      kind: 'evidence-expiry',
      to,
      subject: `Documents of ${name} run out`.slice(0, 200),
      body: `These documents of ${name} run out or have run out:\n\n${list}\n\nSign in to Onroll to bring newer ones, or to see whether they have come.`,
    })
}
