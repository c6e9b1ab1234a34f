import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { Button, Form, TextArea } from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { Lines } from '../form/content-view.tsx'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { openForTriage } from './decide.pages.tsx'
import { answerInformation, cancelRequest } from './information.ts'
import { isOpen, questionsOf } from './questions.query.ts'

/** The answer, given where the question stands. */
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
  view: ({ opened, question }, form) => (
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
