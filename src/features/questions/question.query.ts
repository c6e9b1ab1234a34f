import type { Tx } from '#platform/database/database.ts'

const columns = [
  'question.id',
  'question.reference',
  'question.asked_by as askedBy',
  'asker.name as asker',
  'organisation.name as organisation',
  'question.asked_at as askedAt',
  'question.about_path as aboutPath',
  'question.topic',
  'question.routed_role as routedRole',
  'question.words',
  'question.status',
  'question.answer',
  'question.answered_name as answeredName',
  'question.answered_at as answeredAt',
  'question.version',
  'article.slug',
  'question.referral_id as attached',
  // The case only as far as the reader may see it: otherwise nothing but that one is attached.
  'referral.id as referralId',
  'referral.reference as caseReference',
  'referral.child_id as childId',
] as const

const questions = (tx: Tx) =>
  tx
    .selectFrom('question')
    .leftJoin('user_account as asker', 'asker.id', 'question.asked_by')
    .leftJoin('organisation', 'organisation.id', 'question.asked_organisation_id')
    .leftJoin('referral', 'referral.id', 'question.referral_id')
    .leftJoin('article', 'article.id', 'question.article_id')
    .select(columns)

export const questionOf = (tx: Tx, id: string) =>
  questions(tx).where('question.id', '=', id).executeTakeFirst()
export type Question = NonNullable<Awaited<ReturnType<typeof questionOf>>>

export const askedBy = (tx: Tx, user: string) =>
  questions(tx)
    .where('question.asked_by', '=', user)
    .orderBy('question.asked_at', 'desc')
    .limit(100)
    .execute()

/** What waits for the officers of a role, the longest first, and what they answered last. */
export const routedTo = (tx: Tx, role: string, status: 'open' | 'answered') =>
  questions(tx)
    .where('question.routed_role', '=', role as 'admissions')
    .where('question.status', '=', status)
    .orderBy('question.asked_at', status === 'open' ? 'asc' : 'desc')
    .limit(100)
    .execute()
