import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'

export const stepsOf = async (tx: Tx, article: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('guidance_step')
      .select('path')
      .where('article_id', '=', article)
      .orderBy('path')
      .execute()
  ).map(({ path }) => path)

/** Says on which pages an article is offered; a page has one, so the newest wish counts. */
export async function keepSteps(
  { tx }: Pick<Doer, 'tx'>,
  article: string,
  paths: readonly string[],
): Promise<void> {
  const steps = [...new Set(paths)].filter(path => /^\/[A-Za-z0-9/:.-]*$/.test(path))
  await tx.deleteFrom('guidance_step').where('article_id', '=', article).execute()
  if (steps.length === 0) return
  await tx
    .insertInto('guidance_step')
    .values(steps.map(path => ({ path, article_id: article })))
    .onConflict(conflict => conflict.column('path').doUpdateSet({ article_id: article }))
    .execute()
}
