import type { IsoDate } from '#domain/dates.ts'
import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { authorityParameters } from '#features/findings/index.ts'
import {
  ActionBar,
  Breadcrumbs,
  Button,
  Layout,
  PageHeading,
  TwoThirds,
  WarningText,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { ruleCalled } from '#rules/registry.ts'
import { type Article, articleCalled } from './article.query.ts'
import { type Audience, audiences } from './audiences.ts'
import { sourceTitle } from './check-article.ts'
import { flagsOf } from './flags.ts'
import { Markdown } from './markdown.tsx'

/** An article: what it says, for whom, on whose word and until when it is to be looked at again. */
export const articlePage = page({
  path: '/guidance/:article',
  permission: 'guidance.read',
  discloses: 'nothing personal',
  load: async ({ tx, params, me, today }) => {
    const article = await articleCalled(tx, params.article)
    if (!article) throw new NotFound()
    const flags = flagsOf(datesOf(article), await authorityParameters(tx), today)
    return {
      article,
      flags,
      mayChange:
        may(me, 'guidance.write') || (may(me, 'question.answer') && article.ownerId === me.userId),
    }
  },
  view: ({ article, flags, mayChange }) => (
    <Layout
      title={article.title}
      before={
        <Breadcrumbs
          items={[{ href: '/guidance', children: 'Guidance' }, { children: article.title }]}
        />
      }
    >
      <ActionBar
        actions={
          mayChange && (
            <Button href={`/guidance/${article.slug}/change`} variant="secondary">
              Change
            </Button>
          )
        }
      >
        <PageHeading
          caption={article.audiences.map(each => audiences[each as Audience]).join(', ')}
        >
          {article.title}
        </PageHeading>
      </ActionBar>
      <TwoThirds aside={<About article={article} />}>
        {article.status === 'withdrawn' && (
          <WarningText>This article has been withdrawn. Only you and editors see it.</WarningText>
        )}
        {mayChange && flags.map(flag => <WarningText>{flag}</WarningText>)}
        <p class="govuk-body-l">{article.summary}</p>
        <Markdown text={article.body} />
      </TwoThirds>
    </Layout>
  ),
})

export const datesOf = ({
  reviewOn,
  changedAt,
  rules,
  sources,
}: Pick<Article, 'reviewOn' | 'changedAt' | 'rules' | 'sources'>) => ({
  reviewOn: reviewOn as IsoDate,
  changedOn: londonDay(changedAt),
  rules,
  sources,
})

const About = ({ article }: { article: Article }) => (
  <>
    <h2 class="govuk-heading-s">About this article</h2>
    <p class="govuk-body-s">
      Owner: {article.owner ?? 'the authority'}
      <br />
      Changed: {dayInWords(londonDay(article.changedAt))}
      <br />
      To be reviewed by: {dayInWords(article.reviewOn)}
      <br />
      <a class="govuk-link" href={`/guidance/${article.slug}/versions`}>
        Version {article.number}
        <span class="govuk-visually-hidden"> and those before</span>
      </a>
    </p>
    {article.rules.length > 0 && (
      <>
        <h3 class="govuk-heading-s">Rules it cites</h3>
        <ul class="govuk-list govuk-!-font-size-16">
          {article.rules.map(id => (
            <li>
              <a class="govuk-link" href={`/rules/${id}`}>
                {id} {ruleCalled(id)?.title}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
    {article.sources.length > 0 && (
      <>
        <h3 class="govuk-heading-s">Sources</h3>
        <ul class="govuk-list govuk-!-font-size-16">
          {article.sources.map(id => (
            <li>{sourceTitle(id) ?? id}</li>
          ))}
        </ul>
      </>
    )}
    <p class="govuk-body-s">
      <a class="govuk-link" href={`/questions/new?about=/guidance/${article.slug}`}>
        Ask about this
      </a>
    </p>
  </>
)
