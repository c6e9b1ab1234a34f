import { z } from 'zod'
import { addMonths } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { audienceKeys, audiences, slugsInUse, whyNotLinks } from '#features/guidance/index.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
  TextInput,
  WarningText,
} from '#govuk/index.ts'
import { choices, day, dayAnswers, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { publishAnswer, textOf, whatMayBePersonal } from './publish-answer.ts'
import { questionOf } from './question.query.ts'
import { answersFor } from './question.ts'

/** From an answer to an article in one step, with a stop for whatever may be about somebody. */
export const publishPage = formPage({
  path: '/questions/:question/publish',
  permission: 'question.answer',
  discloses: 'nothing personal',
  load: async ({ tx, params, me, today }) => {
    const question = await questionOf(tx, params.question)
    if (!question || !answersFor(me, question.routedRole) || question.status !== 'answered')
      throw new NotFound()
    // What the check finds is filled in when there is a text to check.
    return { question, today, slugs: await slugsInUse(tx), found: [] as string[] }
  },
  schema: ({ slugs }) =>
    z.object({
      title: text('Enter the question as others would ask it', { most: 150 }),
      summary: text('Answer it in a sentence', { most: 400 }),
      body: text('Write the answer', { most: 20_000 }).superRefine((body, context) => {
        const fault = whyNotLinks(body, slugs)
        if (fault) context.addIssue({ code: 'custom', message: fault })
      }),
      audiences: choices(audienceKeys).refine(
        chosen => chosen.length > 0,
        'Choose for whom it is written',
      ),
      reviewOn: day('the day by which it is to be reviewed'),
      decidedBecause: optionalText({ most: 500 }),
    }),
  initial: ({ question, today }) => ({
    body: question.answer ?? '',
    audiences: ['coordinators'],
    ...dayAnswers('reviewOn', addMonths(today, 12)),
  }),
  version: ({ question }) => question.version,
  view: ({ question, found }, form) => (
    <Layout
      title="Publish the answer"
      form={form}
      before={<BackLink href={`/questions/${question.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading>Publish the answer</PageHeading>
      <p class="govuk-body">
        Everybody who signs in will read it. Write it so that nobody can be recognised.
      </p>
      <Form version={question.version} warnUnsaved>
        <TextInput name="title" label="The question, as others would ask it" form={form} />
        <TextInput name="summary" label="The answer in a sentence" form={form} />
        <TextArea name="body" label="Answer" rows={10} form={form} />
        <Checkboxes name="audiences" label="For whom it is written" items={audiences} form={form} />
        <DateInput name="reviewOn" label="To be reviewed by" form={form} />
        {(found.length > 0 || form.errors['decidedBecause']) && (
          <>
            {found.map(each => (
              <WarningText>{each}</WarningText>
            ))}
            <TextInput
              name="decidedBecause"
              label="If it is about nobody, say why it may be published"
              hint="Your name and this reason are kept. Otherwise take it out above."
              form={form}
            />
          </>
        )}
        <Button preventDoubleClick>Publish</Button>
      </Form>
    </Layout>
  ),
  submit: async (visit, { question, found }, answers) => {
    found.push(...(await whatMayBePersonal(visit, question, textOf(answers))))
    if (found.length > 0 && !answers.decidedBecause)
      return {
        errors: {
          decidedBecause:
            'This may be about somebody. Take it out, or say why it may be published all the same',
        },
      }
    const { slug } = await publishAnswer(visit, question, answers)
    visit.flash('The answer is published')
    return `/guidance/${slug}`
  },
})
