import type { Tx } from '#platform/database/database.ts'

/** Evidence that was asked for on questions of a form, the newest first. */
export const requestsOn = (tx: Tx, questionnaireId: string) =>
  tx
    .selectFrom('questionnaire_request as r')
    .leftJoin('user_account as asker', 'asker.id', 'r.asked_by')
    .leftJoin('user_account as supplier', 'supplier.id', 'r.supplied_by')
    .selectAll('r')
    .select(['asker.name as askedBy', 'supplier.name as suppliedBy'])
    .where('r.questionnaire_id', '=', questionnaireId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .execute()
export type EvidenceRequest = Awaited<ReturnType<typeof requestsOn>>[number]

/** What the Virtual School thinks of each section. */
export const ratingsOf = (tx: Tx, questionnaireId: string) =>
  tx
    .selectFrom('questionnaire_rating as r')
    .leftJoin('user_account as person', 'person.id', 'r.by_user')
    .selectAll('r')
    .select('person.name as by')
    .where('r.questionnaire_id', '=', questionnaireId)
    .execute()
export type SectionRating = Awaited<ReturnType<typeof ratingsOf>>[number]
