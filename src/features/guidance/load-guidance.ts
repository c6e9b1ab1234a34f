import { readdirSync, readFileSync } from 'node:fs'
import { isoDate } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import { slugsInUse } from './article.query.ts'
import { isAudience } from './audiences.ts'
import { keepSteps } from './keep-steps.ts'
import { type ArticleText, writeArticle } from './write-article.ts'

const folder = new URL('../../../seeds/guidance/', import.meta.url)

/** Publishes the guidance that comes with Onroll, under the name of whoever runs the authority. Articles that stand stay. */
export async function loadGuidance(doer: Doer): Promise<{ articles: number }> {
  const shipped = shippedArticles()
  const known = await slugsInUse(doer.tx)
  const all = new Set(shipped.map(({ slug }) => slug))
  const fresh = shipped.filter(({ slug }) => !known.has(slug))
  const ids = new Map<string, string>()
  for (const article of fresh) {
    const { id } = await writeArticle(doer, article, all)
    ids.set(article.slug, id)
    await keepSteps(doer, id, article.steps)
  }
  await loadTopics(doer, ids)
  return { articles: fresh.length }
}

export interface ShippedArticle extends ArticleText {
  readonly slug: string
  readonly steps: readonly string[]
  /** Under which names it stands in the A to Z; the first is its own, the others say “see”. */
  readonly index: readonly string[]
}

/** The files of seeds/guidance, each with its heading of plain `name: value` lines. */
export const shippedArticles = (): ShippedArticle[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => articleFrom(name.slice(0, -3), readFileSync(new URL(name, folder), 'utf8')))

function articleFrom(slug: string, file: string): ShippedArticle {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? []
  const fields = new Map(
    head.split('\n').map(line => {
      const at = line.indexOf(':')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
  const list = (name: string) =>
    (fields.get(name) ?? '')
      .split(',')
      .map(each => each.trim())
      .filter(Boolean)
  const title = fields.get('title')
  if (!title || !body.trim()) throw new Error(`seeds/guidance/${slug}.md has no title or no text`)
  return {
    slug,
    title,
    summary: fields.get('summary') ?? title,
    body: body.trim(),
    topics: list('topics'),
    audiences: list('for').filter(isAudience),
    sources: list('sources'),
    reviewOn: isoDate(fields.get('review') ?? '2027-09-01'),
    steps: list('steps'),
    index: list('index'),
    why: 'As it came with Onroll',
  }
}

async function loadTopics({ tx }: Doer, ids: ReadonlyMap<string, string>) {
  for (const { slug, index } of shippedArticles()) {
    const [own, ...others] = index
    const id = ids.get(slug)
    if (!own || !id) continue
    const keep = (name: string, to: { article_id: string } | { see: string }) =>
      tx
        .insertInto('guidance_topic')
        .values({ name, ...to })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    await keep(own, { article_id: id })
    for (const name of others) await keep(name, { see: own })
  }
}
