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

/** Where a provider teaches, by name. */
export const sitesOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_site')
    .select(['id', 'name'])
    .where('provider_id', '=', providerId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
