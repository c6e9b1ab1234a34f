import type { Tx } from '#platform/database/database.ts'

/** The lists and databases on which a provider stands or stood. */
export const listingsOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_listing as l')
    .innerJoin('organisation as o', 'o.id', 'l.by_organisation')
    .selectAll('l')
    .select(['o.name as recordedBy'])
    .where('l.provider_id', '=', providerId)
    .orderBy('l.since_on', 'desc')
    .orderBy('l.recorded_at', 'desc')
    .execute()
export type Listing = Awaited<ReturnType<typeof listingsOf>>[number]

/** What commissioners checked beside the documents: of a school’s own doing, or all of it for who may read it. */
export const checksOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('commissioner_check as c')
    .innerJoin('organisation as o', 'o.id', 'c.commissioner_id')
    .innerJoin('user_account as person', 'person.id', 'c.by_user')
    .select([
      'c.id',
      'c.what',
      'c.checked_on as checkedOn',
      'c.found',
      'c.commissioner_id as commissionerId',
      'o.name as commissioner',
      'person.name as by',
    ])
    .where('c.provider_id', '=', providerId)
    .orderBy('c.checked_on', 'desc')
    .orderBy('c.recorded_at', 'desc')
    .execute()

export const agreementsOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('service_level_agreement as a')
    .innerJoin('organisation as o', 'o.id', 'a.commissioner_id')
    .selectAll('a')
    .select(['o.name as commissioner'])
    .where('a.provider_id', '=', providerId)
    .orderBy('a.signed_on', 'desc')
    .orderBy('a.recorded_at', 'desc')
    .execute()
export type Agreement = Awaited<ReturnType<typeof agreementsOf>>[number]

export const auditsOf = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_audit as a')
    .innerJoin('organisation as o', 'o.id', 'a.by_organisation')
    .select(['a.id', 'a.audited_on as auditedOn', 'a.by_whom as byWhom', 'o.name as recordedBy'])
    .where('a.provider_id', '=', providerId)
    .orderBy('a.audited_on', 'desc')
    .execute()
