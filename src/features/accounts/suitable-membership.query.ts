import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/** Which of a person's live memberships they begin with: the one they wore last, otherwise their first. */
export async function suitableMembership(tx: Tx, userId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select m.id from membership m
      left join lateral (select max(s.started_at) as worn from session s where s.membership_id = m.id and s.user_id = m.user_id) s on true
     where m.user_id = ${userId} and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
     order by s.worn desc nulls last, m.valid_from, m.id limit 1`.execute(tx)
  return rows[0]?.id
}
