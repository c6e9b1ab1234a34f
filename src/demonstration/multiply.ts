import type { Client } from 'pg'

/**
 * For benchmarks: the told county again and again, as another 5 partnerships with their schools, children and cases.
 * Copies are made by the database itself, set by set; only the first county is told through commands, because a county
 * takes half a minute to tell and a benchmark wants a hundred. The audit is not copied: nobody did these things.
 */
export async function multiplyDemonstration(
  admin: Client,
  size: number,
  progress: (words: string) => void,
) {
  const {
    rows: [may],
  } = await admin.query<{ ok: boolean }>(
    `select rolsuper as ok from pg_roles where rolname = current_user`,
  )
  if (!may?.ok)
    throw new Error(
      'Copies for benchmarks need a superuser of the database server: they are written with its checks switched off.',
    )
  const tables = await copiedTables(admin)
  const kept = await keptIds(admin)
  await admin.query(`set session_replication_role = replica; set search_path = onroll, public`)
  for (let copy = 2; copy <= size; copy += 1) {
    await admin.query('begin')
    for (const { name, columns } of tables) await admin.query(copySql(name, columns), [copy, kept])
    await admin.query('commit')
    if (copy % 10 === 0 || copy === size) progress(`${copy} of ${size}`)
  }
  await admin.query('set session_replication_role = default')
  await admin.query('analyze')
}

interface Column {
  readonly name: string
  readonly type: string
}

/** What belongs to the one installation, to sign-in, or to the past, and is there once. */
const once = [
  'context_key',
  'migration',
  'setting',
  'lifecycle_transition',
  'bank_holiday',
  'postcode_authority',
  'audit_entry',
  'audit_head',
  'session',
  'form_key',
  'sign_in_attempt',
  'challenge',
  'passkey',
  'recovery_code',
  'one_time_link',
  'calendar_feed',
  'notice_template',
  'gias_import',
  'gias_row',
  'message',
  'fact_change',
  // Guidance, and what the authority says about the rules, is the authority’s.
  'article',
  'article_version',
  'guidance_topic',
  'guidance_step',
  'guidance_word',
  'search_miss',
  'question',
  'rule_parameter',
  'rule_reading',
]

/** Every other table, with the columns that a copy gives a value: those that number themselves do so again. */
async function copiedTables(admin: Client) {
  const { rows } = await admin.query<{ name: string; columns: Column[] }>(
    `select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
       join pg_type t on t.oid = a.atttypid
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'onroll'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
        and coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like 'nextval%'
      group by c.relname order by c.relname`,
    [once],
  )
  return rows.filter(({ columns }) => columns.some(({ type }) => type === 'uuid'))
}

/** The authority, its teams and their people are there once; copies point to the same ones. */
async function keptIds(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select id from onroll.organisation where kind in ('authority', 'team')
     union select m.user_id from onroll.membership m join onroll.organisation o on o.id = m.organisation_id where o.kind in ('authority', 'team')`,
  )
  return rows.map(({ id }) => id)
}

function copySql(table: string, columns: readonly Column[]) {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(column => copied(table, column)).join(', ')
  return `with original as (select *, row_number() over () as nth_of_table from onroll."${table}"
      where ${originalOnly(table, columns)})
    insert into onroll."${table}" (${names}) select ${values} from original`
}

/** Copies are told from originals by their ids: version 4 by the digest, where originals are version 7. */
function originalOnly(table: string, columns: readonly Column[]) {
  const key =
    columns.find(({ name }) => name === 'id') ?? columns.find(({ type }) => type === 'uuid')
  const own = `substr("${key?.name}"::text, 15, 1) = '7' and "${key?.name}" <> all ($2::uuid[])`
  if (table === 'term' || table === 'closure') return `${own} and school_id is not null`
  if (table === 'membership') return `${own} and organisation_id <> all ($2::uuid[])`
  return own
}

function copied(table: string, { name, type }: Column): string {
  if (type === 'uuid')
    return `case when "${name}" = any ($2::uuid[]) then "${name}" else overlay(md5("${name}"::text || $1::text) placing '4' from 13 for 1)::uuid end`
  if (table === 'user_account' && name === 'email') return `'copy' || $1::text || '.' || email`
  if (table === 'school' && name === 'urn')
    return `lpad((100000 + $1::integer * 100 + nth_of_table)::text, 6, '0')`
  if (table === 'organisation' && name === 'name') return `name || ' (' || $1::text || ')'`
  return `"${name}"`
}
