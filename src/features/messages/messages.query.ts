import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/database.ts'
import { pageAsked } from '#platform/http/list-query.ts'

export const pageSize = 50
export const states = ['queued', 'sent', 'failed', 'held'] as const
export type State = (typeof states)[number]

export const MessagesQuery = z.object({
  state: z.enum(states).or(z.literal('')).catch('').default(''),
  to: z.string().max(200).catch('').default(''),
  kind: z.string().max(50).catch('').default(''),
  page: pageAsked,
})
export type MessagesQuery = z.infer<typeof MessagesQuery>

export interface MessageRow {
  readonly id: string
  readonly kind: string
  readonly address: string
  readonly organisation: string | null
  readonly subject: string
  readonly state: State
  readonly attempts: number
  readonly last_error: string | null
  readonly queued_at: Date
  readonly sent_at: Date | null
  readonly total: number
}

/** The outbox as far as it is the reader's: newest first. */
export async function messagesSent(tx: Tx, query: MessagesQuery): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select m.id, m.kind, m.address, o.name as organisation, m.subject, m.state, m.attempts, m.last_error, m.queued_at,
           m.sent_at, count(*) over ()::integer as total
      from message m left join organisation o on o.id = m.to_organisation_id
     where (${query.state} = '' or m.state = ${query.state})
       and (${query.kind} = '' or m.kind = ${query.kind})
       and (${query.to} = '' or position(lower(${query.to.trim()}) in m.address || ' ' || lower(coalesce(o.name, ''))) > 0)
     order by m.queued_at desc, m.id desc limit ${pageSize} offset ${(query.page - 1) * pageSize}`.execute(
    tx,
  )
  return rows
}

/** The kinds of message there are, to narrow the list by. */
export async function kindsOfMessage(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('message').select('kind').distinct().orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}

/** One message, and whether its words are the reader's to read: their organisation sent it, or it was sent to them. */
export async function messageSent(
  tx: Tx,
  id: string,
  me: { userId: string; organisationId: string },
) {
  const message = await tx
    .selectFrom('message as m')
    .leftJoin('organisation as o', 'o.id', 'm.to_organisation_id')
    .leftJoin('organisation as f', 'f.id', 'm.from_organisation_id')
    .select(['m.id', 'm.kind', 'm.address', 'm.subject', 'm.body', 'm.state', 'm.attempts'])
    .select(['m.last_error', 'm.queued_at', 'm.sent_at', 'm.from_organisation_id'])
    .select(['m.to_user_id', 'm.to_organisation_id', 'o.name as toName', 'f.name as fromName'])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!message) return undefined
  const { from_organisation_id, to_organisation_id, to_user_id, body, ...rest } = message
  const theirs =
    [from_organisation_id, to_organisation_id].includes(me.organisationId) ||
    to_user_id === me.userId
  return {
    ...rest,
    mine: from_organisation_id === me.organisationId,
    body: theirs ? body : undefined,
  }
}
