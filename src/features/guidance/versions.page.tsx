import { momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { BackLink, Details, Layout, PageHeading, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { articleCalled } from './article.query.ts'
import { Markdown } from './markdown.tsx'

/** Every form that an article has had, who changed it, when and why. */
export const versionsPage = page({
  path: '/guidance/:article/versions',
  permission: 'guidance.read',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    const article = await articleCalled(tx, params.article)
    if (!article) throw new NotFound()
    const versions = await tx
      .selectFrom('article_version')
      .leftJoin('user_account', 'user_account.id', 'article_version.changed_by')
      .select([
        'number',
        'title',
        'body',
        'why',
        'changed_at as changedAt',
        'user_account.name as changedBy',
      ])
      .where('article_id', '=', article.id)
      .orderBy('number', 'desc')
      .limit(100)
      .execute()
    return { article, versions }
  },
  view: ({ article, versions }) => (
    <Layout
      title={`Versions of ${article.title}`}
      before={<BackLink href={`/guidance/${article.slug}`} />}
    >
      <PageHeading caption={article.title}>Versions</PageHeading>
      <Table
        caption="Versions"
        captionHidden
        head={['Version', 'When', 'By', 'Why', 'Text']}
        rows={versions.map(({ number, title, body, why, changedAt, changedBy }) => [
          number,
          momentInWords(changedAt),
          changedBy ?? '',
          why,
          <Details summary={`Version ${number}: ${title}`}>
            <Markdown text={body} />
          </Details>,
        ])}
      />
    </Layout>
  ),
})
