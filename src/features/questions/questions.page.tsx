import { daysBetween, type IsoDate, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import { topicName } from '#features/guidance/index.ts'
import { ActionBar, Button, Layout, PageHeading, Table, Tag } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { askedBy, type Question, routedTo } from './question.query.ts'
import { answersFor } from './question.ts'

/** One’s own questions, and for officers what waits for them with its age. */
export const questionsPage = page({
  path: '/questions',
  permission: 'question.ask',
  discloses: 'nothing personal',
  load: async ({ tx, me, today }) => {
    const officer =
      me.role && may(me, 'question.answer') && answersFor(me, me.role) ? me.role : undefined
    return {
      today,
      own: await askedBy(tx, me.userId),
      waiting: officer ? await routedTo(tx, officer, 'open') : undefined,
      answered: officer ? await routedTo(tx, officer, 'answered') : [],
    }
  },
  view: ({ today, own, waiting, answered }) => (
    <Layout title="Questions">
      <ActionBar actions={<Button href="/questions/new">Ask a question</Button>}>
        <PageHeading caption="Guidance">Questions</PageHeading>
      </ActionBar>
      {waiting && (
        <>
          <h2 class="govuk-heading-m">For you to answer</h2>
          <Table
            caption="For you to answer"
            captionHidden
            empty="No question waits for you."
            head={['Question', 'Topic', 'From', 'Waiting']}
            rows={waiting.map(each => [
              <QuestionLink question={each} />,
              topicName(each.topic),
              each.organisation ?? '',
              ageInWords(each, today),
            ])}
          />
        </>
      )}
      {answered.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Answered, and not published</h2>
          <List questions={answered} />
        </>
      )}
      <h2 class="govuk-heading-m">Your questions</h2>
      <List questions={own} empty="You have not asked anything yet." />
    </Layout>
  ),
})

const List = ({ questions, empty }: { questions: readonly Question[]; empty?: string }) => (
  <Table
    caption="Questions"
    captionHidden
    {...(empty ? { empty } : {})}
    head={['Question', 'Topic', 'Asked', 'State']}
    rows={questions.map(each => [
      <QuestionLink question={each} />,
      topicName(each.topic),
      dayInWords(londonDay(each.askedAt)),
      <StatusTag status={each.status} />,
    ])}
  />
)

const QuestionLink = ({ question: { id, reference, words } }: { question: Question }) => (
  <a class="govuk-link" href={`/questions/${id}`}>
    {writeReference('question', reference)}: {words.length > 90 ? `${words.slice(0, 90)}…` : words}
  </a>
)

export const StatusTag = ({ status }: Pick<Question, 'status'>) =>
  status === 'open' ? (
    <Tag tone="yellow">Waits for an answer</Tag>
  ) : (
    <Tag tone="green">{status === 'answered' ? 'Answered' : 'Answered and published'}</Tag>
  )

/** Age is a fact and not an alarm: there is no time by which a question must be answered. */
export function ageInWords({ askedAt }: Pick<Question, 'askedAt'>, today: IsoDate): string {
  const days = daysBetween(londonDay(askedAt), today)
  return days <= 0 ? 'since today' : days === 1 ? 'for one day' : `for ${days} days`
}
