import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { authorityParameters } from '#features/findings/index.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { datesOf } from './article.page.tsx'
import { flagsOf } from './flags.ts'

/** Each morning owners are told, once, of articles that are past their review or rest on what has been superseded. */
export const flagGuidanceJob = job({
  name: 'flag-guidance',
  payload: z.object({}),
  cron: '30 5 * * *',
  work: (_nothing, { db, now }) =>
    db.asWorker(async tx => {
      const added = await authorityParameters(tx)
      const articles = await tx
        .selectFrom('article')
        .innerJoin('user_account', 'user_account.id', 'article.owner_id')
        .select([
          'article.id',
          'slug',
          'review_on as reviewOn',
          'changed_at as changedAt',
          'rules',
          'sources',
          'user_account.email',
          'user_account.id as ownerId',
        ])
        .where('status', '=', 'published')
        .where('flagged_at', 'is', null)
        .execute()
      for (const article of articles) {
        if (flagsOf(datesOf(article), added, londonDay(now())).length === 0) continue
        await sendMail(tx, {
          kind: 'guidance-flagged',
          to: { address: article.email, userId: article.ownerId },
          subject: 'An article of yours wants your eye',
          body: `An article that you own is past its review date or rests on something that has changed. Read why, and publish a new version, at /guidance/${article.slug}/change`,
        })
        await tx
          .updateTable('article')
          .set({ flagged_at: now() })
          .where('id', '=', article.id)
          .execute()
      }
    }),
})
