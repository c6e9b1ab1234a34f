import { z } from 'zod'
import { may } from '#domain/permissions.ts'
import { Button, Form, InsetText, SummaryList, TwoThirds, WarningText } from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { questions } from '#rules/data/questions.ts'
import { knownAbout } from '../known/known.query.ts'
import { piecesFor } from '../known/pieces.ts'
import { QuestionnaireFrame } from './frame.tsx'
import { sections } from './lifecycle.ts'
import { ownForm, viewed } from './own-form.query.ts'
import { answersTo } from './questionnaire.query.ts'
import { returnQuestionnaire, whatStopsTheReturn } from './return-questionnaire.ts'
import { standingOf } from './standing.ts'
import { whatIsDoubtful } from './what-is-doubtful.ts'

/** All answers once more, as the Virtual School will read them; then the form is returned. */
export const checkPage = formPage({
  path: '/questionnaires/:questionnaire/check',
  permission: 'questionnaire.answer',
  async load(visit) {
    const form = await ownForm(visit, visit.params.questionnaire)
    const answers = await answersTo(visit.tx, form.id)
    const pieces = piecesFor(await knownAbout(visit.tx, form, visit.today))
    const again = questions
      .map(({ number }) => number)
      .filter(
        number =>
          standingOf(answers.get(number), pieces[number] ?? [], visit.today) === 'look again',
      )
    return {
      form,
      answers,
      again,
      stopped: whatStopsTheReturn(form, answers, visit.today),
      doubtful: await whatIsDoubtful(visit.tx, form, answers, visit.today),
    }
  },
  discloses: ({ form }) => viewed(form, 'check'),
  schema: z.object({}),
  version: ({ form }) => form.version,
  view: ({ form, answers, again, stopped, doubtful }, state, { me }) => (
    <QuestionnaireFrame
      form={form}
      title="Check your answers"
      back={`/questionnaires/${form.id}`}
      state={state}
    >
      {sections.map(section => (
        <SummaryList
          card={{ title: section }}
          rows={questions
            .filter(each => each.section === section)
            .map(({ number, wording }) => ({
              key: `${number}. ${wording}`,
              value: <AnswerWords answer={answers.get(number)} />,
              actions: [
                {
                  href: `/questionnaires/${form.id}/questions/${number}`,
                  children: 'Change',
                  visuallyHiddenText: `question ${number}`,
                },
              ],
            }))}
        />
      ))}
      <TwoThirds>
        {again.length > 0 && (
          <InsetText>
            What stands behind {again.length === 1 ? 'question' : 'questions'} {again.join(', ')}{' '}
            has changed or grown old. Look again, and change or confirm the answer.
          </InsetText>
        )}
        {doubtful && (
          <>
            <WarningText>{doubtful}</WarningText>
            <p class="govuk-body">
              You can return the form as it is: the Virtual School reads this too.{' '}
              <a class="govuk-link" href={`/questionnaires/${form.id}/questions/2`}>
                Look at question 2 again
              </a>{' '}
              (rule{' '}
              <a class="govuk-link" href="/rules/REG-06">
                REG-06
              </a>
              ).
            </p>
          </>
        )}
        {stopped ? (
          <InsetText>{stopped}</InsetText>
        ) : (
          may(me, 'questionnaire.answer') && (
            <>
              <h2 class="govuk-heading-m">Return the form</h2>
              <p class="govuk-body">
                The Virtual School reads it then. You cannot change it any more, unless it is sent
                back to you.
              </p>
              <Form version={form.version}>
                <Button preventDoubleClick>Return the form</Button>
              </Form>
            </>
          )
        )}
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }) {
    await returnQuestionnaire(visit, form)
    visit.flash('The form is returned to the Virtual School')
    return `/questionnaires/${form.id}`
  },
})

const AnswerWords = ({
  answer,
}: {
  answer: { answer: string; registered: boolean | null; confirmedAt: Date | null } | undefined
}) =>
  answer?.confirmedAt ? (
    <>
      {answer.registered !== null && (
        <p class="govuk-body">Registered with the Department: {answer.registered ? 'yes' : 'no'}</p>
      )}
      {answer.answer.split('\n').map(line => (
        <p class="govuk-body">{line}</p>
      ))}
    </>
  ) : (
    <span class="govuk-hint">Not answered yet</span>
  )
