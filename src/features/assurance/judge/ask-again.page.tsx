import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { Button, DateInput, Form, TwoThirds } from '#govuk/index.ts'
import { day, dayAnswers } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { QuestionnaireFrame } from '../questionnaire/frame.tsx'
import { askAgain } from './ask-again.ts'
import { about, backTo, formIn, version } from './for-judging.ts'

export const askAgainPage = formPage({
  path: '/questionnaires/:questionnaire/ask-again',
  permission: 'questionnaire.judge',
  load: formIn('accepted', 'not needed'),
  discloses: about('ask again'),
  schema: ({ today }) =>
    z.object({
      dueOn: day('the day by which it is due').refine(
        date => date > today,
        'The day by which it is due must be in the future',
      ),
    }),
  initial: ({ today }) => dayAnswers('dueOn', addDays(today, 14)),
  version,
  view: ({ form }, state) => (
    <QuestionnaireFrame
      form={form}
      title={form.status === 'accepted' ? 'Ask for the next one now' : 'Ask for it after all'}
      back={backTo(form)}
      state={state}
    >
      <TwoThirds>
        <p class="govuk-body">
          {form.status === 'accepted'
            ? 'The school begins with what it answered in this one.'
            : 'This one was set aside. The school is asked for another.'}
        </p>
        <Form version={form.version}>
          <DateInput name="dueOn" label="By which day?" form={state} />
          <Button preventDoubleClick>Ask for it</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, { dueOn }) {
    const next = await askAgain(visit, form, dueOn)
    visit.flash('The school is asked for the next one')
    return `/questionnaires/${next}`
  },
})
