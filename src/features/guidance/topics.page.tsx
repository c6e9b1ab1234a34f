import { BackLink, EmptyState, Layout, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'

/** The A to Z: every topic under each of its names, leading to its article or saying what to see. */
export const topicsPage = page({
  path: '/guidance/topics',
  permission: 'guidance.read',
  discloses: 'nothing personal',
  load: ({ tx }) =>
    tx
      .selectFrom('guidance_topic as topic')
      .leftJoin('guidance_topic as other', 'other.name', 'topic.see')
      .leftJoin('article', join =>
        join.on(eb =>
          eb.or([
            eb('article.id', '=', eb.ref('topic.article_id')),
            eb('article.id', '=', eb.ref('other.article_id')),
          ]),
        ),
      )
      .select(['topic.name', 'topic.see', 'article.slug', 'article.title'])
      .where('article.status', '=', 'published')
      .orderBy('topic.name')
      .execute(),
  view: topics => (
    <Layout title="A to Z of topics" before={<BackLink href="/guidance" />}>
      <PageHeading caption="Guidance">A to Z of topics</PageHeading>
      {topics.length === 0 && (
        <EmptyState title="No topics yet">They are kept with the articles.</EmptyState>
      )}
      {[...Map.groupBy(topics, ({ name }) => name[0]?.toUpperCase() ?? '')].map(
        ([letter, list]) => (
          <>
            <h2 class="govuk-heading-m">{letter}</h2>
            <ul class="govuk-list">
              {list.map(({ name, see, slug }) => (
                <li>
                  {see ? (
                    <>
                      {name}, see{' '}
                      <a class="govuk-link" href={`/guidance/${slug}`}>
                        {see}
                      </a>
                    </>
                  ) : (
                    <a class="govuk-link" href={`/guidance/${slug}`}>
                      {name}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </>
        ),
      )}
    </Layout>
  ),
})
