import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { TestSite } from '#testing/site.ts'
import { adminOf } from '#testing/test-server.ts'
import type { Candidate } from './candidates.ts'
import { type Catalogue, keyInSql } from './catalogue.ts'
import { changes } from './changes.ts'
import { contextOf } from './probe.ts'
import type { Asker, Table } from './world.ts'

/** What became of one attempt: the keys of the rows that it reached, or why it was refused. */
export type Reached = ReadonlySet<string> | string

/**
 * A connection that tries things as the application's role and takes everything back. It belongs to the server's
 * administrator, so that a policy can be changed, tried and restored in one transaction that nobody else sees; what is
 * tried is tried as onroll_app. Triggers are off: this is about policies and grants; the guards have tests of their own.
 */
export interface Hand {
  readonly client: Client
  read(askers: readonly Asker[], table: Table): Promise<Reached[]>
  canChange(table: Table): boolean
  /** A change without any condition, which reads nothing. */
  change(askers: readonly Asker[], table: Table): Promise<Reached[]>
  remove(askers: readonly Asker[], table: Table): Promise<Reached[]>
  /**
   * Tries every candidate of every asker (or of some, in this order), and answers with those that came out otherwise than
   * due; with the first alone if told to.
   */
  add(
    askers: readonly Asker[],
    table: Table,
    candidates: readonly (readonly Candidate[])[],
    options?: { first?: boolean; order?: readonly number[] },
  ): Promise<{ asker: Asker; candidate: Candidate; outcome: string }[]>
  /** Everything that the work does is undone after it. */
  undoing<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

const functions = readFileSync(new URL('./hand.sql', import.meta.url), 'utf8')

export async function openHand(
  { server, database }: Pick<TestSite, 'server' | 'database'>,
  catalogue: Catalogue,
): Promise<Hand> {
  const client = new Client({
    ...adminOf(server, database),
    options: '-c search_path=onroll,public -c session_replication_role=replica',
  })
  await client.connect()
  await client.query(functions)
  // Of another connection, so that what is kept stays when the attempts are undone.
  const keeper = new Client(adminOf(server, database))
  await keeper.connect()
  const kept = new WeakMap<object, number>()
  let lists = 0
  const keep = async (table: Table, candidates: readonly (readonly Candidate[])[]) => {
    lists += 1
    const attempts = candidates.flatMap((each, who) =>
      each.map(({ row, due }, attempt) => ({
        list: lists,
        who: who + 1,
        attempt,
        statement: insertion(table, row),
        due,
      })),
    )
    await keeper.query(
      `insert into public.kept_attempt select * from jsonb_populate_recordset(null::public.kept_attempt, $1)`,
      [JSON.stringify(attempts)],
    )
    kept.set(candidates, lists)
    return lists
  }
  const contexts = (askers: readonly Asker[]) => askers.map(asker => contextOf(asker, client))
  const keyOfTable = (table: Table) => {
    const shape = catalogue.get(table)
    if (!shape) throw new Error(`There is no table ${table}`)
    return keyInSql(shape)
  }
  const rowsOf = async (text: string, values: unknown[]) =>
    (await client.query<{ answer: string[] | string }>(text, values)).rows.map(
      ({ answer }): Reached => (typeof answer === 'string' ? answer : new Set(answer)),
    )
  const everyKey = async (table: Table) => {
    const { rows } = await client.query<{ key: string }>(
      `select ${keyOfTable(table)} as key from onroll."${table}"`,
    )
    return rows.map(({ key }) => key)
  }
  const does = async (askers: readonly Asker[], statement: string, look: string) =>
    rowsOf('select answer from public.each_does($1, $2, $3) as answer', [
      contexts(askers),
      statement,
      look,
    ])

  return {
    client,
    read: (askers, table) =>
      rowsOf('select answer from public.each_looks($1, $2) as answer', [
        contexts(askers),
        `select coalesce(jsonb_agg(${keyOfTable(table)}), '[]') from onroll."${table}"`,
      ]),
    canChange: table => changes[table] !== undefined,
    async change(askers, table) {
      const { rows } = await client.query(
        `select coalesce(max(ctid), '(0,0)')::text as last from onroll."${table}"`,
      )
      // A changed row has a new place, behind every row that was there.
      return does(
        askers,
        `update onroll."${table}" set ${changes[table]}`,
        `select coalesce(jsonb_agg(${keyOfTable(table)}), '[]') from onroll."${table}" where ctid > '${rows[0]?.last}'`,
      )
    },
    async remove(askers, table) {
      const all = await everyKey(table)
      const left = await does(
        askers,
        `delete from onroll."${table}"`,
        `select coalesce(jsonb_agg(${keyOfTable(table)}), '[]') from onroll."${table}"`,
      )
      return left.map(keys =>
        typeof keys === 'string' ? keys : new Set(all.filter(key => !keys.has(key))),
      )
    },
    async add(askers, table, candidates, { first = false, order } = {}) {
      const list = kept.get(candidates) ?? (await keep(table, candidates))
      const { rows } = await client.query<{ who: number; attempt: number; outcome: string }>(
        'select who, attempt, outcome from public.each_adds($1, $2, $3, $4)',
        [contexts(askers), list, first, (order ?? [...askers.keys()]).map(at => at + 1)],
      )
      return rows.map(({ who, attempt, outcome }) => {
        const [asker, candidate] = [askers[who - 1], candidates[who - 1]?.[attempt]]
        if (!asker || !candidate) throw new Error(`No attempt ${attempt} of ${who}`)
        return { asker, candidate, outcome }
      })
    },
    async undoing(work) {
      await client.query('begin')
      try {
        return await work()
      } finally {
        await client.query('rollback')
      }
    },
    async close() {
      await client.end()
      await keeper.end()
    },
  }
}

export function insertion(table: Table, row: object): string {
  const names = Object.keys(row).map(name => `"${name}"`)
  const text = JSON.stringify(row).replaceAll("'", "''")
  return `insert into onroll."${table}" (${names}) select ${names} from jsonb_populate_record(null::onroll."${table}", '${text}')`
}
