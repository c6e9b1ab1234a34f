import type { Tx } from '#platform/database/database.ts'

/** What happened to a placement, newest first. */
export const eventsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placement_event as event')
    .leftJoin('user_account as person', 'person.id', 'event.by_user')
    .leftJoin('organisation', 'organisation.id', 'event.by_organisation')
    .select([
      'event.id',
      'event.what',
      'event.because',
      'event.details',
      'event.at',
      'person.name as person',
      'organisation.name as organisation',
    ])
    .where('event.placement_id', '=', placementId)
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .execute()
