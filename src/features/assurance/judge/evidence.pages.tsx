import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { Button, DateInput, Form, InsetText, TextArea, TwoThirds } from '#govuk/index.ts'
import { day, dayAnswers, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { questions } from '#rules/data/questions.ts'
import { QuestionnaireFrame } from '../questionnaire/frame.tsx'
import { frozenOf } from '../questionnaire/frozen.ts'
import { viewed } from '../questionnaire/own-form.query.ts'
import { questionnaireById } from '../questionnaire/questionnaire.query.ts'
import { requestsOn } from '../questionnaire/requests.query.ts'
import { askForEvidence, supplyEvidence } from './evidence.ts'
import { formIn } from './for-judging.ts'

export const askEvidencePage = formPage({
  path: '/questionnaires/:questionnaire/ask/:number',
  permission: 'questionnaire.judge',
  async load(visit) {
    const { form, today } = await formIn('returned', 'accepted')(visit)
    const question = questions.find(({ number }) => String(number) === visit.params.number)
    if (!question) throw new NotFound()
    return { form, question, today }
  },
  discloses: ({ form }) => viewed(form, 'ask for evidence'),
  schema: ({ today }) =>
    z.object({
      request: text('Say what you want to see', { most: 2000 }),
      dueOn: day('the day by which you want it').refine(
        date => date > today,
        'The day by which you want it must be in the future',
      ),
    }),
  initial: ({ today }) => dayAnswers('dueOn', addDays(today, 14)),
  view: ({ form, question }, state) => (
    <QuestionnaireFrame
      form={form}
      title={`Ask for evidence on question ${question.number}`}
      back={`/questionnaires/${form.id}`}
      state={state}
    >
      <TwoThirds>
        <InsetText>{question.wording}</InsetText>
        <Form>
          <TextArea name="request" label="What do you want to see?" rows={4} form={state} />
          <DateInput name="dueOn" label="By which day?" form={state} />
          <Button preventDoubleClick>Ask the school</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form, question }, input) {
    await askForEvidence(visit, form, { question: question.number, ...input })
    visit.flash('The school is asked for evidence')
    return `/questionnaires/${form.id}`
  },
})

export const supplyEvidencePage = formPage({
  path: '/questionnaires/:questionnaire/requests/:request',
  permission: 'questionnaire.answer',
  async load({ tx, me, params }) {
    const form = await questionnaireById(tx, params.questionnaire)
    const request = (await requestsOn(tx, form.id)).find(({ id }) => id === params.request)
    if (!request || form.commissioner_id !== me.organisationId) throw new NotFound()
    if (request.supplied_at)
      throw new Refusal('This evidence has been supplied already. Open the form to see it.')
    const answer = frozenOf(form)?.answers.find(({ question }) => question === request.question)
    return { form, request, answer }
  },
  discloses: ({ form }) => viewed(form, 'supply evidence'),
  schema: z.object({ supplied: text('Write what you supply, or where it is', { most: 8000 }) }),
  version: ({ request }) => request.version,
  view: ({ form, request, answer }, state) => (
    <QuestionnaireFrame
      form={form}
      title={`Evidence on question ${request.question}`}
      back={`/questionnaires/${form.id}`}
      state={state}
    >
      <TwoThirds>
        <h2 class="govuk-heading-s">{answer?.wording}</h2>
        <p class="govuk-body">You answered: {answer?.answer}</p>
        <InsetText>
          <p class="govuk-body">
            <strong>The Virtual School asks</strong>, by {dayInWords(request.due_on)}:
          </p>
          <p class="govuk-body">{request.request}</p>
        </InsetText>
        <Form version={request.version}>
          <TextArea
            name="supplied"
            label="Your evidence"
            hint="Say what it shows. For a document of the provider, say which one and when you saw it: the Virtual School can open it in Onroll."
            rows={8}
            maxlength={8000}
            threshold={75}
            form={state}
          />
          <Button preventDoubleClick>Send it</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form, request }, { supplied }) {
    await supplyEvidence(visit, form, request, supplied)
    visit.flash('The evidence is sent to the Virtual School')
    return `/questionnaires/${form.id}`
  },
})
