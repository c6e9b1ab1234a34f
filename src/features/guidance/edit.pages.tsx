import { z } from 'zod'
import { addMonths } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { BackLink, Button, Form, Layout, PageHeading } from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { forgetHelp } from '#platform/http/help-for-step.ts'
import { action, formPage } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { articleCalled, slugsInUse } from './article.query.ts'
import { ArticleForm, answersOf, articleSchema, articleText } from './article-form.tsx'
import { keepSteps, stepsOf } from './keep-steps.ts'
import { loadGuidance } from './load-guidance.ts'
import { changeArticle, withdrawArticle, writeArticle } from './write-article.ts'

export const newArticlePage = formPage({
  path: '/guidance/new',
  permission: 'guidance.write',
  discloses: 'nothing personal',
  load: async ({ tx, today }) => ({ slugs: await slugsInUse(tx), today }),
  schema: ({ slugs }) => articleSchema(slugs),
  initial: ({ today }) => ({
    ...dayAnswers('reviewOn', addMonths(today, 12)),
    why: 'First version',
  }),
  view: (_, form) => (
    <Layout title="Write an article" form={form} before={<BackLink href="/guidance" />}>
      <PageHeading>Write an article</PageHeading>
      <ArticleForm form={form} />
    </Layout>
  ),
  submit: async (visit, _, answers) => {
    if (answers.go === 'preview') return { errors: {} }
    const { id, slug } = await writeArticle(visit, articleText(answers))
    await keepSteps(visit, id, answers.steps)
    forgetHelp(visit.site)
    visit.flash('The article is published')
    return `/guidance/${slug}`
  },
})

export const changeArticlePage = formPage({
  path: '/guidance/:article/change',
  permission: 'question.answer',
  discloses: 'nothing personal',
  load: async ({ tx, params, me }) => {
    const article = await articleCalled(tx, params.article)
    if (!article || !mayChange(me, article)) throw new NotFound()
    return { article, slugs: await slugsInUse(tx), steps: await stepsOf(tx, article.id), me }
  },
  schema: ({ slugs }) => articleSchema(slugs),
  initial: ({ article, steps }) => answersOf(article, steps),
  version: ({ article }) => article.number,
  view: ({ article, me }, form) => (
    <Layout
      title={`Change ${article.title}`}
      form={form}
      before={<BackLink href={`/guidance/${article.slug}`} />}
    >
      <PageHeading caption={article.title}>Change the article</PageHeading>
      <ArticleForm form={form} version={article.number} />
      {article.status === 'published' && mayChange(me, article) && (
        <Form action={`/guidance/${article.slug}/withdraw`}>
          <Button variant="warning" preventDoubleClick>
            Withdraw the article
          </Button>
        </Form>
      )}
    </Layout>
  ),
  submit: async (visit, { article, me }, answers) => {
    if (answers.go === 'preview') return { errors: {} }
    await changeArticle(visit, article, articleText(answers))
    if (may(me, 'guidance.write')) await keepSteps(visit, article.id, answers.steps)
    forgetHelp(visit.site)
    visit.flash('The new version is published')
    return `/guidance/${article.slug}`
  },
})

export const withdrawArticleAction = action({
  path: '/guidance/:article/withdraw',
  permission: 'question.answer',
  load: async ({ tx, params, me }) => {
    const article = await articleCalled(tx, params.article)
    if (!article || !mayChange(me, article)) throw new NotFound()
    return article
  },
  schema: z.object({}),
  submit: async (visit, article) => {
    await withdrawArticle(visit, article.id)
    forgetHelp(visit.site)
    visit.flash('The article is withdrawn. Its versions stay.')
    return '/guidance'
  },
})

export const loadGuidanceAction = action({
  path: '/guidance/load',
  permission: 'guidance.write',
  load: async () => undefined,
  schema: z.object({}),
  submit: async visit => {
    const { articles } = await loadGuidance(visit)
    forgetHelp(visit.site)
    visit.flash(`${articles} articles are published. You are their owner.`)
    return '/guidance'
  },
})

const mayChange = (me: Me, { ownerId }: { ownerId: string }) =>
  may(me, 'guidance.write') || ownerId === me.userId
