import type { Client } from 'pg'
import { withoutEach } from './terms.ts'

export interface Policy {
  readonly table: string
  readonly name: string
  readonly command: 'r' | 'a' | 'w' | 'd' | '*'
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}
/** One small fault, put into the database on purpose: if no test notices it, the tests prove less than they say. */
export interface Mutant {
  readonly policy: Policy
  readonly name: string
  readonly sql: string
}

export async function policiesOf(client: Client): Promise<Policy[]> {
  const { rows } = await client.query(`
    select c.relname as table, p.polname as name, p.polcmd as command,
           case when p.polroles = '{0}' then array['public'] else array(select rolname::text from pg_roles r where r.oid = any (p.polroles)) end as roles,
           pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
      from pg_policy p join pg_class c on c.oid = p.polrelid
     where c.relnamespace = 'onroll'::regnamespace order by c.relname, p.polname`)
  return rows
}

/** The policy gone; open to all; and with each of its terms taken away. */
export function mutantsOf(policy: Policy): Mutant[] {
  const on = `"${policy.name}" on onroll."${policy.table}"`
  const mutants: Mutant[] = [{ policy, name: `${policy.name}: dropped`, sql: `drop policy ${on}` }]
  for (const [part, expression] of [
    ['using', policy.using],
    ['with check', policy.check],
  ] as const) {
    if (expression === null || expression === 'true') continue
    const alter = (text: string) => `alter policy ${on} ${part} (${text})`
    mutants.push({ policy, name: `${policy.name}: ${part} (true)`, sql: alter('true') })
    for (const word of ['AND', 'OR'] as const)
      for (const { text, dropped } of withoutEach(expression, word))
        mutants.push({
          policy,
          name: `${policy.name}: ${part} without “${word.toLowerCase()} ${dropped.replace(/\s+/g, ' ')}”`,
          sql: alter(text),
        })
  }
  return mutants
}
