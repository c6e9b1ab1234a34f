import { createHmac, timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { z } from 'zod'
import { auditState } from './audit-chain.ts'
import { describeError } from './log.ts'
import type { Secret } from './secret.ts'

const Checkpoint = z.object({
  at: z.string(),
  seq: z.number(),
  hash: z.string(),
  seal: z.string(),
})
type Checkpoint = z.infer<typeof Checkpoint>

const fileIn = (folder: string) => join(folder, 'audit-checkpoints.jsonl')

/**
 * Notes the newest entry of the audit log outside the database, sealed with the installation’s secret: who rewrites the
 * whole chain, hashes and all, is found out by it.
 */
export async function keepCheckpoint(pool: Pool, folder: string, secret: Secret, now: Date) {
  const { newest, hash } = await auditState(pool)
  const last = checkpoints(folder).at(-1)
  if (last?.seq === newest && last.hash === hash) return
  const line = { at: now.toISOString(), seq: newest, hash }
  appendFileSync(fileIn(folder), `${JSON.stringify({ ...line, seal: sealOf(secret, line) })}\n`, {
    mode: 0o600,
  })
}

/** What the checkpoints say against the database, if anything. Of many, the first that does not fit. */
export async function checkpointFault(
  pool: Pool,
  folder: string,
  secret: Secret,
): Promise<string | undefined> {
  const kept = checkpoints(folder)
  const forged = kept.find(each => !isSealed(secret, each))
  if (forged) return `the checkpoint of ${forged.at} was not written by this installation`
  const { rows } = await pool.query<{ seq: number; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from onroll.audit_hashes($1)`,
    [kept.map(({ seq }) => seq)],
  )
  const held = new Map(rows.map(row => [row.seq, row.hash]))
  const wrong = kept.find(({ seq, hash }) => seq > 0 && held.get(seq) !== hash)
  if (!wrong) return undefined
  return held.has(wrong.seq)
    ? `entry ${wrong.seq} is not what it was on ${wrong.at}: entries up to there were rewritten`
    : `entry ${wrong.seq}, noted on ${wrong.at}, is missing: entries were removed, or an older backup was restored`
}

function checkpoints(folder: string): Checkpoint[] {
  const file = fileIn(folder)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(read)
}

/** A line that cannot be read is as wrong as one whose seal is. */
function read(line: string): Checkpoint {
  try {
    return Checkpoint.parse(JSON.parse(line))
  } catch (error) {
    return { at: `an unreadable line (${describeError(error).kind})`, seq: 0, hash: '', seal: '' }
  }
}

const sealOf = (secret: Secret, { at, seq, hash }: Omit<Checkpoint, 'seal'>) =>
  createHmac('sha256', secret.key('audit checkpoint')).update(`${at}|${seq}|${hash}`).digest('hex')

function isSealed(secret: Secret, checkpoint: Checkpoint) {
  const expected = Buffer.from(sealOf(secret, checkpoint))
  const given = Buffer.from(checkpoint.seal)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
