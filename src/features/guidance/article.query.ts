import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

export interface ArticleLink {
  readonly slug: string
  readonly title: string
  readonly summary: string
}

export async function articleCalled(tx: Tx, slug: string) {
  return tx
    .selectFrom('article')
    .leftJoin('user_account', 'user_account.id', 'article.owner_id')
    .select([
      'article.id',
      'slug',
      'kind',
      'title',
      'summary',
      'body',
      'topics',
      'audiences',
      'rules',
      'sources',
      'owner_id as ownerId',
      'user_account.name as owner',
      'review_on as reviewOn',
      'status',
      'number',
      'changed_at as changedAt',
    ])
    .where('slug', '=', slug)
    .executeTakeFirst()
}
export type Article = NonNullable<Awaited<ReturnType<typeof articleCalled>>>

export const articlesCiting = (tx: Tx, rule: string): Promise<ArticleLink[]> =>
  tx
    .selectFrom('article')
    .select(['slug', 'title', 'summary'])
    .where('status', '=', 'published')
    .where(sql<boolean>`rules @> array[${rule}]`)
    .orderBy('title')
    .execute()

export const publishedArticles = (tx: Tx) =>
  tx
    .selectFrom('article')
    .select(['slug', 'title', 'summary', 'audiences', 'kind'])
    .where('status', '=', 'published')
    .orderBy('title')
    .execute()

export const slugsInUse = async (tx: Tx): Promise<ReadonlySet<string>> =>
  new Set((await tx.selectFrom('article').select('slug').execute()).map(({ slug }) => slug))

export interface Found extends ArticleLink {
  readonly kind: 'article' | 'answer'
  /** The place found, with [[[ and ]]] around the words that were looked for. */
  readonly passage: string
  /** What was understood where a word was misspelt. */
  readonly meant: string | null
}

/** The articles that answer best, ranked; misspelt words count as the nearest ones that guidance uses. */
export async function searchGuidance(tx: Tx, words: string, most = 20): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select slug, kind, title, summary, passage, meant from onroll.search_guidance(${words}, ${most})`.execute(
    tx,
  )
  return rows
}
