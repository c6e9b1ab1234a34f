import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import { Client, type ClientConfig, Pool } from 'pg'
import type { Secret } from '../secret.ts'
import { contextPads } from './context.ts'
import { ensureRoles } from './roles.ts'

const folder = new URL('../../../migrations/', import.meta.url)

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The migrations that this version of Onroll was written for, in order. */
export const migrations = (): Migration[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      // Passed over, it would be missed by nobody until somebody needs it.
      if (!/^\d{4}_[a-z-]+\.sql$/.test(name)) throw new Error(`${name} is no name of a migration`)
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })

/**
 * Brings the database to this version: roles, then each missing migration in a transaction of its own, forward only.
 * Throws when an applied migration's text has changed, or when the database is newer than this program.
 */
export async function migrate(
  admin: ClientConfig,
  worker: ClientConfig,
  secret: Secret,
  /** The last migration to apply, for a restore of an older backup; all of them unless said. */
  upTo?: string,
) {
  const client = new Client(admin)
  await client.connect()
  try {
    await ensureRoles(client, secret)
    await client.query('set role onroll_owner')
    await client.query('set search_path = onroll, public')
    await client.query('set lock_timeout = 10000')
    await client.query(`select pg_advisory_lock(hashtext('onroll migrate'))`)
    const applied = await applyMissing(client, upTo)
    await client.query(
      'insert into context_key values (1, $1, $2) on conflict (id) do update set inner_pad = $1, outer_pad = $2',
      contextPads(secret.key('context')),
    )
    await prepareJobs(worker)
    return applied
  } finally {
    await client.end()
  }
}

async function applyMissing(client: Client, upTo?: string): Promise<string[]> {
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  await client.query(`alter table migration enable row level security`)
  await client.query(`alter table migration force row level security`)
  await client.query(`do $$ begin
    if not exists (select 1 from pg_policies where schemaname = 'onroll' and tablename = 'migration') then
      create policy migration_kept_by_owner on migration for all to onroll_owner using (true) with check (true);
      create policy migration_read_by_all on migration for select using (true);
      grant select on migration to onroll_app, onroll_worker, onroll_backup;
    end if; end $$`)
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by name',
  )
  const wanted = migrations()
  const unknown = rows.find(row => !wanted.some(migration => migration.name === row.name))
  if (unknown)
    throw new Error(
      `The database has migration ${unknown.name}, which this version of Onroll does not know. Run the newer version.`,
    )
  const done = new Map(rows.map(row => [row.name, row.hash]))
  const fresh: string[] = []
  for (const { name, sql, hash } of wanted) {
    if (upTo !== undefined && name > upTo) break
    const before = done.get(name)
    if (before === hash) continue
    if (before)
      throw new Error(
        `Migration ${name} was changed after it was applied. Put its text back; write a new migration instead.`,
      )
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
    fresh.push(name)
  }
  return fresh
}

/** graphile-worker's own tables belong to onroll_worker; requests queue a job through one function and see none. */
async function prepareJobs(worker: ClientConfig) {
  const pool = new Pool({ ...worker, max: 2 })
  pool.on('error', () => undefined).on('connect', each => each.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool, noHandleSignals: true })
    await pool.query(`
      create or replace function graphile_worker.onroll_enqueue(task text, payload json, run_at timestamptz, job_key text)
      returns void language sql volatile security definer set search_path = graphile_worker, pg_temp as
      $$ select graphile_worker.add_job(task, payload, null, run_at, 8, job_key, 0, null, 'replace') $$;
      revoke execute on function graphile_worker.onroll_enqueue(text, json, timestamptz, text) from public;
      grant usage on schema graphile_worker to onroll_app, onroll_access;
      grant execute on function graphile_worker.onroll_enqueue(text, json, timestamptz, text) to onroll_app, onroll_access;`)
  } finally {
    await pool.end()
  }
}

/** Names of migrations that the database lacks, seen through any role; for health checks. */
export async function missingMigrations(
  query: (sql: string) => Promise<{ rows: { name: string; hash: string }[] }>,
) {
  const { rows } = await query('select name, hash from onroll.migration')
  const done = new Map(rows.map(row => [row.name, row.hash]))
  return migrations()
    .filter(({ name, hash }) => done.get(name) !== hash)
    .map(({ name }) => name)
}
