import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { authorityParameters } from '#features/findings/index.ts'
import { BackLink, Layout, PageHeading, Table } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { page } from '#platform/http/page.tsx'
import { datesOf } from './article.page.tsx'
import { flagsOf } from './flags.ts'
import { questionCounts } from './question-counts.query.ts'
import { topicName } from './topics.ts'

/** What guidance lacks: articles that want an eye, what is asked most, what waits, and what was looked for in vain. */
export const reviewPage = page({
  path: '/guidance/review',
  permission: 'question.answer',
  discloses: 'nothing personal',
  load: async ({ tx, today, now }) => {
    const added = await authorityParameters(tx)
    const articles = (await ownedArticles(tx)).flatMap(article => {
      const flags = flagsOf(datesOf(article), added, today)
      return flags.length > 0 ? [{ ...article, flags }] : []
    })
    const misses = await tx
      .selectFrom('search_miss')
      .select(['words', eb => eb.fn.sum<number>('times').as('times')])
      .groupBy('words')
      .orderBy('times', 'desc')
      .orderBy('words')
      .limit(50)
      .execute()
    return { articles, misses, counts: await questionCounts(tx, now) }
  },
  view: ({ articles, misses, counts }) => (
    <Layout title="What guidance lacks" before={<BackLink href="/guidance" />}>
      <PageHeading caption="Guidance">What guidance lacks</PageHeading>
      <Table
        caption="Articles that want their owner’s eye"
        empty="Every article is in order."
        head={['Article', 'Owner', 'Why']}
        rows={articles.map(({ slug, title, owner, flags }) => [
          <a class="govuk-link" href={`/guidance/${slug}`}>
            {title}
          </a>,
          owner ?? '',
          flags.join(' '),
        ])}
      />
      <Table
        caption="Asked most in the last 90 days, and not answered yet"
        empty="Nobody has asked anything yet."
        head={[
          'Topic',
          { children: 'Asked', format: 'numeric' },
          { children: 'Unanswered', format: 'numeric' },
          'Waiting since',
        ]}
        rows={counts.map(({ topic, asked, unanswered, oldest }) => [
          topicName(topic),
          { children: String(asked), format: 'numeric' },
          { children: String(unanswered), format: 'numeric' },
          oldest ? dayInWords(londonDay(oldest)) : '',
        ])}
      />
      <Table
        caption="Looked for and not found in the last 90 days"
        empty="Every search has found something."
        head={['Words', { children: 'Times', format: 'numeric' }]}
        rows={misses.map(({ words, times }) => [
          words,
          { children: String(times), format: 'numeric' },
        ])}
      />
    </Layout>
  ),
})

const ownedArticles = (tx: Tx) =>
  tx
    .selectFrom('article')
    .leftJoin('user_account', 'user_account.id', 'article.owner_id')
    .select([
      'slug',
      'title',
      'review_on as reviewOn',
      'changed_at as changedAt',
      'rules',
      'sources',
      'user_account.name as owner',
    ])
    .where('status', '=', 'published')
    .orderBy('review_on')
    .execute()
