import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import { BadRequest } from '#platform/http/respond.tsx'

export async function doIWorkThere(tx: Tx, providerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from onroll.providers_i_work_for() id where id = ${providerId}::uuid`.execute(tx)
  return rows.length > 0
}

/** Nobody judges a provider for which they work, under whatever hat (NO_CONFLICT); the database refuses it too. */
export async function refuseWhoWorksThere(tx: Tx, providerId: string): Promise<void> {
  if (await doIWorkThere(tx, providerId))
    throw new BadRequest(
      403,
      'You work for this provider in another of your roles, so you cannot judge it. Ask a colleague.',
    )
}
