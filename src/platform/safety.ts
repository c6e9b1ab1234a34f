import type { Db } from './database/database.ts'

/** What must be true of the database before anybody's data is served. Each fault is one line; none is overridden. */
export async function safetyFaults(db: Db): Promise<string[]> {
  const {
    rows: [role],
  } = await db.app.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')
  const { rows: tables } = await db.app.query(
    `select relname from pg_class where relnamespace = 'onroll'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity) order by relname`,
  )
  const { rows: settings } = await db.app.query(
    `select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off'
      union all select name from pg_settings where name = 'synchronous_commit' and setting = 'off'`,
  )
  return [
    ...(role?.rolsuper || role?.rolbypassrls
      ? ['The application’s database role is a superuser or bypasses row-level security']
      : []),
    ...tables.map(
      ({ relname }) => `Row-level security is not enabled and forced on table ${relname}`,
    ),
    ...settings.map(
      ({ name }) => `The database server runs with ${name} off: committed work could be lost`,
    ),
  ]
}
