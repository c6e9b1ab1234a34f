import type { Tx } from '#platform/database/database.ts'

/** Everything that was decided about using a provider, the newest first. */
export const decisionsAbout = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('provider_approval as d')
    .leftJoin('user_account as person', 'person.id', 'd.by_user')
    .innerJoin('organisation as o', 'o.id', 'd.by_organisation')
    .select([
      'd.id',
      'd.approval',
      'd.conditions',
      'd.because',
      'd.from_on as fromOn',
      'd.review_on as reviewOn',
      'd.at',
      'person.name as by',
      'o.name as organisation',
    ])
    .where('d.provider_id', '=', providerId)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
export type DecisionMade = Awaited<ReturnType<typeof decisionsAbout>>[number]
