import nodemailer from 'nodemailer'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import type { Configuration } from './configuration.ts'
import type { Db, Tx } from './database/database.ts'
import { enqueue, job } from './jobs.ts'

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
    })
    .execute()
  await enqueue(tx, { name: sendMessageName }, { message: id }, { key: `message ${id}` })
  return id
}

const sendMessageName = 'send-message'

/** Without SMTP_URL nothing leaves: messages are marked held, and the mail page shows what would have been sent. */
export const sendMessage = (settings: Pick<Configuration, 'smtpUrl' | 'mailFrom' | 'baseUrl'>) => {
  const transport = settings.smtpUrl
    ? nodemailer.createTransport({
        url: settings.smtpUrl,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    : undefined
  return job({
    name: sendMessageName,
    payload: z.object({ message: z.uuid() }),
    async work({ message: id }, { db }) {
      const message = await claimed(db, id)
      if (!message) return
      if (!transport) return mark(db, id, { state: 'held' })
      try {
        await transport.sendMail({
          // One strict address, in the envelope and the header alike (an address string would be parsed again).
          envelope: { from: settings.mailFrom, to: [message.address] },
          from: { name: 'Onroll', address: settings.mailFrom },
          to: { name: '', address: message.address },
          subject: message.subject,
          text: `${message.body}\n\n${settings.baseUrl}\n`,
          // The same id at every attempt, so that a repeat after a lost answer can be recognised.
          messageId: `<${id}@onroll>`,
        })
      } catch (error) {
        await mark(db, id, { state: 'failed', last_error: smtpReason(error) })
        throw error
      }
      await mark(db, id, { state: 'sent', sent_at: new Date(), last_error: null })
    },
  })
}

const claimed = (db: Db, id: string) =>
  db.asWorker(async tx => {
    const message = await tx
      .selectFrom('message')
      .select(['id', 'address', 'subject', 'body', 'state', 'attempts'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!message || message.state === 'sent') return undefined
    await tx
      .updateTable('message')
      .set({ attempts: message.attempts + 1 })
      .where('id', '=', id)
      .execute()
    return message
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
