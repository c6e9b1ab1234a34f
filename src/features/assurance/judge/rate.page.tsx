import { z } from 'zod'
import { Button, Fieldset, Form, Radios, TextArea, TwoThirds } from '#govuk/index.ts'
import { choice, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { QuestionnaireFrame } from '../questionnaire/frame.tsx'
import { type Rating, ratingWords, sections } from '../questionnaire/lifecycle.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.query.ts'
import { ratingsOf, type SectionRating } from '../questionnaire/requests.query.ts'
import { about, backTo, formIn } from './for-judging.ts'
import { rateSections } from './judge.ts'

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
