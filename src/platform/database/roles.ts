import type { Client } from 'pg'
import type { Secret } from '../secret.ts'

/** The roles of decisions 6, and one more that nobody can sign in as: it owns the functions that answer who may see what. */
export const roles = {
  onroll_owner: 'nologin noinherit',
  onroll_app: 'login noinherit',
  onroll_worker: 'login noinherit',
  onroll_audit: 'nologin noinherit',
  onroll_access: 'nologin noinherit',
  onroll_backup: 'login noinherit bypassrls',
} as const
export type Role = keyof typeof roles
export type LoginRole = 'onroll_app' | 'onroll_worker' | 'onroll_backup'

/**
 * Makes the roles that are missing, gives those that sign in a password derived from the secret, and hands the
 * database's schema to onroll_owner. Needs a connection that may create roles; throws with the SQL to run otherwise.
 */
export async function ensureRoles(admin: Client, secret: Secret) {
  // One at a time across every database of the server: roles are shared by all of them.
  await admin.query(`select pg_advisory_lock(hashtext('onroll roles'))`)
  try {
    const { rows } = await admin.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'onroll\\_%'`,
    )
    const present = new Set(rows.map(row => row.rolname))
    for (const [role, attributes] of Object.entries(roles))
      if (!present.has(role)) await admin.query(`create role ${role} ${attributes}`)
    for (const role of ['onroll_app', 'onroll_worker', 'onroll_backup'])
      await admin.query(`alter role ${role} password '${secret.password(role)}'`)
    await admin.query(
      'grant onroll_app, onroll_worker, onroll_audit, onroll_access to onroll_owner',
    )
    await admin.query('grant onroll_owner to current_user')
    await prepareDatabase(admin)
  } catch (error) {
    throw new Error(
      'The database user of DATABASE_URL cannot make Onroll’s roles. Connect as one who may (superuser, or with CREATEROLE where onroll_backup exists): docs/operations/database.md says how.',
      { cause: error },
    )
  } finally {
    await admin.query(`select pg_advisory_unlock(hashtext('onroll roles'))`).catch(() => undefined)
  }
}

async function prepareDatabase(admin: Client) {
  const { rows } = await admin.query<{ name: string; mine: boolean }>(
    `select current_database() as name, exists (select 1 from pg_namespace where nspname = 'onroll') as mine`,
  )
  const database = `"${rows[0]?.name.replaceAll('"', '""')}"`
  await admin.query(`grant create, connect on database ${database} to onroll_owner`)
  await admin.query(
    `grant connect on database ${database} to onroll_app, onroll_worker, onroll_backup`,
  )
  await admin.query(`grant create on database ${database} to onroll_worker`)
  await admin.query(`grant usage, create on schema public to onroll_owner`)
  if (!rows[0]?.mine) await admin.query('create schema onroll authorization onroll_owner')
}
