import type { Tx } from '#platform/database/database.ts'

/** Reviews of a direction in the order of their days. */
export const reviewsOf = (tx: Tx, directionId: string) =>
  tx
    .selectFrom('off_site_review')
    .selectAll()
    .where('direction_id', '=', directionId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
export type Review = Awaited<ReturnType<typeof reviewsOf>>[number]

export const requestsOf = (tx: Tx, directionId: string) =>
  tx
    .selectFrom('off_site_review_request')
    .selectAll()
    .where('direction_id', '=', directionId)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()
export type ReviewRequest = Awaited<ReturnType<typeof requestsOf>>[number]
