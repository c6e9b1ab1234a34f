import { sql } from 'kysely'
import { z } from 'zod'
import type { Role } from '#domain/permissions.ts'
import { asReference } from '#domain/reference.ts'
import { asDay } from '#domain/typed-day.ts'
import { type AuditEvent, auditEvents } from '#platform/audit.ts'
import type { Tx } from '#platform/database/database.ts'

export const pageSize = 50

const typed = z.string().max(100).catch('').default('')
export const EntriesQuery = z.object({
  person: typed,
  event: z.enum(auditEvents).or(z.literal('')).catch('').default(''),
  from: typed,
  to: typed,
  child: typed,
  outcome: z.enum(['done', 'refused', 'failed']).or(z.literal('')).catch('').default(''),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type EntriesQuery = z.infer<typeof EntriesQuery>

export interface Entry {
  readonly seq: number
  readonly at: Date
  readonly person: string | null
  readonly email: string | null
  readonly role: Role | null
  readonly organisation: string | null
  readonly event: AuditEvent
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly child: number | null
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly detail: Readonly<Record<string, unknown>>
}

/** What was typed into the filter that cannot be understood, by field. */
export const misunderstood = ({ from, to, child }: EntriesQuery): Record<string, string> => ({
  ...(child && !childNumber(child) ? { child: 'Enter a child’s reference, like C-1042' } : {}),
  ...(from && !asDay(from) ? { from: 'Enter a real date, like 17/11/2026' } : {}),
  ...(to && !asDay(to) ? { to: 'Enter a real date, like 17/11/2026' } : {}),
})

const childNumber = (text: string) => /^C-(\d+)$/.exec(asReference(text, 'child') ?? '')?.[1]

/** What was remembered, newest first, from before an entry; one more than a page, to know whether there is more. */
export async function entries(
  tx: Tx,
  query: EntriesQuery,
  { only, limit = pageSize + 1 }: { only?: string; limit?: number } = {},
): Promise<Entry[]> {
  const person = query.person.trim()
  const from = asDay(query.from)
  const to = asDay(query.to)
  const child = query.child ? Number(childNumber(query.child) ?? 0) : undefined
  const wanted = [
    only && sql`a.user_id = ${only}`,
    query.before && sql`a.seq < ${query.before}`,
    query.event && sql`a.event = ${query.event}`,
    query.outcome && sql`a.outcome = ${query.outcome}`,
    person &&
      sql`a.user_id in (select id from user_account where position(lower(${person}) in lower(name || ' ' || email)) > 0)`,
    from && sql`a.at >= (${from}::date)::timestamp at time zone 'Europe/London'`,
    to && sql`a.at < (${to}::date + 1)::timestamp at time zone 'Europe/London'`,
    child !== undefined && sql`a.child_id = (select child_of_reference(${child}))`,
  ].filter(Boolean)
  const { rows } = await sql<Entry>`
    with page as materialized (
      select a.* from audit_entry a
       where ${wanted.length > 0 ? sql.join(wanted, sql` and `) : sql`true`}
       order by a.seq desc limit ${limit})
    select p.seq, p.at, u.name as person, u.email, m.role, o.name as organisation, p.event,
           p.subject_kind as "subjectKind", p.subject_id as "subjectId", c.reference as child, p.outcome, p.detail
      from page p
      left join user_account u on u.id = p.user_id
      left join membership m on m.id = p.membership_id
      left join organisation o on o.id = p.organisation_id
      left join references_of_children((select array_agg(child_id) from page)) c on c.id = p.child_id
     order by p.seq desc`.execute(tx)
  return rows
}
