import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { questionTopics, topicKeys } from '#features/guidance/index.ts'
import { BackLink, Button, ErrorSummary, Form, Layout, PageHeading, Select } from '#govuk/index.ts'
import { choice } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { passOn } from './answer-question.ts'
import { questionOf } from './question.query.ts'
import { answersFor } from './question.ts'

/** Hands a question that came to the wrong officers to the right ones. */
export const passOnPage = formPage({
  path: '/questions/:question/pass-on',
  permission: 'question.answer',
  discloses: 'nothing personal',
  load: async ({ tx, params, me }) => {
    const question = await questionOf(tx, params.question)
    if (!question || !answersFor(me, question.routedRole) || question.status !== 'open')
      throw new NotFound()
    return question
  },
  schema: z.object({ topic: choice(topicKeys, 'Choose what it is about') }),
  version: question => question.version,
  view: (question, form) => (
    <Layout
      title="Pass the question on"
      form={form}
      before={<BackLink href={`/questions/${question.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading>Pass the question on</PageHeading>
      <Form version={question.version}>
        <Select
          name="topic"
          label="What it is about"
          blank="Choose a topic"
          items={topicKeys.map(key => ({ value: key, text: questionTopics[key].name }))}
          form={form}
        />
        <Button preventDoubleClick>Pass it on</Button>
      </Form>
    </Layout>
  ),
  submit: async (visit, question, { topic }) => {
    await passOn(visit, question, topic)
    visit.flash('The question was passed on')
    return '/questions'
  },
})
