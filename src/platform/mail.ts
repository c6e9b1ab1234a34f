import nodemailer from 'nodemailer'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import type { Configuration } from './configuration.ts'
import type { Db, Tx } from './database/database.ts'
import { enqueue, job } from './jobs.ts'
import { addressOfLink } from './one-time-link.ts'
import { holdsProtected } from './protected-guard.ts'
import type { Secret } from './secret.ts'

export interface Mail {
  readonly kind: string
  readonly to: {
    readonly address: string
    readonly userId?: string
    readonly organisationId?: string
  }
  readonly subject: string
  readonly body: string
  readonly fromOrganisationId?: string | undefined
  /** A one-time link; its address takes the place of `{link}` in the body when the message is sent. */
  readonly linkId?: string | undefined
}

/**
 * Puts a message into the outbox in the caller's transaction; a job sends it after the commit. A message says that
 * something happened and where to read it, never what, and never a child's name.
 */
export async function sendMail(tx: Tx, mail: Mail): Promise<string> {
  const id = newId()
  await tx
    .insertInto('message')
    .values({
      id,
      kind: mail.kind,
      to_user_id: mail.to.userId ?? null,
      to_organisation_id: mail.to.organisationId ?? null,
      address: mail.to.address.toLowerCase(),
      subject: mail.subject,
      body: mail.body,
      from_organisation_id: mail.fromOrganisationId ?? null,
      link_id: mail.linkId ?? null,
    })
    .execute()
  await enqueueMessage(tx, id)
  return id
}

/** Queues a message of the outbox for sending, once however often it is asked. */
export const enqueueMessage = (tx: Tx, id: string) =>
  enqueue(tx, { name: sendMessageName }, { message: id }, { key: `message ${id}` })

const sendMessageName = 'send-message'

/** Without SMTP_URL nothing leaves: messages are marked held, and the mail page shows what would have been sent. */
export const sendMessage = (settings: Pick<Configuration, 'smtpUrl' | 'mailFrom' | 'baseUrl'>) => {
  const transport = settings.smtpUrl
    ? nodemailer.createTransport({
        url: settings.smtpUrl,
        disableFileAccess: true,
        disableUrlAccess: true,
        // A server that takes the connection and then says nothing must not keep the queue waiting.
        connectionTimeout: 20_000,
        greetingTimeout: 20_000,
        socketTimeout: 60_000,
      })
    : undefined
  return job({
    name: sendMessageName,
    payload: z.object({ message: z.uuid() }),
    async work({ message: id }, { db, secret }) {
      const message = await claimed(db, id)
      if (!message) return
      if (await db.asWorker(tx => holdsProtected(tx, secret, [message.subject, message.body])))
        return mark(db, id, {
          state: 'failed',
          last_error: 'It was not sent, because it holds an address that is protected',
        })
      if (!transport) return mark(db, id, { state: 'held' })
      if (message.linkGone)
        return mark(db, id, {
          state: 'failed',
          last_error: 'Its link was used, withdrawn or out of date before the message was sent',
        })
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
        await mark(db, id, { state: 'failed', last_error: smtpReason(error) })
        throw error
      }
      await mark(db, id, { state: 'sent', sent_at: new Date(), last_error: null })
    },
  })
}

/** A message as its reader gets it. */
export const textOf = (
  message: { body: string; link_id: string | null; linkKind: string | null },
  secret: Secret,
  baseUrl: string,
): string => {
  const link = message.link_id
    ? addressOfLink(secret, baseUrl, { id: message.link_id, kind: message.linkKind ?? '' })
    : ''
  return `${message.body.replace('{link}', () => link)}\n\n${baseUrl}\n`
}

const claimed = (db: Db, id: string) =>
  db.asWorker(async tx => {
    const message = await tx
      .selectFrom('message as m')
      .leftJoin('one_time_link as l', 'l.id', 'm.link_id')
      .select(['m.id', 'm.address', 'm.subject', 'm.body', 'm.state', 'm.attempts', 'm.link_id'])
      .select(['l.kind as linkKind', 'l.used_at', 'l.revoked_at', 'l.expires_at'])
      .where('m.id', '=', id)
      .executeTakeFirst()
    if (!message || message.state === 'sent') return undefined
    await tx
      .updateTable('message')
      .set({ attempts: message.attempts + 1 })
      .where('id', '=', id)
      .execute()
    const { used_at, revoked_at, expires_at, ...rest } = message
    const linkGone = Boolean(used_at ?? revoked_at) || (expires_at && expires_at < new Date())
    return { ...rest, linkGone }
  })

const mark = (
  db: Db,
  id: string,
  change: { state: 'sent' | 'failed' | 'held'; sent_at?: Date; last_error?: string | null },
) =>
  db
    .asWorker(tx => tx.updateTable('message').set(change).where('id', '=', id).execute())
    .then(() => undefined)

function smtpReason(error: unknown) {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string }
  return `The mail server did not take it (${responseCode ?? code ?? 'no answer'})`
}
