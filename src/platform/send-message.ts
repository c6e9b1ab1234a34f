import { sql } from 'kysely'
import nodemailer, { type Transporter } from 'nodemailer'
import { z } from 'zod'
import { asEmailAddress } from '#domain/email-address.ts'
import type { Configuration } from './configuration.ts'
import type { Db } from './database/database.ts'
import { type AnyJob, job } from './jobs.ts'
import { enqueueMessage, sendMessageName, textOf } from './mail.ts'
import { holdsProtected } from './protected-guard.ts'
import type { Secret } from './secret.ts'

type Settings = Pick<Configuration, 'smtpUrl' | 'mailFrom' | 'baseUrl'>

/** Without SMTP_URL nothing leaves: messages are marked held, and the mail page shows what would have been sent. */
export function mailJobs(settings: Settings): readonly AnyJob[] {
  const transport = settings.smtpUrl ? transportTo(settings.smtpUrl) : undefined
  return [sendMessage(settings, transport), sendWaitingMessages]
}

const transportTo = (url: string) =>
  nodemailer.createTransport({
    url,
    // One connection takes many messages: a panel’s notices go out in seconds, and servers dislike being called a lot.
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    requireTLS: !/^smtp:\/\/([^@/]*@)?(localhost|127\.0\.0\.1|\[::1\])[:/?]?/.test(url),
    // A server that takes the connection and then says nothing must not keep the queue waiting.
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  })

const sendMessage = (settings: Settings, transport: Transporter | undefined) =>
  job({
    name: sendMessageName,
    payload: z.object({ message: z.uuid() }),
    async work({ message: id }, { db, secret, now }) {
      const message = await claimed(db, id)
      if (!message) return
      const never = await whyNever(db, secret, message, {
        now: now(),
        leaves: transport !== undefined,
      })
      if (never) return mark(db, id, { state: 'failed', last_error: never })
      if (!transport) return mark(db, id, { state: 'held' })
      try {
        await transport.sendMail({
          // One strict address, in the envelope and the header alike (an address string would be parsed again).
          envelope: { from: settings.mailFrom, to: [message.address] },
          from: { name: 'Onroll', address: settings.mailFrom },
          to: { name: '', address: message.address },
          subject: message.subject,
          text: textOf(message, secret, settings.baseUrl),
          // The same id at every attempt, so that a repeat after a lost answer can be recognised.
          messageId: `<${id}@onroll>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        const { forGood, words } = smtpReason(error)
        await mark(db, id, { state: forGood ? 'failed' : 'queued', last_error: words })
        if (forGood) return
        throw error
      }
      await mark(db, id, { state: 'sent', sent_at: now(), last_error: null })
    },
  })

/**
 * Takes up again what waits: a mail server that was away for an hour is back, or a process died over a message. What
 * could not be delivered in three days is given up, for people to see.
 */
const sendWaitingMessages = job({
  name: 'send-waiting-messages',
  payload: z.object({}),
  cron: '*/2 * * * *',
  work: (_, { db }) =>
    db.asWorker(async tx => {
      await tx
        .updateTable('message')
        .set({ state: 'failed', last_error: 'The mail server did not take it for three days' })
        .where('state', '=', 'queued')
        .where('queued_at', '<', sql<Date>`now() - interval '3 days'`)
        .execute()
      const waiting = await tx
        .selectFrom('message')
        .select('id')
        .where('state', '=', 'queued')
        .where('queued_at', '<', sql<Date>`now() - interval '1 minute'`)
        .where(eb =>
          eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', sql<Date>`now()`)]),
        )
        .orderBy('queued_at')
        .limit(1000)
        .execute()
      for (const { id } of waiting) await enqueueMessage(tx, id)
    }),
})

/** A message is one process's for five minutes, so that two do not send it. */
const claimed = (db: Db, id: string) =>
  db.asWorker(async tx => {
    const taken = await tx
      .updateTable('message')
      .set({
        attempts: sql<number>`attempts + 1`,
        claimed_until: sql<Date>`now() + interval '5 minutes'`,
      })
      .where('id', '=', id)
      .where('state', '!=', 'sent')
      .where(eb =>
        eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', sql<Date>`now()`)]),
      )
      .returning('id')
      .executeTakeFirst()
    if (!taken) return undefined
    return tx
      .selectFrom('message as m')
      .leftJoin('one_time_link as l', 'l.id', 'm.link_id')
      .select(['m.id', 'm.address', 'm.subject', 'm.body', 'm.link_id'])
      .select(['l.kind as linkKind', 'l.used_at', 'l.revoked_at', 'l.expires_at'])
      .where('m.id', '=', id)
      .executeTakeFirstOrThrow()
  })
type Claimed = NonNullable<Awaited<ReturnType<typeof claimed>>>

/** Why a message must not be sent at all, if so. */
async function whyNever(
  db: Db,
  secret: Secret,
  message: Claimed,
  { now, leaves }: { now: Date; leaves: boolean },
): Promise<string | undefined> {
  const { subject, body, address, used_at, revoked_at, expires_at } = message
  if (await db.asWorker(tx => holdsProtected(tx, secret, [subject, body])))
    return 'It was not sent, because it holds an address that is protected'
  if (!asEmailAddress(address)) return 'The address is not one plain email address'
  // What only stays to be looked at, as in a demonstration, leads nobody astray.
  if (leaves && (used_at || revoked_at || (expires_at && expires_at < now)))
    return 'Its link was used, withdrawn or out of date before the message was sent'
  return undefined
}

const mark = (
  db: Db,
  id: string,
  change: {
    state: 'queued' | 'sent' | 'failed' | 'held'
    sent_at?: Date
    last_error?: string | null
  },
) =>
  db
    .asWorker(tx =>
      tx
        .updateTable('message')
        .set({ ...change, claimed_until: null })
        .where('id', '=', id)
        .execute(),
    )
    .then(() => undefined)

/** A refusal with a 5xx code is for good; everything else is tried again. */
function smtpReason(error: unknown) {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string }
  return {
    forGood: responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH',
    words: `The mail server did not take it (${responseCode ?? code ?? 'no answer'})`,
  }
}
