import type { Tx } from '#platform/database/database.ts'

/** Has anybody ever been given a role there? From then on the organisation speaks for itself. */
export async function hasPeople(tx: Tx, organisationId: string): Promise<boolean> {
  const someone = await tx
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return someone !== undefined
}
