import { type ClientConfig, Pool, type PoolClient, types } from 'pg'
import { queriesOver, type Tx } from './connection.ts'
import { type Context, signedContext } from './context.ts'

export type { Tx } from './connection.ts'

// A day stays the text it is (IsoDate), and counts that fit a double are numbers.
types.setTypeParser(types.builtins.DATE, text => text)
types.setTypeParser(types.builtins.INT8, Number)

export interface DatabaseOptions {
  /** How to connect as a role, for requests and for jobs. */
  readonly as: (role: 'onroll_app' | 'onroll_worker') => ClientConfig
  readonly contextKey: Buffer
  readonly connections?: number
}

export interface Db {
  /** One transaction as a person or service under row-level security. The only way in for requests. */
  as<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as the worker, which reads facts and writes mail state and findings. */
  asWorker<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  readonly app: Pool
  readonly worker: Pool
  close(): Promise<void>
}

const settings = '-c search_path=onroll,public -c timezone=UTC'

/** Opens the pools. Limits protect everyone else from one slow request (security DU-09). */
export function openDatabase({ as, contextKey, connections = 12 }: DatabaseOptions): Db {
  const app = new Pool({
    ...as('onroll_app'),
    max: connections,
    pipeline: true,
    options: settings,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
    connectionTimeoutMillis: 10_000,
  })
  const worker = new Pool({
    ...as('onroll_worker'),
    max: 6,
    options: settings,
    connectionTimeoutMillis: 10_000,
  })
  // A connection that dies while idle is replaced by the pool; the next request finds out by itself.
  for (const pool of [app, worker]) {
    pool.on('error', () => undefined)
    pool.on('connect', client => client.on('error', () => undefined))
  }

  return {
    app,
    worker,
    as: (context, work) => inTransaction(app, context, contextKey, work),
    asWorker: work => inTransaction(worker, { purpose: 'worker' }, contextKey, work),
    close: async () => {
      await Promise.all([app.end(), worker.end()])
    },
  }
}

/** BEGIN, the signed context and the first query leave in one burst: awaited one by one they are three round trips. */
async function inTransaction<T>(
  pool: Pool,
  context: Context,
  key: Buffer,
  work: (tx: Tx) => Promise<T>,
) {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const signed = signedContext(context, processId(client), key, Date.now())
    const begun = [
      () => client.query('begin'),
      () => client.query(`select set_config('onroll.context', $1, true)`, [signed]),
    ]
    // The worker's connections are not pipelined: its jobs listen and lock, which a pipeline would hold up.
    if (!pool.options.pipeline) for (const step of begun) await step()
    const sent = Promise.all(pool.options.pipeline ? begun.map(step => step()) : [])
    // Its failure is thrown below; until then every query of `work` fails too, because nobody is signed in.
    sent.catch(() => undefined)
    const result = await work(queriesOver(client))
    await sent
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const processId = (client: PoolClient) => (client as unknown as { processID: number }).processID

/** Is it the database that cannot be reached or is going down, rather than a fault of ours? */
export function isUnavailable(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    (code !== undefined && (/^(08|57P0|53)/.test(code) || connectionFaults.has(code))) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
      message,
    )
  )
}
const connectionFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '25P03',
])
