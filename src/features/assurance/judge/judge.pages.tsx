import { z } from 'zod'
import { addDays, addMonths } from '#domain/dates.ts'
import { Button, Checkboxes, DateInput, Form, TextArea, TwoThirds } from '#govuk/index.ts'
import { choices, day, dayAnswers, optionalDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { QuestionnaireFrame } from '../questionnaire/frame.tsx'
import { type ToldPart, toldParts } from '../questionnaire/lifecycle.ts'
import { about, backTo, formIn, version } from './for-judging.ts'
import { acceptForm, sendBack, setAsideForm } from './judge.ts'

export const sendBackPage = formPage({
  path: '/questionnaires/:questionnaire/send-back',
  permission: 'questionnaire.judge',
  load: formIn('returned'),
  discloses: about('send back'),
  schema: ({ today }) =>
    z.object({
      because: text('Say what is to be mended', { most: 2000 }),
      dueOn: day('the day by which it is due again').refine(
        date => date > today,
        'The day by which it is due again must be in the future',
      ),
    }),
  initial: ({ today }) => dayAnswers('dueOn', addDays(today, 14)),
  version,
  view: ({ form }, state) => (
    <QuestionnaireFrame form={form} title="Send it back" back={backTo(form)} state={state}>
      <TwoThirds>
        <Form version={form.version}>
          <TextArea
            name="because"
            label="What is to be mended?"
            hint="The school reads this above its answers."
            rows={5}
            form={state}
          />
          <DateInput name="dueOn" label="By which day is it due again?" form={state} />
          <Button preventDoubleClick>Send it back</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, input) {
    await sendBack(visit, form, input)
    visit.flash('The form was sent back to the school')
    return backTo(form)
  },
})

export const acceptPage = formPage({
  path: '/questionnaires/:questionnaire/accept',
  permission: 'questionnaire.judge',
  load: formIn('returned'),
  discloses: about('accept'),
  schema: ({ today }) =>
    z.object({
      nextDueOn: optionalDay('the day of the next one').refine(
        date => date === null || date > today,
        'The day of the next one must be in the future',
      ),
    }),
  initial: ({ today }) => dayAnswers('nextDueOn', addMonths(today, 6)),
  version,
  view: ({ form }, state) => (
    <QuestionnaireFrame form={form} title="Accept the form" back={backTo(form)} state={state}>
      <TwoThirds>
        <Form version={form.version}>
          <DateInput
            name="nextDueOn"
            label="When is the next one due?"
            hint="The school is asked four weeks before, while the placement goes on. Leave it empty to ask for none."
            form={state}
          />
          <Button preventDoubleClick>Accept the form</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, { nextDueOn }) {
    await acceptForm(visit, form, nextDueOn)
    visit.flash('The form is accepted')
    return backTo(form)
  },
})

export const setAsidePage = formPage({
  path: '/questionnaires/:questionnaire/set-aside',
  permission: 'questionnaire.judge',
  load: formIn('draft', 'sent back'),
  discloses: about('set aside'),
  schema: z.object({
    because: text('Say why it is not needed', { most: 1000 }),
    told: choices(Object.keys(toldParts) as ToldPart[]),
  }),
  version,
  view: ({ form }, state) => (
    <QuestionnaireFrame form={form} title="It is not needed" back={backTo(form)} state={state}>
      <TwoThirds>
        <Form version={form.version}>
          <TextArea
            name="because"
            label="Why is it not needed?"
            hint="The school reads this. While the placement goes on, it is not asked for again unless you ask."
            rows={3}
            form={state}
          />
          <Checkboxes
            name="told"
            label="What were you told in another way? (optional)"
            hint="What you tick counts as told from today. The rest stands on the watch-list as not told."
            items={toldParts}
            form={state}
          />
          <Button variant="warning" preventDoubleClick>
            Set it aside
          </Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, input) {
    await setAsideForm(visit, form, input)
    visit.flash('The form is set aside')
    return backTo(form)
  },
})
