import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import { namesWords, personalDataIn, writeArticle } from '#features/guidance/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Question } from './question.query.ts'
import { questionLifecycle } from './question.ts'

export interface Published {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly audiences: readonly string[]
  readonly reviewOn: IsoDate
  /** Why a person decided that what the check found is about nobody. */
  readonly decidedBecause: string | null
}

/** What in a text to be published may be about somebody, the child of the attached case included. */
export async function whatMayBePersonal(
  { tx }: Pick<Doer, 'tx'>,
  question: Pick<Question, 'id' | 'words'>,
  text: string,
): Promise<string[]> {
  const { rows } = await sql<{ names: boolean }>`
    select onroll.question_names_child(${question.id}::uuid, ${namesWords(text)}::text[]) as names`.execute(
    tx,
  )
  return [
    ...(await personalDataIn(tx, text)),
    ...(rows[0]?.names ? ['It seems to hold a name of the child whose case is attached.'] : []),
  ]
}

/** Makes an answer an article for everybody. Nothing that may be about somebody goes out until a person has decided. */
export async function publishAnswer(
  doer: Doer,
  question: Pick<Question, 'id' | 'status' | 'version' | 'words' | 'reference'>,
  article: Published,
): Promise<{ slug: string }> {
  const { decidedBecause, ...text } = article
  const found = await whatMayBePersonal(doer, question, textOf(article))
  if (found.length > 0 && !decidedBecause)
    throw new Refusal(`${found.join(' ')} It is not published until somebody has decided.`)
  const { id, slug } = await writeArticle(doer, {
    ...text,
    kind: 'answer',
    topics: [],
    sources: [],
    why: `From question Q-${question.reference}`,
  })
  await changeOne(
    doer.tx
      .updateTable('question')
      .set({
        status: questionLifecycle.next(question.status, 'publish'),
        article_id: id,
        published_at: doer.now,
        ...(found.length > 0
          ? { personal_data_by: doer.me.userId, personal_data_why: decidedBecause }
          : {}),
      })
      .where('id', '=', question.id)
      .where('version', '=', question.version),
    'This question',
  )
  doer.audit({
    event: 'question.published',
    subjectKind: 'question',
    subjectId: question.id,
    detail: { slug, found: found.length },
  })
  return { slug }
}

export const textOf = ({ title, summary, body }: Pick<Published, 'title' | 'summary' | 'body'>) =>
  `${title}\n${summary}\n${body}`
