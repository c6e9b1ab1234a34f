import { Client } from 'pg'
import { signedContext } from '#platform/database/context.ts'
import { secretOf } from '#platform/secret.ts'
import type { TestSite } from '#testing/site.ts'
import { asRole, testSecret } from '#testing/test-server.ts'
import { type Catalogue, keyInSql } from './catalogue.ts'
import type { Asker } from './world.ts'

export const contextKey = secretOf(testSecret).key('context')

/** What one asker sees of every table, by the keys of its rows. */
export type Seen = ReadonlyMap<string, ReadonlySet<string>>

/** Reads every table at once, as the application's own role with a signed context and no filter at all. */
export function seeEverything(catalogue: Catalogue): string {
  return [...catalogue]
    .filter(([, { readable }]) => readable)
    .map(
      ([table, shape]) =>
        `select '${table}' as t, array(select ${keyInSql(shape)} from onroll."${table}") as keys`,
    )
    .join(' union all ')
}

export interface Eye {
  see(asker: Asker, sql: string): Promise<Seen>
  readonly client: Client
  close(): Promise<void>
}

/** A connection of the role that requests use. */
export async function openEye({
  server,
  database,
}: Pick<TestSite, 'server' | 'database'>): Promise<Eye> {
  const client = new Client({
    ...asRole(server, 'onroll_app', database),
    pipeline: true,
    options: '-c search_path=onroll,public',
  })
  await client.connect()
  const prepared = new Map<string, string>()
  return {
    client,
    async see(asker, text) {
      const name = prepared.get(text) ?? `everything ${prepared.size}`
      prepared.set(text, name)
      const [, , { rows }] = await Promise.all([
        client.query('begin'),
        client.query(`select set_config('onroll.context', $1, true)`, [contextOf(asker, client)]),
        client.query<{ t: string; keys: string[] }>({ name, text }),
        client.query('commit'),
      ])
      return new Map(rows.map(({ t, keys }) => [t, new Set(keys)]))
    },
    close: () => client.end(),
  }
}

export function contextOf({ purpose, ...asker }: Asker, client: Client): string {
  if (purpose === 'nobody') return ''
  const { processID } = client as unknown as { processID: number }
  return signedContext({ ...asker, purpose }, processID, contextKey, Date.now())
}
