import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'
import { isUnavailable } from './database/database.ts'

/**
 * The pool as graphile-worker gets it. When the database dies between a job’s end and the note that it ended, the
 * worker lets that failure end the whole process: here such a note waits until the database is back. `hurry` ends the
 * waiting when Onroll stops; a job whose end was never noted is done again, which every job allows.
 */
export function patientPool(pool: Pool) {
  let isHurried = false

  async function patiently<T>(work: () => Promise<T>): Promise<T | undefined> {
    for (let pause = 100; !isHurried; pause = Math.min(pause * 2, 2_000)) {
      try {
        return await work()
      } catch (error) {
        if (!isUnavailable(error)) throw error
        await wait(pause)
      }
    }
    return undefined
  }

  async function connect(): Promise<Pick<PoolClient, 'query' | 'release'>> {
    const client = await patiently(() => pool.connect())
    if (!client) return nobody
    const query = async (asked: QueryConfig | string, values?: unknown[]) => {
      try {
        return await client.query(asked as string, values)
      } catch (error) {
        if (!isUnavailable(error) || !isNote(asked)) throw error
        return (await patiently(() => pool.query(asked as string, values))) ?? nothing
      }
    }
    return { query: query as PoolClient['query'], release: broken => client.release(broken) }
  }

  const patient = new Proxy(pool, {
    get(target, name) {
      // With a callback the worker asks for the connection that it listens on, and looks after it itself.
      if (name === 'connect')
        return (...args: Parameters<Pool['connect']>) =>
          args[0] ? target.connect(...args) : connect()
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return {
    pool: patient,
    hurry: () => {
      isHurried = true
    },
  }
}

/** That a job ended, well or not: may be said twice. To take a job may not, and is tried again by the worker. */
const isNote = (asked: QueryConfig | string) =>
  typeof asked !== 'string' && !/skip locked/i.test(asked.text)

const nothing: QueryResult = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] }
const nobody = {
  query: (async () => nothing) as unknown as PoolClient['query'],
  release: () => undefined,
}
