import { z } from 'zod'
import { addDays, addMonths, type IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import { Button, DateInput, Fieldset, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, day, dayAnswers, optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { QuestionnaireFrame } from '../questionnaire/frame.tsx'
import {
  type QuestionnaireStatus,
  type Rating,
  ratingWords,
  sections,
  statusWords,
} from '../questionnaire/lifecycle.ts'
import { viewed } from '../questionnaire/own-form.query.ts'
import { type Questionnaire, questionnaireById } from '../questionnaire/questionnaire.query.ts'
import { ratingsOf, type SectionRating } from '../questionnaire/requests.query.ts'
import { acceptForm, askAgain, rateSections, sendBack, setAsideForm } from './judge.ts'

type Path = `/questionnaires/:questionnaire/${string}`

/** The form as an officer needs it for a step; who comes too late is told where it stands. */
export const formIn =
  (...statuses: QuestionnaireStatus[]) =>
  async ({ tx, params, today }: Visit<Path, unknown>) => {
    const form = await questionnaireById(tx, (params as { questionnaire: string }).questionnaire)
    if (!statuses.includes(form.status))
      throw new Refusal(
        `This form is ${statusWords[form.status].word.toLowerCase()}, so this cannot be done with it.`,
      )
    return { form, today }
  }
const about = (page: string) => (model: { form: Questionnaire }) => viewed(model.form, page)
const version = ({ form }: { form: Questionnaire }) => form.version
const backTo = ({ id }: Questionnaire) => `/questionnaires/${id}`

const ratings = Object.keys(ratingWords) as [Rating, ...Rating[]]
const why = () => optionalText({ most: 2000 })
const fields = [
  ['choice', 'choiceWhy'],
  ['monitoring', 'monitoringWhy'],
  ['aims', 'aimsWhy'],
] as const

const seen = ({ version: number }: Questionnaire, given: readonly SectionRating[]) =>
  given.reduce((last, { at }) => Math.max(last, at.getTime()), number)

export const ratePage = formPage({
  path: '/questionnaires/:questionnaire/rate',
  permission: 'questionnaire.judge',
  load: async visit => {
    const { form } = await formIn('returned')(visit)
    return { form, given: await ratingsOf(visit.tx, form.id) }
  },
  discloses: about('rate'),
  schema: z.object({
    choice: choice(ratings, 'Rate the choice of provider'),
    choiceWhy: why(),
    monitoring: choice(ratings, 'Rate the monitoring'),
    monitoringWhy: why(),
    aims: choice(ratings, 'Rate the long-term aims'),
    aimsWhy: why(),
  }),
  initial: ({ given }) =>
    Object.fromEntries(
      fields.flatMap(([field, reason], at) => {
        const rating = given.find(({ section }) => section === sections[at])
        return [
          [field, rating?.rating],
          [reason, rating?.why ?? ''],
        ]
      }),
    ),
  // Two officers who rate at once: the second sees what the first said.
  version: ({ form, given }) => seen(form, given),
  view: ({ form, given }, state) => (
    <QuestionnaireFrame form={form} title="Rate the sections" back={backTo(form)} state={state}>
      <TwoThirds>
        <Form version={seen(form, given)}>
          {fields.map(([field, reason], at) => (
            <Fieldset name={`${field}-section`} legend={sections[at] ?? ''} legendSize="m">
              <Radios
                name={field}
                label={`How good is “${sections[at]}”?`}
                items={ratingWords}
                form={state}
              />
              <TextArea name={reason} label={`Why, for “${sections[at]}”?`} rows={3} form={state} />
            </Fieldset>
          ))}
          <Button preventDoubleClick>Save the ratings</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, input) {
    await rateSections(
      visit,
      form,
      fields.map(([field, reason], at) => ({
        section: sections[at] ?? 'Monitoring',
        rating: input[field],
        why: input[reason],
      })),
    )
    visit.flash('The sections are rated')
    return backTo(form)
  },
})

export const sendBackPage = formPage({
  path: '/questionnaires/:questionnaire/send-back',
  permission: 'questionnaire.judge',
  load: formIn('returned'),
  discloses: about('send back'),
  schema: z.object({ because: text('Say what is to be mended', { most: 2000 }) }),
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
          <Button preventDoubleClick>Send it back</Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, { because }) {
    await sendBack(visit, form, because)
    visit.flash('The form was sent back to the school')
    return backTo(form)
  },
})

const later = (thing: string, today: IsoDate) =>
  day(thing).refine(date => date > today, 'The day must be in the future')

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
  schema: z.object({ because: text('Say why it is not needed', { most: 1000 }) }),
  version,
  view: ({ form }, state) => (
    <QuestionnaireFrame form={form} title="It is not needed" back={backTo(form)} state={state}>
      <TwoThirds>
        <Form version={form.version}>
          <TextArea name="because" label="Why is it not needed?" rows={3} form={state} />
          <Button variant="warning" preventDoubleClick>
            Set it aside
          </Button>
        </Form>
      </TwoThirds>
    </QuestionnaireFrame>
  ),
  async submit(visit, { form }, { because }) {
    await setAsideForm(visit, form, because)
    visit.flash('The form is set aside')
    return backTo(form)
  },
})

export const askAgainPage = formPage({
  path: '/questionnaires/:questionnaire/ask-again',
  permission: 'questionnaire.judge',
  load: formIn('accepted'),
  discloses: about('ask again'),
  schema: ({ today }) => z.object({ dueOn: later('the day by which it is due', today) }),
  initial: ({ today }) => dayAnswers('dueOn', addDays(today, 14)),
  version,
  view: ({ form }, state) => (
    <QuestionnaireFrame
      form={form}
      title="Ask for the next one now"
      back={backTo(form)}
      state={state}
    >
      <TwoThirds>
        <p class="govuk-body">The school begins with what it answered in this one.</p>
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
