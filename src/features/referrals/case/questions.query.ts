import type { Tx } from '#platform/database/database.ts'

/** What was asked about a case, the newest first. */
export const questionsOf = (tx: Tx, referralId: string) =>
  tx
    .selectFrom('information_request as request')
    .leftJoin('user_account as asker', 'asker.id', 'request.asked_by')
    .leftJoin('user_account as answerer', 'answerer.id', 'request.answered_by')
    .select([
      'request.id',
      'request.section',
      'request.question',
      'request.asked_of_organisation_id as askedOf',
      'request.asked_at as askedAt',
      'request.due_on as due',
      'request.answer',
      'request.answered_at as answeredAt',
      'request.cancelled_at as cancelledAt',
      'request.version',
      'asker.name as asker',
      'answerer.name as answerer',
    ])
    .where('request.referral_id', '=', referralId)
    .orderBy('request.asked_at', 'desc')
    .execute()
export type Question = Awaited<ReturnType<typeof questionsOf>>[number]

export const isOpen = (question: Question) => !question.answeredAt && !question.cancelledAt
