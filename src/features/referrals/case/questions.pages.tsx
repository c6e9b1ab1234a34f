import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  Button,
  ContextualDate,
  DateInput,
  EmptyState,
  Form,
  type FormState,
  Select,
  SummaryCard,
  TextArea,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { optionalDay, optionalText, text } from '#platform/forms.ts'
import { action, formPage, page } from '#platform/http/page.tsx'
import { Lines } from '../form/content-view.tsx'
import { sectionCalled, sections } from '../form/sections.ts'
import { type Case, caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { openForTriage } from './decide.pages.tsx'
import { answerInformation, askForInformation, cancelRequest } from './information.ts'

const questionsOf = (tx: Tx, referralId: string) =>
  tx
    .selectFrom('information_request as request')
    .leftJoin('user_account as asker', 'asker.id', 'request.asked_by')
    .leftJoin('user_account as answerer', 'answerer.id', 'request.answered_by')
    .select([
      'request.id',
      'request.section',
      'request.question',
      'request.asked_of_organisation_id as askedOf',
      'request.asked_at as askedAt',
      'request.due_on as due',
      'request.answer',
      'request.answered_at as answeredAt',
      'request.cancelled_at as cancelledAt',
      'request.version',
      'asker.name as asker',
      'answerer.name as answerer',
    ])
    .where('request.referral_id', '=', referralId)
    .orderBy('request.asked_at', 'desc')
    .execute()
type Question = Awaited<ReturnType<typeof questionsOf>>[number]

const isOpen = (question: Question) => !question.answeredAt && !question.cancelledAt

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

export const askPage = formPage({
  path: '/cases/:referral/ask',
  permission: 'referral.triage',
  load: openForTriage,
  discloses: caseDisclosed,
  schema: z.object({
    question: text('Say what you need to know'),
    section: optionalText({ most: 40 }).pipe(
      z
        .string()
        .nullable()
        .refine(key => key === null || sectionCalled(key) !== undefined, 'Choose from the list'),
    ),
    due: optionalDay('the day by which you need it'),
  }),
  view: (opened, form) => (
    <CaseLayout
      opened={opened}
      title="Ask for information"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <Form>
        <TextArea
          name="question"
          form={form}
          label="What do you need to know?"
          hint={`${opened.referrer} answers in the same place. The case waits for them until then.`}
        />
        <Select
          name="section"
          form={form}
          label="Which part is it about? (optional)"
          items={[
            { value: '', text: 'The whole referral' },
            ...sections.map(({ key, title }) => ({ value: key, text: title })),
          ]}
        />
        <DateInput
          name="due"
          form={form}
          label="By when do you need it? (optional)"
          labelSize="s"
        />
        <Button preventDoubleClick>Send the question</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { referral }, input) => {
    await askForInformation(visit, referral.id, input)
    visit.flash('The question is sent')
    return `/cases/${referral.id}/questions`
  },
})

export const answerPage = formPage({
  path: '/cases/:referral/questions/:question',
  permission: 'referral.answer',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    const question = (await questionsOf(visit.tx, visit.params.referral)).find(
      ({ id, askedOf }) => id === visit.params.question && askedOf === visit.me.organisationId,
    )
    if (!question) throw new NotFound()
    return { opened, question }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  version: ({ question }) => question.version,
  schema: z.object({ answer: text('Write your answer') }),
  view: ({ opened, question }, form: FormState) => (
    <CaseLayout
      opened={opened}
      title="Answer the question"
      form={form}
      back={`/cases/${opened.referral.id}/questions`}
      path={`/cases/${opened.referral.id}/questions`}
    >
      <p class="govuk-body-l">
        <Lines text={question.question} />
      </p>
      {isOpen(question) ? (
        <Form version={question.version}>
          <TextArea name="answer" form={form} label="Your answer" rows={8} />
          <Button preventDoubleClick>Send the answer</Button>
        </Form>
      ) : (
        <p class="govuk-body">This question is settled already.</p>
      )}
    </CaseLayout>
  ),
  submit: async (visit, { question }, { answer }) => {
    const id = await answerInformation(visit, question.id, { answer, version: question.version })
    visit.flash('The answer is sent')
    return `/cases/${id}/questions`
  },
})

export const cancelQuestion = action({
  path: '/cases/:referral/questions/:question/cancel',
  permission: 'referral.triage',
  load: async visit => {
    await openForTriage(visit)
    const question = (await questionsOf(visit.tx, visit.params.referral)).find(
      ({ id }) => id === visit.params.question,
    )
    if (!question) throw new NotFound()
    return question
  },
  version: question => question.version,
  schema: z.object({}),
  submit: async (visit, question) => {
    const id = await cancelRequest(visit, question.id, question.version)
    visit.flash('The question is withdrawn')
    return `/cases/${id}/questions`
  },
})
