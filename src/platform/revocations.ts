import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { Configuration } from './configuration.ts'
import { job } from './jobs.ts'
import type { Secret } from './secret.ts'

const Revocation = z.object({
  id: z.number(),
  at: z.iso.datetime(),
  kind: z.enum(['membership', 'account', 'credentials', 'child protected']),
  subject: z.uuid(),
  detail: z.record(z.string(), z.unknown()),
})
export type Revocation = z.infer<typeof Revocation>

/**
 * Rights that were taken away or changed, in a file that lives outside the database: only so can a restore know what
 * happened after its backup. A line is written before its note is deleted; a crash between the two writes it twice,
 * and doing it twice changes nothing.
 */
export const noteRevocations = ({ revocationsFile }: Pick<Configuration, 'revocationsFile'>) =>
  job({
    name: 'note-revocations',
    payload: z.object({}),
    cron: '*/5 * * * *',
    work: (_, { db, secret }) =>
      db.asWorker(async tx => {
        const notes = await tx
          .selectFrom('revocation')
          .selectAll()
          .orderBy('id')
          .limit(10_000)
          .execute()
        if (notes.length === 0) return
        const lines = notes.map(({ id, at, kind, subject_id, detail }) =>
          lineOf(secret, {
            id: Number(id),
            at: at.toISOString(),
            kind: kind as Revocation['kind'],
            subject: subject_id,
            detail: detail as Record<string, unknown>,
          }),
        )
        const file = await open(revocationsFile, 'a', 0o600)
        try {
          await file.appendFile(lines.join(''))
          await file.sync()
        } finally {
          await file.close()
        }
        await tx
          .deleteFrom('revocation')
          .where(
            'id',
            'in',
            notes.map(({ id }) => id),
          )
          .execute()
      }),
  })

/** What was revoked from a moment on. Throws on a line that this installation did not write. */
export function revocationsSince(file: string, secret: Secret, moment: string): Revocation[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines
    .map((line, at) => read(secret, line, `line ${at + 1} of ${file}`))
    .filter(({ at }) => at >= moment)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id - b.id)
}

const sealOf = (secret: Secret, text: string) =>
  createHmac('sha256', secret.key('revocations')).update(text).digest('base64url')

function lineOf(secret: Secret, revocation: Revocation) {
  const text = JSON.stringify(revocation)
  return `${sealOf(secret, text)} ${text}\n`
}

function read(secret: Secret, line: string, where: string): Revocation {
  const [seal = '', ...rest] = line.split(' ')
  const text = rest.join(' ')
  if (seal !== sealOf(secret, text))
    throw new RangeError(`${where} was not written by this installation. Nothing was restored.`)
  return Revocation.parse(JSON.parse(text))
}
