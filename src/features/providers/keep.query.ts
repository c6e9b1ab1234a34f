import { sql } from 'kysely'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { BadRequest } from '#platform/http/respond.tsx'

/** May the person asking keep this provider's profile and evidence? The database says (providers_i_keep). */
export async function mayKeep(tx: Tx, providerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from onroll.providers_i_keep() id where id = ${providerId}::uuid`.execute(tx)
  return rows.length > 0
}

export async function refuseUnlessKept(tx: Tx, providerId: string): Promise<void> {
  if (!(await mayKeep(tx, providerId)))
    throw new BadRequest(
      403,
      'The provider’s manager keeps this. Others may only until somebody there can sign in.',
    )
}

/** A provider by its name; a wrong address is no provider. */
export async function providerNamed(tx: Tx, providerId: string) {
  const provider = await tx
    .selectFrom('organisation')
    .innerJoin('provider', 'provider.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'organisation.closed_on as closedOn'])
    .where('organisation.id', '=', providerId)
    .executeTakeFirst()
  if (!provider) throw new NotFound()
  return provider
}
export type ProviderNamed = Awaited<ReturnType<typeof providerNamed>>
