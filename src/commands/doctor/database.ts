import type { Client } from 'pg'
import { missingMigrations } from '#platform/database/migrate.ts'
import { roles } from '#platform/database/roles.ts'
import type { Finding } from './machine.ts'

/** What must hold of the database, read as the application's own role. */
export async function databaseFindings(client: Client): Promise<Finding[]> {
  const missing = await missingMigrations(text => client.query(text))
  return [
    await serverFinding(client),
    await durabilityFinding(client),
    await rolesFinding(client),
    await securityFinding(client),
    {
      what: 'Migrations',
      isWell: missing.length === 0,
      says:
        missing.length === 0
          ? 'current'
          : `missing or changed: ${missing.join(', ')}. Run “npm run -s onroll -- migrate”`,
    },
  ]
}

async function serverFinding(client: Client): Promise<Finding> {
  const {
    rows: [server],
  } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  )
  const { version = '', number = 0 } = server ?? {}
  return {
    what: 'Database',
    isWell: number >= 150_000,
    says: `PostgreSQL ${version}${number >= 150_000 ? '' : ', older than 15'}`,
  }
}

async function durabilityFinding(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings where setting = 'off'
       and name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') order by name`,
  )
  const off = rows.map(({ name }) => name).join(', ')
  return {
    what: 'Durability',
    isWell: rows.length === 0,
    says: off
      ? `${off} is off: committed work could be lost or damaged unnoticed`
      : 'fsync, full_page_writes, synchronous_commit and checksums are on',
  }
}

/** Each role is what the code says it is, and none but the backup's passes row-level security by. */
async function rolesFinding(client: Client): Promise<Finding> {
  const { rows } = await client.query<{
    name: string
    super: boolean
    bypass: boolean
    login: boolean
    rights: boolean
  }>(
    `select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcanlogin as login,
            rolname <> 'onroll_owner' and exists (
              select from pg_auth_members m where m.member = r.oid) as rights
       from pg_roles r where rolname = any ($1)`,
    [Object.keys(roles)],
  )
  const wrong = Object.entries(roles).flatMap(([name, attributes]) => {
    const role = rows.find(row => row.name === name)
    if (!role) return [`${name} does not exist`]
    return [
      ...(role.super ? [`${name} is a superuser`] : []),
      ...(role.bypass && !attributes.includes('bypassrls')
        ? [`${name} bypasses row-level security`]
        : []),
      ...(!role.bypass && attributes.includes('bypassrls')
        ? [`${name} does not see every row, so backups would be empty`]
        : []),
      ...(role.login && attributes.includes('nologin') ? [`${name} can sign in`] : []),
      ...(role.rights ? [`${name} has the rights of other roles`] : []),
    ]
  })
  return {
    what: 'Roles',
    isWell: wrong.length === 0,
    says: wrong.join('; ') || `all ${rows.length} as they must be`,
  }
}

async function securityFinding(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; whole: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as whole from pg_class
      where relnamespace = 'onroll'::regnamespace and relkind in ('r', 'p') order by relname`,
  )
  const open = rows.filter(({ whole }) => !whole).map(({ name }) => name)
  return {
    what: 'Row-level security',
    isWell: rows.length > 0 && open.length === 0,
    says:
      open.length > 0
        ? `not enabled and forced on ${open.join(', ')}`
        : `enabled and forced on all ${rows.length} tables`,
  }
}
