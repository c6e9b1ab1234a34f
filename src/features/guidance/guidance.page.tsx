import { z } from 'zod'
import { may } from '#domain/permissions.ts'
import { severalLines } from '#domain/plain-text.ts'
import {
  ActionBar,
  Button,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  TextInput,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { publishedArticles, searchGuidance } from './article.query.ts'
import { type Audience, audienceKeys, audienceOf, audiences, isAudience } from './audiences.ts'
import { FoundList } from './found-list.tsx'
import { noteMiss } from './note-miss.ts'

/** The front page of guidance: search, and everything there is for one’s own kind of work. */
export const guidancePage = page({
  path: '/guidance',
  permission: 'guidance.read',
  discloses: 'nothing personal',
  query: z.object({
    q: z.string().max(200).catch('').default('').transform(severalLines),
    for: z.enum(audienceKeys).or(z.literal('')).catch('').default(''),
  }),
  load: async visit => {
    const { q, for: asked } = visit.query
    const found = q ? await searchGuidance(visit.tx, q) : undefined
    if (found?.length === 0) await noteMiss(visit, q)
    return {
      q,
      found,
      audience: asked || audienceOf(visit.me.role),
      articles: found ? [] : await publishedArticles(visit.tx),
      mayWrite: may(visit.me, 'guidance.write'),
    }
  },
  view: ({ q, found, audience, articles, mayWrite }) => (
    <Layout title={q ? `Search for “${q}”` : 'Guidance'}>
      <ActionBar actions={mayWrite && <WriterActions />}>
        <PageHeading>Guidance</PageHeading>
      </ActionBar>
      <form method="get" action="/guidance">
        <TextInput
          name="q"
          label="Search guidance"
          hint="For example: child comes off roll, or a rule such as RTE-06"
          width="one-half"
          form={{ values: { q }, errors: {} }}
        />
        <Button>Search</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/guidance/topics">
          A to Z of topics
        </a>
        {' · '}
        <a class="govuk-link" href="/rules">
          Rules
        </a>
        {' · '}
        <a class="govuk-link" href="/questions/new">
          Ask a question
        </a>
        {' · '}
        <a class="govuk-link" href="/questions">
          Your questions
        </a>
      </p>
      {found ? (
        <FoundList found={found} q={q} />
      ) : (
        <ForAudience audience={audience} articles={articles} />
      )}
      {!found && articles.length === 0 && mayWrite && <LoadShipped />}
    </Layout>
  ),
})

/** At the first start somebody of the authority says under whose name the shipped articles stand. */
const LoadShipped = () => (
  <Form action="/guidance/load">
    <p class="govuk-body">
      Onroll comes with articles on all that the Co-ordinators’ FAQ and the Virtual School pack say.
      You become their owner, and can change them.
    </p>
    <Button preventDoubleClick>Publish the articles that come with Onroll</Button>
  </Form>
)

const WriterActions = () => (
  <>
    <Button href="/guidance/new">Write an article</Button>{' '}
    <Button href="/guidance/review" variant="secondary">
      What guidance lacks
    </Button>
  </>
)

type Articles = Awaited<ReturnType<typeof publishedArticles>>

const ForAudience = ({ audience, articles }: { audience: Audience; articles: Articles }) => {
  const theirs = articles.filter(({ audiences: those }) => those.includes(audience))
  const answers = articles.filter(({ kind }) => kind === 'answer')
  return (
    <>
      <h2 class="govuk-heading-m">{headings[audience]}</h2>
      {theirs.length === 0 ? (
        <EmptyState title="Nothing yet">
          Nothing has been written for this kind of work yet. Search, or ask a question.
        </EmptyState>
      ) : (
        <Titles articles={theirs.filter(({ kind }) => kind === 'article')} />
      )}
      {answers.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Questions that were answered</h2>
          <Titles articles={answers} />
        </>
      )}
      <h2 class="govuk-heading-s">For others</h2>
      <ul class="govuk-list">
        {Object.entries(audiences)
          .filter(([key]) => isAudience(key) && key !== audience)
          .map(([key, name]) => (
            <li>
              <a class="govuk-link" href={`/guidance?for=${key}`}>
                {name}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}

const Titles = ({ articles }: { articles: Articles }) => (
  <ul class="govuk-list govuk-list--spaced">
    {articles.map(({ slug, title, summary }) => (
      <li>
        <a class="govuk-link govuk-!-font-weight-bold" href={`/guidance/${slug}`}>
          {title}
        </a>
        <br />
        {summary}
      </li>
    ))}
  </ul>
)

const headings: Readonly<Record<Audience, string>> = {
  coordinators: 'For co-ordinators',
  schools: 'For schools',
  providers: 'For providers',
  'virtual-school': 'For Virtual School officers',
  authority: 'For the authority’s other teams',
}
