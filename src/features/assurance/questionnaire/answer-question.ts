import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { draftFrom, type Piece } from '../known/piece.ts'
import type { Questionnaire } from './questionnaire.query.ts'

/** The school's own answer, confirmed by who writes it, with what was known at that moment beside it. */
export async function answerQuestion(
  { tx, me, now, audit }: Doer,
  form: Pick<Questionnaire, 'id' | 'child_id'>,
  wanted: {
    readonly question: number
    readonly answer: string
    readonly registered: boolean | null
    readonly pieces: readonly Piece[]
    /** The version that the writer saw; 0 where there was no answer. */
    readonly seen: number
  },
) {
  const row = {
    answer: wanted.answer,
    drafted: draftFrom(wanted.pieces),
    origins: JSON.stringify(wanted.pieces.map(({ text, source, on }) => ({ text, source, on }))),
    registered: wanted.question === 2 ? wanted.registered : null,
    confirmed_by: me.userId,
    confirmed_at: now,
  }
  const kept = await tx
    .insertInto('questionnaire_answer')
    .values({ questionnaire_id: form.id, question: wanted.question, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['questionnaire_id', 'question'])
        .doUpdateSet(row)
        .where('questionnaire_answer.version', '=', wanted.seen),
    )
    .returning('question')
    .executeTakeFirst()
  if (!kept)
    throw new Refusal('Somebody else answered this question just now. Open it again to see how.')
  audit({
    event: 'questionnaire.answered',
    subjectKind: 'questionnaire',
    subjectId: form.id,
    childId: form.child_id,
    detail: { question: wanted.question },
  })
}
