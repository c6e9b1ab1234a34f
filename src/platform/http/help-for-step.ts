import type { Tx } from '../database/database.ts'
import type { Site } from './visit.ts'

export interface Help {
  readonly text: string
  readonly href: string
}
interface Kept {
  readonly until: number
  readonly steps: ReadonlyMap<string, Help>
}

// Who changes where an article is offered can wait a minute; every page of everybody need not ask the database.
const kept = new WeakMap<Site, Kept>()
const minute = 60_000

/** The article that belongs to a step, known by the path that its page states. */
export async function helpForStep(tx: Tx, site: Site, path: string): Promise<Help | undefined> {
  const now = site.now().getTime()
  const known = kept.get(site)
  if (known && known.until > now) return known.steps.get(path)
  const rows = await tx
    .selectFrom('guidance_step')
    .innerJoin('article', 'article.id', 'guidance_step.article_id')
    .select(['guidance_step.path', 'article.title', 'article.slug'])
    .where('article.status', '=', 'published')
    .execute()
  const steps = new Map(
    rows.map(row => [row.path, { text: row.title, href: `/guidance/${row.slug}` }]),
  )
  kept.set(site, { until: now + minute, steps })
  return steps.get(path)
}

/** What changes the steps calls this, so that this process shows it at once. */
export const forgetHelp = (site: Site) => kept.delete(site)
