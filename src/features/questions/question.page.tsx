import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import { Markdown, slugsInUse, topicName, whyNotLinks } from '#features/guidance/index.ts'
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  SummaryList,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { answerQuestion } from './answer-question.ts'
import { type Question, questionOf } from './question.query.ts'
import { answersFor } from './question.ts'
import { ageInWords, StatusTag } from './questions.page.tsx'

/** A question as its asker and its officers see it; the place to answer it. */
export const questionPage = formPage({
  path: '/questions/:question',
  permission: 'question.ask',
  load: async ({ tx, params, me, today }) => {
    const question = await questionOf(tx, params.question)
    if (!question) throw new NotFound()
    const officer = answersFor(me, question.routedRole)
    return { question, officer, today, slugs: await slugsInUse(tx) }
  },
  discloses: ({ question }) => ({
    event: 'question.viewed',
    subjectKind: 'question',
    subjectId: question.id,
    childId: question.childId ?? undefined,
  }),
  schema: ({ slugs }) =>
    z.object({
      answer: text('Write the answer', { most: 20_000 }).superRefine((answer, context) => {
        const fault = whyNotLinks(answer, slugs)
        if (fault) context.addIssue({ code: 'custom', message: fault })
      }),
    }),
  version: ({ question }) => question.version,
  view: ({ question, officer, today }, form) => (
    <Layout title={titleOf(question)} form={form} before={<BackLink href="/questions" />}>
      <ErrorSummary form={form} />
      <PageHeading caption={topicName(question.topic)}>{titleOf(question)}</PageHeading>
      <p class="govuk-body-l">{question.words}</p>
      <SummaryList
        rows={[
          { key: 'State', value: <StatusTag status={question.status} /> },
          {
            key: 'Asked',
            value: `${momentInWords(question.askedAt)} by ${question.asker ?? 'somebody'}, ${question.organisation ?? ''}`,
          },
          question.status === 'open' && { key: 'Waiting', value: ageInWords(question, today) },
          question.aboutPath !== null && {
            key: 'About the page',
            value: <Page path={question.aboutPath} />,
          },
          question.attached !== null && {
            key: 'Case attached',
            value: <Case question={question} />,
          },
        ]}
      />
      {question.answer && <Answer question={question} officer={officer} />}
      {officer && question.status === 'open' && <AnswerForm question={question} form={form} />}
    </Layout>
  ),
  submit: async (visit, { question, officer }, { answer }) => {
    if (!officer) throw new NotFound()
    await answerQuestion(visit, question, answer)
    visit.flash('The answer is sent. If it helps others, publish it.')
    return `/questions/${question.id}`
  },
})

const titleOf = ({ reference }: Question) => `Question ${writeReference('question', reference)}`

const Page = ({ path }: { path: string }) =>
  path.includes('*') ? (
    <code>{path}</code>
  ) : (
    <a class="govuk-link" href={path}>
      {path}
    </a>
  )

const Case = ({ question: { referralId, caseReference } }: { question: Question }) =>
  referralId && caseReference ? (
    <a class="govuk-link" href={`/cases/${referralId}`}>
      {writeReference('referral', caseReference)}
    </a>
  ) : (
    'A case that you may not see'
  )

const Answer = ({ question, officer }: { question: Question; officer: boolean }) => (
  <>
    <h2 class="govuk-heading-m">Answer</h2>
    <Markdown text={question.answer ?? ''} />
    {question.answeredAt && (
      <p class="govuk-body-s">
        {question.answeredName}, {momentInWords(question.answeredAt)}
      </p>
    )}
    {question.slug && (
      <InsetText>
        Published for everybody:{' '}
        <a class="govuk-link" href={`/guidance/${question.slug}`}>
          read the article
        </a>
      </InsetText>
    )}
    {officer && question.status === 'answered' && (
      <Button href={`/questions/${question.id}/publish`}>Publish it as guidance</Button>
    )}
  </>
)

const AnswerForm = ({ question, form }: { question: Question; form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">Your answer</h2>
    <Form version={question.version} warnUnsaved>
      <TextArea
        name="answer"
        label="Answer"
        hint="In Markdown. Name rules as RTE-06 and link articles as [title](/guidance/fair-access): they are kept as what the answer rests on."
        rows={10}
        form={form}
      />
      <Button preventDoubleClick>Send the answer</Button>
    </Form>
    <p class="govuk-body">
      <a class="govuk-link" href={`/questions/${question.id}/pass-on`}>
        This is for other officers: pass it on
      </a>
    </p>
    {typeof form.values['answer'] === 'string' && form.values['answer'] && (
      <Details summary="Preview of the answer">
        <Markdown text={form.values['answer']} />
      </Details>
    )}
  </>
)
