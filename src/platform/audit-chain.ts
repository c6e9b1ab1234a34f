import type { Pool } from 'pg'

/** Whether every audit entry follows from the one before it, recomputed by the database from the first to the newest. */
export async function auditState(pool: Pool) {
  const {
    rows: [broken],
  } = await pool.query<{ seq: number; problem: string }>(
    'select seq, problem from onroll.audit_first_break()',
  )
  const {
    rows: [head],
  } = await pool.query<{ seq: number; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from onroll.audit_newest()`,
  )
  return { broken, newest: head?.seq ?? 0, hash: head?.hash ?? '' }
}
