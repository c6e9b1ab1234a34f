import { expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'

// What the database says of itself (security P5): nobody needs to remember these for a new table or function.
const site = await testSite()
const names = async (text: string) =>
  (await site.admin.query<{ name: string }>(text)).rows.map(({ name }) => name)

test('Every table is under row-level security, the owner bound too', async () => {
  expect(
    await names(`select relname as name from pg_class where relnamespace = 'onroll'::regnamespace
      and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`),
  ).toEqual([])
})

test('What requests and jobs are granted is bound by a policy of its own', async () => {
  expect(
    await names(`
      select format('%s may %s %s, and no policy says which', r.rolname, d.command, c.relname) as name
        from pg_class c, pg_roles r, (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) d (command, code)
       where c.relnamespace = 'onroll'::regnamespace and c.relkind in ('r', 'p') and r.rolname in ('onroll_app', 'onroll_worker', 'onroll_access')
         and case when d.command = 'delete' then has_table_privilege(r.oid, c.oid, 'delete') else has_any_column_privilege(r.oid, c.oid, d.command) end
         and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in (d.code::"char", '*')
           and (r.oid = any (p.polroles) or 0 = any (p.polroles)))`),
  ).toEqual([])
})

test('A view asks with the rights of who reads it', async () => {
  expect(
    await names(`select relname as name from pg_class where relnamespace = 'onroll'::regnamespace and relkind in ('v', 'm')
      and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`),
  ).toEqual([])
})

test('A function that answers with more rights than the asker’s belongs to a role without a log-in, and fixes where it looks', async () => {
  expect(
    await names(`select proname as name from pg_proc p join pg_roles o on o.oid = p.proowner
      where pronamespace = 'onroll'::regnamespace and prosecdef
        and (o.rolname not in ('onroll_access', 'onroll_audit') or o.rolcanlogin or o.rolsuper or o.rolbypassrls
          or not coalesce(proconfig, '{}') && array['search_path=onroll, pg_temp', 'search_path=onroll, public, pg_temp'])`),
  ).toEqual([])
})

test('The public may execute nothing here but what hangs on a table, and read nothing', async () => {
  expect(
    await names(`select proname as name from pg_proc where pronamespace = 'onroll'::regnamespace and prorettype <> 'trigger'::regtype
      and has_function_privilege('public', oid, 'execute')`),
  ).toEqual([])
  expect(
    await names(
      `select c.relname as name from pg_class c, aclexplode(c.relacl) a where relnamespace = 'onroll'::regnamespace and a.grantee = 0`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select nspname as name from pg_namespace, aclexplode(nspacl) a where nspname = 'onroll' and a.grantee = 0`,
    ),
  ).toEqual([])
})

test('Requests and jobs make no tables, empty none, and belong to nobody else', async () => {
  for (const role of ['onroll_app', 'onroll_worker'])
    expect(
      await names(`
        select 'creates in schema ' || nspname as name from pg_namespace where nspname in ('onroll', 'public') and has_schema_privilege('${role}', oid, 'create')
        union all select 'empties ' || relname from pg_class where relnamespace = 'onroll'::regnamespace and relkind in ('r', 'p')
          and has_table_privilege('${role}', oid, 'truncate')
        union all select 'is a member of ' || r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
          where m.member = '${role}'::regrole
        union all select 'is a superuser or passes row-level security' from pg_roles where rolname = '${role}' and (rolsuper or rolbypassrls)`),
      role,
    ).toEqual([])
})
