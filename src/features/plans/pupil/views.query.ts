import type { Tx } from '#platform/database/database.ts'

/** What the child has said, newest first. A provider is told none of it. */
export const pupilViewsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('pupil_view as view')
    .leftJoin('user_account as person', 'person.id', 'view.recorded_by')
    .selectAll('view')
    .select('person.name as person')
    .where('view.placement_id', '=', placementId)
    .orderBy('view.on_day', 'desc')
    .orderBy('view.at', 'desc')
    .execute()

/** The newest link, without its secrets. */
export const pupilLinkOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('pupil_link')
    .select(['id', 'tries', 'made_by', 'made_at', 'expires_at', 'used_at', 'revoked_at'])
    .where('placement_id', '=', placementId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
