import type { Tx } from '#platform/database/database.ts'

/** Schools that a child can be on the roll of today, by name. */
export async function openSchools(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'school')
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
}
