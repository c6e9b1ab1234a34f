import { z } from 'zod'
import { type IsoDate, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  Button,
  ButtonGroup,
  Details,
  Form,
  Radios,
  StaleAnswers,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { questions } from '#rules/data/questions.ts'
import { knownAbout } from '../known/known.query.ts'
import { draftFrom } from '../known/piece.ts'
import { piecesFor } from '../known/pieces.ts'
import { answerQuestion } from './answer-question.ts'
import { QuestionnaireFrame } from './frame.tsx'
import { KnownList } from './known-list.tsx'
import { ownForm, viewed } from './own-form.query.ts'
import { answersTo, earlierOf } from './questionnaire.query.ts'

const answer = text('Write an answer. If there is nothing to say, say why', { most: 8000 })

/** One of the fifteen questions, drafted from what is known; it counts when somebody has confirmed it. */
export const questionPage = formPage({
  path: '/questionnaires/:questionnaire/questions/:number',
  permission: 'questionnaire.answer',
  async load(visit) {
    const { tx, params, today } = visit
    const form = await ownForm(visit, params.questionnaire)
    const question = questions.find(({ number }) => String(number) === params.number)
    if (!question) throw new NotFound()
    const pieces = piecesFor(await knownAbout(tx, form, today))[question.number] ?? []
    const standing = (await answersTo(tx, form.id)).get(question.number)
    const earlier = (await earlierOf(tx, form))?.answers.find(
      each => each.question === question.number,
    )
    return { form, question, pieces, standing, earlier, today }
  },
  discloses: ({ form, question }) => viewed(form, `question ${question.number}`),
  schema: ({ question }) =>
    question.number === 2
      ? z.object({
          registered: choice(['yes', 'no'], 'Say whether it is registered with the Department'),
          answer,
        })
      : z.object({ answer }),
  initial: ({ standing, earlier, pieces }) => ({
    answer: standing?.answer || earlier?.answer || draftFrom(pieces),
    registered: inAWord(standing?.registered ?? earlier?.registered),
  }),
  version: ({ standing }) => standing?.version ?? 0,
  view: ({ form, question, pieces, standing, earlier, today }, state) => (
    <QuestionnaireFrame
      form={form}
      title={`Question ${question.number} of ${questions.length}`}
      back={`/questionnaires/${form.id}`}
      state={state}
    >
      <TwoThirds>
        <StaleAnswers form={state} labels={{ answer: 'Answer', registered: 'Registered' }} />
        <h2 class="govuk-heading-m">What Onroll knows</h2>
        <KnownList pieces={pieces} today={today} since={answeredOn(standing?.confirmedAt)} />
        {earlier && (
          <Details summary={`What you answered on ${dayInWords(earlier.confirmedOn)}`}>
            {earlier.answer}
          </Details>
        )}
        <Form version={standing?.version ?? 0} warnUnsaved>
          {question.number === 2 && (
            <Radios
              name="registered"
              label="Is it registered with the Department for Education?"
              hint="A registered school has a number of six digits (URN). Ofsted inspects; it does not register."
              items={{ yes: 'Yes', no: 'No' }}
              form={state}
            />
          )}
          <TextArea
            name="answer"
            label={question.wording}
            labelSize="m"
            hint={question.hint ?? question.text}
            rows={10}
            maxlength={8000}
            threshold={75}
            form={state}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Confirm this answer</Button>
            <a class="govuk-link" href={`/questionnaires/${form.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form, question, pieces, standing }, input) {
    await answerQuestion(visit, form, {
      question: question.number,
      answer: input.answer,
      registered: 'registered' in input ? input.registered === 'yes' : null,
      pieces,
      seen: standing?.version ?? 0,
    })
    visit.flash(`Question ${question.number} is confirmed`)
    return `/questionnaires/${form.id}`
  },
})

const inAWord = (registered: boolean | null | undefined) =>
  registered === true ? 'yes' : registered === false ? 'no' : undefined

const answeredOn = (at: Date | null | undefined): IsoDate | undefined =>
  at ? londonDay(at) : undefined
