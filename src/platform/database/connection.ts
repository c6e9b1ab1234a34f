import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { ClientBase } from 'pg'
import type { Database } from './schema.generated.ts'

export type Tx = Kysely<Database>

/** Kysely over one open connection whose transaction somebody else began and will end. */
export const queriesOver = (client: ClientBase): Tx =>
  new Kysely({ dialect: new OneConnection(client) })

class OneConnection implements Dialect {
  private readonly client: ClientBase
  constructor(client: ClientBase) {
    this.client = client
  }
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
  createDriver = (): Driver => {
    const connection = new PgConnection(this.client)
    const nothing = async () => undefined
    const refuse = async () => {
      throw new Error('One request, one transaction: it has begun already')
    }
    return {
      init: nothing,
      acquireConnection: async () => connection,
      releaseConnection: nothing,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      destroy: nothing,
    }
  }
}

class PgConnection implements DatabaseConnection {
  private readonly client: ClientBase
  constructor(client: ClientBase) {
    this.client = client
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.client.query(sql, parameters as unknown[])
    return command === 'SELECT' || rowCount === null
      ? { rows: rows as R[] }
      : { rows: rows as R[], numAffectedRows: BigInt(rowCount) }
  }
  // biome-ignore lint/correctness/useYield: a cursor cannot share a pipelined connection; exports page instead.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows are not streamed here: read a page at a time')
  }
}
