import { londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { type Reference, writeReference } from '#domain/reference.ts'
import { questionTopics, type Topic } from '#features/guidance/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'

export interface Asked {
  readonly words: string
  readonly topic: Topic
  readonly aboutPath: string | null
  /** The case attached, which whoever asks may see. */
  readonly referralId: string | null
}

/** Sends a question to the officers of its topic; they are told that there is one, never what it says. */
export async function askQuestion(
  { tx, me, now, audit }: Doer,
  { words, topic, aboutPath, referralId }: Asked,
): Promise<{ id: string; reference: Reference }> {
  const id = newId()
  const role = questionTopics[topic].to
  const { reference } = await tx
    .insertInto('question')
    .values({
      id,
      asked_by: me.userId,
      asked_organisation_id: me.organisationId ?? '',
      asked_at: now,
      // Which step it was about helps whoever answers; whose record it was does not.
      about_path: aboutPath?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*') ?? null,
      topic,
      routed_role: role,
      words,
      referral_id: referralId,
    })
    .returning('reference')
    .executeTakeFirstOrThrow()
  const written = writeReference('question', reference)
  for (const officer of await officersOf(tx, role, now))
    await sendMail(tx, {
      kind: 'question-asked',
      to: { address: officer.email, userId: officer.id },
      subject: `Question ${written} waits for an answer`,
      body: `Somebody has asked a question on a topic that you answer. Read it at /questions/${id}`,
      fromOrganisationId: me.organisationId,
    })
  audit({
    event: 'question.asked',
    subjectKind: 'question',
    subjectId: id,
    detail: { topic, role, withCase: referralId !== null },
  })
  return { id, reference: written }
}

/** The authority’s people who hold a role today; with very many, the ones who have held it longest. */
export async function officersOf(tx: Tx, role: string, now: Date) {
  const today = londonDay(now)
  return (
    tx
      .selectFrom('membership')
      .innerJoin('user_account', 'user_account.id', 'membership.user_id')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select(['user_account.id', 'user_account.email'])
      .where('membership.role', '=', role as 'admissions')
      // A partnership’s finance officer has another job than the authority’s.
      .where('organisation.kind', 'in', ['authority', 'team'])
      .where('valid_from', '<=', today)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
      .where('user_account.ended_at', 'is', null)
      .orderBy('valid_from')
      .orderBy('user_account.id')
      .limit(20)
      .execute()
  )
}
