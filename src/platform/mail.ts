import { newId } from '#domain/ids.ts'
import type { Tx } from './database/database.ts'
import { enqueue } from './jobs.ts'
import { addressOfLink } from './one-time-link.ts'
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

export const sendMessageName = 'send-message'

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
