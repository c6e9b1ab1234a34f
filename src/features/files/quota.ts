import { sql } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import type { ReceivedFile } from '#platform/files/receive-upload.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type FileParent, parents } from './parents.ts'

const mostOfOneDay = 500
const mostOfOneRecord = 1024 * 1024 * 1024

/** The same file twice, more than a person adds in a day, or more than a record needs (FI-11, FI-14). */
export async function refuseTooMuch(
  { tx, me, now }: Pick<Doer, 'tx' | 'me' | 'now'>,
  parent: FileParent,
  file: Pick<ReceivedFile, 'size' | 'sha256'>,
): Promise<void> {
  const { column, called } = parents[parent.kind]
  const mine = sql`${sql.ref(column)} = ${parent.id} and removed_at is null`
  const { rows } = await sql<{ twin: string | null; today: number; bytes: number }>`
    select (select name from file where ${mine} and sha256 = ${file.sha256} limit 1) as twin,
           (select count(*)::int from file where uploaded_by = ${me.userId} and uploaded_at > ${now}::timestamptz - interval '1 day') as today,
           (select coalesce(sum(size), 0)::float8 from file where ${mine}) as bytes`.execute(tx)
  const { twin = null, today = 0, bytes = 0 } = rows[0] ?? {}
  if (twin !== null) throw new Refusal(`This document is there already, as “${twin}”.`)
  if (today >= mostOfOneDay)
    throw new Refusal('You have added 500 documents within a day. Go on tomorrow.')
  if (bytes + file.size > mostOfOneRecord)
    throw new Refusal(`The documents of ${called} come to 1 GB. Remove some before you add more.`)
}
