import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue, type JobTools, job } from '#platform/jobs.ts'
import { actAs, NoLongerAllowed } from './act-as.ts'
import { carryOut } from './carry-out.ts'
import { checkBatch } from './check.ts'
import type { Progress } from './importer.ts'
import { undoImport } from './undo.ts'

const steps = ['check', 'import', 'undo'] as const
type Step = (typeof steps)[number]

/** Up to this many rows are done at once, while their author waits; more go on by themselves. */
export const rowsAtOnce = 200

/** Does one step of an import now, or leaves it to a job when it is long. */
export async function doStep(
  doer: Doer,
  { id, rowCount }: { id: string; rowCount: number },
  step: Step,
) {
  if (rowCount <= rowsAtOnce) return perform(doer, id, step, async () => undefined)
  await enqueue(
    doer.tx,
    importJob,
    { batch: id, step, user: doer.me.userId, membership: doer.me.membershipId ?? '' },
    { key: `import ${id}` },
  )
}

const perform = (doer: Doer, id: string, step: Step, progress: Progress) =>
  ({
    check: () => checkBatch(doer, id),
    import: () => carryOut(doer, id, progress),
    undo: () => undoImport(doer, id),
  })[step]()

export const importJob = job({
  name: 'import-step',
  payload: z.object({
    batch: z.uuid(),
    step: z.enum(steps),
    user: z.uuid(),
    membership: z.uuid(),
  }),
  async work({ batch, step, user, membership }, tools) {
    // It may run twice: what has gone on already is left alone.
    if (!(await isWaiting(tools, batch, step))) return
    try {
      await actAs(tools, { user, membership }, doer =>
        perform(doer, batch, step, told(tools, batch)),
      )
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof NoLongerAllowed)) throw error
      await failed(tools, batch, step, error)
    }
  },
})

const waitsIn = { check: 'checking', import: 'importing', undo: 'undoing' } as const

const isWaiting = (tools: JobTools, id: string, step: Step) =>
  tools.db.asWorker(async tx => {
    const row = await tx
      .selectFrom('import_batch')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.status === waitsIn[step]
  })

/** Seen by others at once, whatever becomes of the long transaction. */
const told =
  (tools: JobTools, id: string): Progress =>
  rows =>
    tools.db.asWorker(async tx => {
      await tx.updateTable('import_batch').set({ rows_done: rows }).where('id', '=', id).execute()
    })

const failed = (tools: JobTools, id: string, step: Step, error: Error) =>
  tools.db.asWorker(async tx => {
    const problem =
      error instanceof NoLongerAllowed
        ? 'Whoever started this may no longer do it. Somebody else of your school can start it again.'
        : error.message
    await tx
      .updateTable('import_batch')
      .set({ status: step === 'undo' ? 'imported' : 'failed', problem })
      .where('id', '=', id)
      .where('status', '=', waitsIn[step])
      .execute()
  })

/** Rows of files are personal data: they are forgotten a month after an import, and a week after a file that was never imported. */
export const forgetRows = job({
  name: 'forget-import-rows',
  payload: z.object({}),
  cron: '50 2 * * *',
  async work(_nothing, { db, now }) {
    const before = (days: number) => new Date(now().getTime() - days * 86_400_000)
    await db.asWorker(async tx => {
      const old = await tx
        .selectFrom('import_batch')
        .select(['id', 'status'])
        .where('rows_forgotten_at', 'is', null)
        .where(eb =>
          eb.or([
            eb('imported_at', '<', before(30)),
            eb.and([eb('imported_at', 'is', null), eb('made_at', '<', before(7))]),
          ]),
        )
        .execute()
      for (const { id, status } of old) {
        await tx.deleteFrom('import_row').where('batch_id', '=', id).execute()
        await tx.deleteFrom('import_write').where('batch_id', '=', id).execute()
        await tx
          .updateTable('import_batch')
          .set({
            rows_forgotten_at: now(),
            status: status === 'imported' || status === 'undone' ? status : 'discarded',
          })
          .where('id', '=', id)
          .execute()
      }
    })
  },
})
