import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { slugsInUse } from './article.query.ts'
import { rulesCited, whyNotLinks, whyNotSources } from './check-article.ts'
import { plainText } from './markdown.tsx'

export interface ArticleText {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly topics: readonly string[]
  readonly audiences: readonly string[]
  readonly sources: readonly string[]
  readonly reviewOn: IsoDate
  readonly why: string
}

/** Publishes a new article under an address made of its title, or of the words given. */
export async function writeArticle(
  { tx, me, now, audit }: Doer,
  article: ArticleText & { readonly slug?: string; readonly kind?: 'article' | 'answer' },
  alsoKnown: ReadonlySet<string> = new Set(),
): Promise<{ id: string; slug: string }> {
  const known = await slugsInUse(tx)
  const slug = article.slug ?? freeSlug(article.title, known)
  if (known.has(slug)) throw new Refusal(`There is an article at /guidance/${slug} already`)
  refuseFaults(article, new Set([...known, ...alsoKnown, slug]))
  const id = newId()
  await tx
    .insertInto('article')
    .values({
      id,
      slug,
      kind: article.kind ?? 'article',
      ...columnsOf(article),
      owner_id: me.userId,
      changed_at: now,
    })
    .execute()
  await keepVersion({ tx, me, now }, id, 1, article)
  audit({ event: 'guidance.written', subjectKind: 'article', subjectId: id, detail: { slug } })
  return { id, slug }
}

/** Publishes a new version; what it was before stays readable. */
export async function changeArticle(
  { tx, me, now, audit }: Doer,
  { id, number }: { readonly id: string; readonly number: number },
  article: ArticleText,
): Promise<void> {
  refuseFaults(article, await slugsInUse(tx))
  await changeOne(
    tx
      .updateTable('article')
      .set({ ...columnsOf(article), number: number + 1, changed_at: now, flagged_at: null })
      .where('id', '=', id)
      .where('number', '=', number),
    'This article',
  )
  await keepVersion({ tx, me, now }, id, number + 1, article)
  audit({
    event: 'guidance.changed',
    subjectKind: 'article',
    subjectId: id,
    detail: { number: number + 1 },
  })
}

/** Takes an article out of the guidance. Its versions stay. */
export async function withdrawArticle({ tx, now, audit }: Doer, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('article')
    .set({ status: 'withdrawn', changed_at: now })
    .where('id', '=', id)
    .where('status', '=', 'published')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('This article is not yours to withdraw.')
  await tx.deleteFrom('guidance_step').where('article_id', '=', id).execute()
  audit({ event: 'guidance.withdrawn', subjectKind: 'article', subjectId: id })
}

function refuseFaults({ body, sources }: ArticleText, slugs: ReadonlySet<string>) {
  const fault = whyNotLinks(body, slugs) ?? whyNotSources(sources)
  if (fault) throw new Refusal(fault)
}

const columnsOf = (article: ArticleText) => ({
  title: article.title,
  summary: article.summary,
  body: article.body,
  plain: plainText(article.body),
  topics: [...article.topics],
  audiences: [...article.audiences],
  rules: rulesCited(article.body),
  sources: [...article.sources],
  review_on: article.reviewOn,
})

const keepVersion = (
  { tx, me, now }: Pick<Doer, 'tx' | 'me' | 'now'>,
  id: string,
  number: number,
  article: ArticleText,
) => {
  const { plain: _searched, ...columns } = columnsOf(article)
  return tx
    .insertInto('article_version')
    .values({
      article_id: id,
      number,
      ...columns,
      why: article.why,
      changed_by: me.userId,
      changed_at: now,
    })
    .execute()
}

function freeSlug(title: string, known: ReadonlySet<string>): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 12)
  const slug = words.join('-').slice(0, 90).replace(/-+$/, '') || 'article'
  for (let n = 2; ; n += 1) {
    const candidate = n === 2 ? slug : `${slug}-${n - 1}`
    if (!known.has(candidate) && !['new', 'topics', 'search', 'review', 'load'].includes(candidate))
      return candidate
  }
}
