import { Logger, type RunnerOptions, run, runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import type { ZodType } from 'zod'
import type { Db, Tx } from './database/database.ts'
import { describeError, type Log } from './log.ts'
import { patientPool } from './patient-pool.ts'
import type { Secret } from './secret.ts'

/** A job: its payload is ids only, its work re-reads everything and may run twice. */
export interface Job<Payload = unknown> {
  readonly name: string
  readonly payload: ZodType<Payload>
  readonly work: (payload: Payload, tools: JobTools) => Promise<void>
  /** When it runs by itself, as cron would say it, in UTC; its payload is then `{}`. */
  readonly cron?: string
}
export interface JobTools {
  readonly db: Db
  readonly log: Log
  readonly now: () => Date
  readonly secret: Secret
}

export const job = <Payload>(spec: Job<Payload>): Job<Payload> => spec

/** Queued in the caller's transaction: it runs if, and only if, the change is committed. */
export async function enqueue<Payload>(
  tx: Tx,
  { name }: Pick<Job<Payload>, 'name'>,
  payload: Payload,
  { runAt, key }: { runAt?: Date; key?: string } = {},
) {
  await sql`select graphile_worker.onroll_enqueue(${name}, ${JSON.stringify(payload)}::json,
    ${runAt ?? null}::timestamptz, ${key ?? null})`.execute(tx)
}

// Jobs differ in payload; the runner parses each one by its own schema.
// biome-ignore lint/suspicious/noExplicitAny: a list of jobs of every payload has no other type.
export type AnyJob = Job<any>

/** Runs jobs in this process, woken by NOTIFY. A failed job is tried again with growing waits, eight times in all. */
export async function startJobs(
  tools: JobTools,
  jobs: readonly AnyJob[],
  { isAlone = false }: { isAlone?: boolean } = {},
): Promise<{ stop(): Promise<void> }> {
  if (isAlone) await takeUpAbandoned(tools.db)
  const { pool, hurry } = patientPool(tools.db.worker)
  const runner = await run({
    ...options(tools, jobs),
    pgPool: pool,
    concurrency: 2,
    pollInterval: 5_000,
    crontab: jobs.flatMap(({ name, cron }) => (cron ? [`${cron} ${name}`] : [])).join('\n'),
  })
  return {
    async stop() {
      const waiting = setTimeout(hurry, 5_000)
      await runner.stop().finally(() => clearTimeout(waiting))
    },
  }
}

/**
 * Jobs that a killed process held would wait for four hours. Only where no other process can be at work on them: the
 * embedded server’s folder belongs to one Onroll.
 */
async function takeUpAbandoned(db: Db) {
  await db.worker.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
       from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`,
  )
}

/** Runs what is queued and due, and returns when nothing is. */
export const runJobs = (tools: JobTools, jobs: readonly AnyJob[]): Promise<void> =>
  runOnce(options(tools, jobs))

const options = (tools: JobTools, jobs: readonly AnyJob[]): RunnerOptions => ({
  pgPool: tools.db.worker,
  noHandleSignals: true,
  noPreparedStatements: true,
  taskList: Object.fromEntries(
    jobs.map(each => [each.name, payload => perform(each, payload, tools)]),
  ),
  logger: quietLogger(),
})

async function perform(each: AnyJob, payload: unknown, tools: JobTools) {
  const started = performance.now()
  try {
    const { _cron, ...plain } = (payload ?? {}) as { _cron?: unknown }
    await each.work(each.payload.parse(plain), tools)
    tools.log.info({ job: each.name, ms: Math.round(performance.now() - started) }, 'job done')
  } catch (error) {
    tools.log.error({ job: each.name, error: describeError(error) }, 'job failed')
    throw error
  }
}

/** graphile-worker's own chatter holds payloads; ours above says what is needed. */
const quietLogger = () => new Logger(() => () => undefined)
