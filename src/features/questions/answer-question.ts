import { sql } from 'kysely'
import { writeReference } from '#domain/reference.ts'
import { Refusal } from '#domain/refusal.ts'
import { linksIn, questionTopics, rulesCited, type Topic } from '#features/guidance/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { officersOf } from './ask-question.ts'
import type { Question } from './question.query.ts'
import { questionLifecycle } from './question.ts'

/** Answers whoever asked; what the answer names of rules and articles is kept as what it rests on. */
export async function answerQuestion(
  { tx, me, now, audit }: Doer,
  question: Pick<Question, 'id' | 'status' | 'version' | 'reference' | 'askedBy'>,
  answer: string,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('question')
    .set({
      status: questionLifecycle.next(question.status, 'answer'),
      answer,
      answer_rules: rulesCited(answer),
      answer_articles: articlesCited(answer),
      answered_by: me.userId,
      answered_name: me.name,
      answered_at: now,
    })
    .where('id', '=', question.id)
    .where('version', '=', question.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('This question has changed since you opened it. Somebody may have answered.')
  await tellAsker({ tx, me }, question)
  audit({
    event: 'question.answered',
    subjectKind: 'question',
    subjectId: question.id,
    detail: { rules: rulesCited(answer) },
  })
}

/** Hands a question to the officers of another topic. */
export async function passOn(
  { tx, me, now, audit }: Doer,
  question: Pick<Question, 'id' | 'status' | 'version' | 'reference'>,
  topic: Topic,
): Promise<void> {
  if (question.status !== 'open') throw new Refusal('This question has been answered already.')
  const role = questionTopics[topic].to
  const { rows } = await sql<{ passed: boolean }>`
    select onroll.pass_question_on(${question.id}::uuid, ${question.version}::integer, ${topic}, ${role}) as passed`.execute(
    tx,
  )
  if (!rows[0]?.passed)
    throw new Refusal('This question has changed since you opened it. Somebody may have answered.')
  for (const officer of await officersOf(tx, role, now))
    await sendMail(tx, {
      kind: 'question-asked',
      to: { address: officer.email, userId: officer.id },
      subject: `Question ${writeReference('question', question.reference)} waits for an answer`,
      body: `A question was passed on to you. Read it at /questions/${question.id}`,
      fromOrganisationId: me.organisationId,
    })
  audit({
    event: 'question.passed-on',
    subjectKind: 'question',
    subjectId: question.id,
    detail: { topic, role },
  })
}

async function tellAsker(
  { tx, me }: Pick<Doer, 'tx' | 'me'>,
  question: Pick<Question, 'id' | 'reference' | 'askedBy'>,
) {
  const asker = await tx
    .selectFrom('user_account')
    .select(['id', 'email'])
    .where('id', '=', question.askedBy)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!asker) return
  const written = writeReference('question', question.reference)
  await sendMail(tx, {
    kind: 'question-answered',
    to: { address: asker.email, userId: asker.id },
    subject: `Your question ${written} is answered`,
    body: `Read the answer at /questions/${question.id}`,
    fromOrganisationId: me.organisationId,
  })
}

const articlesCited = (answer: string): string[] => [
  ...new Set(linksIn(answer).flatMap(url => /^\/guidance\/([a-z0-9-]+)$/.exec(url)?.[1] ?? [])),
]
