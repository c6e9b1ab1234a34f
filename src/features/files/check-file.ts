import { sql } from 'kysely'
import { z } from 'zod'
import { type IsoDate, londonDay } from '#domain/dates.ts'
import type { Configuration } from '#platform/configuration.ts'
import type { Tx } from '#platform/database/database.ts'
import { judgeBytes, NotJudged, scannerState, type Verdict } from '#platform/files/clamd.ts'
import { fileStore } from '#platform/files/file-store.ts'
import { type AnyJob, enqueue, job } from '#platform/jobs.ts'
import { tellOfHarm } from './tell-of-harm.ts'

const name = 'check-file'

/** Queued with the row of the file: once it is committed, the scanner looks into it. */
export const enqueueCheck = (tx: Tx, file: string) =>
  enqueue(tx, { name }, { file }, { key: `check file ${file}` })

/** Files not judged yet; those that were kept before there was a scanner may be opened meanwhile. */
const unjudged = ['received', 'scanning', 'not scanned'] as const

type Settings = Pick<Configuration, 'dataFolder' | 'scanner'>

/** Without a scanner there is nothing to do: files say “not scanned”. */
export const checkJobs = ({ dataFolder, scanner }: Settings): readonly AnyJob[] =>
  scanner ? [checkFile(dataFolder, scanner), checkWaiting(scanner)] : []

const checkFile = (dataFolder: string, scanner: NonNullable<Settings['scanner']>) =>
  job({
    name,
    payload: z.object({ file: z.uuid() }),
    async work({ file }, { db, secret, log, now }) {
      const asked = await db.asWorker(tx => mark(tx, file, 'received', 'scanning'))
      const isKnown = asked || (await db.asWorker(tx => isWaiting(tx, file)))
      if (!isKnown) return
      const bytes = fileStore(dataFolder, secret).read(file)
      const verdict = await judgeBytes(scanner, bytes).catch((error: Error) => error)
      if (!(verdict instanceof Error))
        return db.asWorker(tx => keepVerdict(tx, londonDay(now()), file, verdict))
      if (!(verdict instanceof NotJudged)) throw verdict
      // It stays unread; the next look at what waits takes it up again.
      log.warn({ file, error: verdict.message }, 'file not judged')
      await db.asWorker(tx => mark(tx, file, 'scanning', 'received', verdict.message.slice(0, 300)))
    },
  })

/** Every minute: what a scanner that was away, or a process that died, left unjudged is asked for again. */
const checkWaiting = (scanner: NonNullable<Settings['scanner']>) =>
  job({
    name: 'check-waiting-files',
    payload: z.object({}),
    cron: '* * * * *',
    async work(_, { db }) {
      const isThere = await scannerState(scanner).then(
        () => true,
        () => false,
      )
      if (!isThere) return
      await db.asWorker(async tx => {
        const waiting = await tx
          .selectFrom('file')
          .select('id')
          .where('state', 'in', unjudged)
          .where('removed_at', 'is', null)
          .where('uploaded_at', '<', sql<Date>`now() - interval '30 seconds'`)
          .orderBy('uploaded_at')
          .limit(200)
          .execute()
        for (const { id } of waiting) await enqueueCheck(tx, id)
      })
    },
  })

const isWaiting = async (tx: Tx, file: string) =>
  (await tx
    .selectFrom('file')
    .select('id')
    .where('id', '=', file)
    .where('state', 'in', unjudged)
    .where('removed_at', 'is', null)
    .executeTakeFirst()) !== undefined

async function mark(
  tx: Tx,
  file: string,
  from: 'received' | 'scanning',
  to: 'received' | 'scanning',
  reason: string | null = null,
) {
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set({ state: to, state_reason: reason })
    .where('id', '=', file)
    .where('state', '=', from)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A second verdict on the same file changes nothing and tells nobody. */
async function keepVerdict(tx: Tx, today: IsoDate, id: string, verdict: Verdict): Promise<void> {
  const isClean = verdict.is === 'clean'
  const file = await tx
    .updateTable('file')
    .set({ state: isClean ? 'clean' : 'blocked', state_reason: isClean ? null : verdict.what })
    .where('id', '=', id)
    .where('state', 'in', unjudged)
    .returning(['id', 'name', 'referral_id', 'evidence_id', 'visit_id', 'uploaded_by'])
    .executeTakeFirst()
  if (file && verdict.is === 'harmful') await tellOfHarm(tx, today, file, verdict.what)
}
