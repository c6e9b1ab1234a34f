import type { Client } from 'pg'
import type { Catalogue } from '../world/catalogue.ts'
import type { Policy } from './policies.ts'

/** Roles that people never ask as: what each can do with a table is taken down, and compared after a change. */
export const serviceRoles = [
  'onroll_worker',
  'onroll_access',
  'onroll_audit',
  'onroll_owner',
  'onroll_app',
] as const

/** What one role can do with the rows of one table: an answer to each statement, in words that differ when anything does. */
export async function printOf(
  client: Client,
  catalogue: Catalogue,
  role: string,
  table: string,
): Promise<readonly string[]> {
  const answers: string[] = []
  for (const statement of await statementsFor(client, catalogue, role, table))
    answers.push(await answerTo(client, role, statement))
  return answers
}

/** Is any of these answered otherwise by now? What a policy for this kind of deed decides is asked first. */
export async function isOtherwise(
  client: Client,
  catalogue: Catalogue,
  role: string,
  table: string,
  before: readonly string[],
  command: Policy['command'] = '*',
): Promise<boolean> {
  const first = { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': '' }[command]
  const statements = [...(await statementsFor(client, catalogue, role, table)).entries()]
  const decided = statements.filter(([, statement]) => statement.startsWith(first))
  const others = statements.filter(([, statement]) => !statement.startsWith(first))
  for (const [at, statement] of [...decided, ...others])
    if ((await answerTo(client, role, statement)) !== before[at]) return true
  return false
}

async function answerTo(client: Client, role: string, statement: string): Promise<string> {
  try {
    const results = await client.query(`savepoint print; set local role ${role}; ${statement}`)
    const { rows, rowCount, command } = [results].flat().at(-1) ?? results
    return command === 'SELECT' ? JSON.stringify(rows) : `${command} ${rowCount}`
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // Constraints are asked after the policies: which one refuses says nothing more.
    return code?.startsWith('23') ? 'a constraint' : message
  } finally {
    await client.query('rollback to savepoint print; release savepoint print')
  }
}

const cache = new Map<string, readonly string[]>()

async function statementsFor(client: Client, catalogue: Catalogue, role: string, table: string) {
  const name = `${role} ${table}`
  const known = cache.get(name)
  if (known) return known
  const { rows: columns } = await client.query<{ name: string }>(
    `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
        and has_column_privilege($2, a.attrelid, a.attnum, 'update') order by a.attnum`,
    [`onroll.${table}`, role],
  )
  const { rows: samples } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from onroll."${table}" t limit 40`,
  )
  const { rows: states } = columns.some(column => column.name === 'status')
    ? await client.query<{ status: string }>(
        `select distinct status from onroll."${table}" order by status`,
      )
    : { rows: [] }
  const key = catalogue.get(table)?.key[0] ?? ''
  const type = catalogue.get(table)?.columns.find(column => column.name === key)?.type
  const copies = samples.map(({ row }) => {
    const copy = { ...row, ...(type === 'uuid' ? { [key]: crypto.randomUUID() } : {}) }
    const names = Object.keys(copy).map(column => `"${column}"`)
    return `insert into onroll."${table}" (${names}) overriding system value select ${names} from jsonb_populate_record(null::onroll."${table}", '${JSON.stringify(copy).replaceAll("'", "''")}')`
  })
  const statements = [
    `select count(*) from onroll."${table}"`,
    ...columns.slice(0, 1).map(column => `update onroll."${table}" set "${column.name}" = default`),
    // What a row may become is asked of its states.
    ...(columns.some(column => column.name === 'status')
      ? states.map(({ status }) => `update onroll."${table}" set status = '${status}'`)
      : []),
    `delete from onroll."${table}"`,
    // What only a constraint refuses was let through by the policies.
    ...(copies.length > 0 ? copies : [`insert into onroll."${table}" default values`]),
  ]
  cache.set(name, statements)
  return statements
}
