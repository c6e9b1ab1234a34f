import { type RawBuilder, sql } from 'kysely'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import type { ConcernKind, ConcernLevel, ConcernStatus } from './concern.ts'
import type { ConcernsQuery, SortKey } from './concerns-query.ts'

export interface Concern {
  readonly id: string
  readonly name: string
  readonly providerId: string
  readonly providerName: string
  readonly kind: ConcernKind
  readonly level: ConcernLevel
  readonly words: string
  readonly status: ConcernStatus
  readonly outcome: string | null
  readonly raisedAt: Date
  readonly closedAt: Date | null
  readonly version: number
  /** Only for the quality team and the organisation that it came from. */
  readonly source: { readonly person: string | null; readonly organisation: string } | undefined
  readonly total: number
}

interface Row {
  readonly id: string
  readonly reference: number
  readonly provider_id: string
  readonly provider_name: string
  readonly kind: ConcernKind
  readonly level: ConcernLevel
  readonly words: string
  readonly status: ConcernStatus
  readonly outcome: string | null
  readonly raised_at: Date
  readonly closed_at: Date | null
  readonly version: number
  readonly person: string | null
  readonly organisation: string | null
  readonly total: string
}

/** Concerns that the reader may know of, narrowed, sorted and paged. */
export async function concerns(
  tx: Tx,
  query: ConcernsQuery,
  { limit, offset }: { limit: number; offset: number },
): Promise<Concern[]> {
  const wanted: RawBuilder<unknown>[] = [sql`true`]
  if (query.status === 'not closed') wanted.push(sql`c.status <> 'closed'`)
  else if (query.status !== 'all') wanted.push(sql`c.status = ${query.status}`)
  if (query.level) wanted.push(sql`c.level = ${query.level}`)
  if (query.kind) wanted.push(sql`c.kind = ${query.kind}`)
  if (query.provider) wanted.push(sql`c.provider_id = ${query.provider}::uuid`)
  if (query.q) wanted.push(sql`o.name ilike ${containing(query.q)}`)
  return read(
    tx,
    sql`where ${sql.join(wanted, sql` and `)} order by ${orderOf(query)}, c.reference desc limit ${limit} offset ${offset}`,
  )
}

/** One concern; one that is not the reader’s to know is none. */
export async function concernCalled(tx: Tx, id: string): Promise<Concern> {
  const [found] = await read(tx, sql`where c.id = ${id}::uuid`)
  if (!found) throw new NotFound()
  return found
}

async function read(tx: Tx, rest: RawBuilder<unknown>): Promise<Concern[]> {
  const { rows } = await sql<Row>`
    select c.id, c.reference, c.provider_id, o.name as provider_name, c.kind, c.level, c.words, c.status, c.outcome,
           c.raised_at, c.closed_at, c.version, person.name as person, source.name as organisation,
           count(*) over () as total
      from provider_concern c join organisation o on o.id = c.provider_id
      left join onroll.concern_sources() s on s.concern_id = c.id
      left join organisation source on source.id = s.by_organisation
      left join user_account person on person.id = s.raised_by
    ${rest}`.execute(tx)
  return rows.map(row => ({
    id: row.id,
    name: writeReference('concern', row.reference),
    providerId: row.provider_id,
    providerName: row.provider_name,
    kind: row.kind,
    level: row.level,
    words: row.words,
    status: row.status,
    outcome: row.outcome,
    raisedAt: row.raised_at,
    closedAt: row.closed_at,
    version: row.version,
    source: row.organisation ? { person: row.person, organisation: row.organisation } : undefined,
    total: Number(row.total),
  }))
}

const orders: Record<SortKey, RawBuilder<unknown>> = {
  provider: sql`o.name collate onroll.names`,
  level: sql`array_position(array['note', 'concern', 'serious'], c.level)`,
  raised: sql`c.raised_at`,
  status: sql`array_position(array['open', 'being looked into', 'closed'], c.status)`,
}
const orderOf = ({ sort, direction }: ConcernsQuery) =>
  direction === 'ascending' ? sql`${orders[sort]} asc` : sql`${orders[sort]} desc`

/** What the quality team has noted about a concern; nobody else reads it. */
export const notesOf = (tx: Tx, concernId: string) =>
  tx
    .selectFrom('concern_note as n')
    .leftJoin('user_account as person', 'person.id', 'n.by_user')
    .select(['n.id', 'n.kind', 'n.words', 'n.at', 'person.name as by'])
    .where('n.concern_id', '=', concernId)
    .orderBy('n.at', 'desc')
    .execute()
export type ConcernNote = Awaited<ReturnType<typeof notesOf>>[number]
