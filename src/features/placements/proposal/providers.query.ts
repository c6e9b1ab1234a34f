import type { Tx } from '#platform/database/database.ts'

/** Providers that are open, by name. */
export const providersToChoose = (tx: Tx) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'provider')
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
