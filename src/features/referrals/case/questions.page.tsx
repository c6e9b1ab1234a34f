import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, ContextualDate, EmptyState, Form, SummaryCard } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { Lines } from '../form/content-view.tsx'
import { sectionCalled } from '../form/sections.ts'
import { type Case, caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { isOpen, type Question, questionsOf } from './questions.query.ts'

/** What was asked about the case, and the answers in the same place. */
export const questionsPage = page({
  path: '/cases/:referral/questions',
  permission: 'referral.read',
  load: async visit => ({
    opened: await openCase(visit, visit.params.referral),
    questions: await questionsOf(visit.tx, visit.params.referral),
  }),
  discloses: ({ opened }) => caseDisclosed(opened),
  view: ({ opened, questions }, { me, today }) => (
    <CaseLayout opened={opened} title="Questions">
      {opened.side === 'partnership' && may(me, 'referral.triage') && (
        <Button href={`/cases/${opened.referral.id}/ask`} variant="secondary">
          Ask for information
        </Button>
      )}
      {questions.length === 0 && (
        <EmptyState title="Nobody has asked anything">
          When the co-ordinator needs to know more, the question and its answer stand here.
        </EmptyState>
      )}
      {questions.map(question => (
        <QuestionCard
          opened={opened}
          question={question}
          today={today}
          mine={question.askedOf === me.organisationId}
          mayCancel={opened.side === 'partnership' && may(me, 'referral.triage')}
        />
      ))}
    </CaseLayout>
  ),
})

const QuestionCard = ({
  opened,
  question,
  today,
  mine,
  mayCancel,
}: {
  opened: Case
  question: Question
  today: string
  mine: boolean
  mayCancel: boolean
}) => (
  <SummaryCard
    title={question.section ? (sectionCalled(question.section)?.title ?? 'Question') : 'Question'}
  >
    <p class="govuk-body">
      <Lines text={question.question} />
    </p>
    <p class="govuk-body-s">
      Asked by {question.asker}, {momentInWords(question.askedAt)}
    </p>
    {question.answeredAt && (
      <>
        <p class="govuk-body">
          <Lines text={question.answer ?? ''} />
        </p>
        <p class="govuk-body-s">
          Answered by {question.answerer}, {momentInWords(question.answeredAt)}
        </p>
      </>
    )}
    {question.cancelledAt && <p class="govuk-body">No longer needed.</p>}
    {isOpen(question) && question.due && (
      <p class="govuk-body">
        <ContextualDate date={question.due} today={today} />
      </p>
    )}
    {isOpen(question) && mine && (
      <Button href={`/cases/${opened.referral.id}/questions/${question.id}`}>Answer</Button>
    )}
    {isOpen(question) && mayCancel && (
      <Form
        action={`/cases/${opened.referral.id}/questions/${question.id}/cancel`}
        version={question.version}
      >
        <Button variant="secondary">No longer needed</Button>
      </Form>
    )}
  </SummaryCard>
)
