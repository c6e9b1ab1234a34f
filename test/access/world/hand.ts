import { Client } from 'pg'
import type { TestSite } from '#testing/site.ts'
import { adminOf } from '#testing/test-server.ts'
import { type Catalogue, keyInSql } from './catalogue.ts'
import { contextOf } from './probe.ts'
import type { Asker, Table } from './world.ts'

/**
 * A connection that tries things as the application's role and takes everything back. It belongs to the server's
 * administrator, so that a policy can be changed, tried and restored in one transaction that nobody else sees; what is
 * tried is tried as onroll_app. Triggers are off: this is about policies and grants; the guards have tests of their own.
 */
export interface Hand {
  readonly client: Client
  /** For each row: may it be added? */
  add(asker: Asker, table: Table, rows: readonly object[]): Promise<boolean[]>
  /** The keys of the rows that a change without any condition reaches, or the error. */
  change(asker: Asker, table: Table, clause: string): Promise<Set<string> | string>
  remove(asker: Asker, table: Table): Promise<Set<string> | string>
  read(asker: Asker, table: Table): Promise<Set<string> | string>
  undoing<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Tries each statement by itself and takes it back; answers with what became of it. */
const attempt = `create or replace function public.attempt(statements text[]) returns text[] language plpgsql as $$
declare outcomes text[] := '{}'; one text;
begin
  foreach one in array statements loop
    begin
      execute one;
      raise exception using errcode = 'ZZZZZ';
    exception when others then outcomes := outcomes || case when sqlstate = 'ZZZZZ' then 'done' else sqlstate || ' ' || sqlerrm end;
    end;
  end loop;
  return outcomes;
end $$`

export async function openHand(
  { server, database }: Pick<TestSite, 'server' | 'database'>,
  catalogue: Catalogue,
): Promise<Hand> {
  const client = new Client({
    ...adminOf(server, database),
    options: '-c search_path=onroll,public -c session_replication_role=replica',
  })
  await client.connect()
  await client.query(attempt)

  const as = async (asker: Asker) => {
    await client.query(
      `select set_config('onroll.context', $1, true), set_config('role', 'onroll_app', true)`,
      [contextOf(asker, client)],
    )
  }
  const keyOfTable = (table: Table) => {
    const shape = catalogue.get(table)
    if (!shape) throw new Error(`There is no table ${table}`)
    return keyInSql(shape)
  }
  /** Runs one statement as the asker, then looks at every row as the administrator, then takes it back. */
  const after = async (asker: Asker, statement: string, look: string) => {
    await client.query('savepoint before')
    try {
      await as(asker)
      await client.query(statement)
      await client.query('reset role')
      return (await client.query<{ key: string; place: string }>(look)).rows
    } catch (error) {
      return String((error as Error).message)
    } finally {
      await client.query('rollback to savepoint before; release savepoint before')
    }
  }
  const places = async (table: Table) => {
    const look = `select ${keyOfTable(table)} as key, ctid::text as place from onroll."${table}"`
    const { rows } = await client.query<{ key: string; place: string }>(look)
    return { look, before: new Map(rows.map(({ key, place }) => [key, place])) }
  }

  return {
    client,
    async add(asker, table, rows) {
      if (rows.length === 0) return []
      await client.query('savepoint before')
      await as(asker)
      const { rows: answer } = await client.query<{ outcomes: string[] }>(
        'select public.attempt($1) as outcomes',
        [rows.map(row => insertion(table, row))],
      )
      await client.query('rollback to savepoint before; release savepoint before')
      return (answer[0]?.outcomes ?? []).map(outcome => wasLetThrough(table, outcome))
    },
    async change(asker, table, clause) {
      const { look, before } = await places(table)
      const rows = await after(asker, `update onroll."${table}" set ${clause}`, look)
      if (typeof rows === 'string') return rows
      return new Set(
        rows.filter(({ key, place }) => before.get(key) !== place).map(({ key }) => key),
      )
    },
    async remove(asker, table) {
      const { look, before } = await places(table)
      const rows = await after(asker, `delete from onroll."${table}"`, look)
      if (typeof rows === 'string') return rows
      const left = new Set(rows.map(({ key }) => key))
      return new Set([...before.keys()].filter(key => !left.has(key)))
    },
    async read(asker, table) {
      await client.query('savepoint before')
      try {
        await as(asker)
        const { rows } = await client.query<{ key: string }>(
          `select ${keyOfTable(table)} as key from onroll."${table}"`,
        )
        return new Set(rows.map(({ key }) => key))
      } catch (error) {
        return String((error as Error).message)
      } finally {
        await client.query('rollback to savepoint before; release savepoint before')
      }
    },
    async undoing(work) {
      await client.query('begin')
      try {
        return await work()
      } finally {
        await client.query('rollback')
      }
    },
    close: () => client.end(),
  }
}

function insertion(table: Table, row: object): string {
  const names = Object.keys(row).map(name => `"${name}"`)
  const text = JSON.stringify(row).replaceAll("'", "''")
  return `insert into onroll."${table}" (${names}) select ${names} from jsonb_populate_record(null::onroll."${table}", '${text}')`
}

/** A row that only a constraint refuses has passed every policy: those are asked first. */
function wasLetThrough(table: Table, outcome: string): boolean {
  if (outcome === 'done' || outcome.startsWith('23')) return true
  if (outcome.startsWith('42501')) return false
  throw new Error(`${table}: ${outcome}`)
}
