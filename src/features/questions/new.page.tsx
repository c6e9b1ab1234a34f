import { z } from 'zod'
import { isId } from '#domain/ids.ts'
import { writeReference } from '#domain/reference.ts'
import {
  type Found,
  FoundItems,
  questionTopics,
  searchGuidance,
  topicKeys,
} from '#features/guidance/index.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  Select,
  TextArea,
} from '#govuk/index.ts'
import { choice, text, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { askQuestion } from './ask-question.ts'

const Query = z.object({
  about: z
    .string()
    .regex(/^\/(?!\/)[!-~]{0,299}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
  words: z.string().max(200).catch('').default(''),
})

interface Model {
  readonly about: string
  readonly words: string
  readonly attachable: { readonly id: string; readonly reference: number } | undefined
  /** What guidance has to say about the words, filled in once they are known. */
  readonly likely: Found[]
}

/** Asks the authority’s officers. What looks like an answer already is offered before anything is sent. */
export const newQuestionPage = formPage({
  path: '/questions/new',
  permission: 'question.ask',
  discloses: 'nothing personal',
  query: Query,
  load: async ({ tx, query }): Promise<Model> => ({
    about: query.about,
    words: query.words,
    attachable: await caseAt(tx, query.about),
    likely: [],
  }),
  schema: z.object({
    words: text('Write your question', { most: 4000 }),
    topic: choice(topicKeys, 'Choose what it is about'),
    attach: ticked(),
    go: z.enum(['look', 'send']).catch('look').default('look'),
  }),
  initial: ({ words }) => ({ words }),
  view: ({ about, attachable, likely }, form) => (
    <Layout title="Ask a question" form={form} before={<BackLink href={about || '/guidance'} />}>
      <ErrorSummary form={form} />
      <PageHeading>Ask a question</PageHeading>
      {likely.length > 0 && <Likely found={likely} />}
      {about && (
        <p class="govuk-body">
          About the page <code>{about}</code>
        </p>
      )}
      <Form action={about ? `/questions/new?about=${encodeURIComponent(about)}` : '/questions/new'}>
        <TextArea
          name="words"
          label="Your question"
          hint="Write about the matter, not about the child. Leave out names, dates of birth, addresses and numbers of pupils."
          rows={6}
          maxlength={4000}
          form={form}
        />
        <Select
          name="topic"
          label="What it is about"
          hint="It decides whose officers answer"
          blank="Choose a topic"
          items={topicKeys.map(key => ({ value: key, text: questionTopics[key].name }))}
          form={form}
        />
        {attachable && <Attach reference={attachable.reference} form={form} />}
        {likely.length > 0 ? (
          <Button name="go" value="send" preventDoubleClick>
            None of these answers it: send the question
          </Button>
        ) : (
          <Button name="go" value="look" preventDoubleClick>
            Continue
          </Button>
        )}
      </Form>
    </Layout>
  ),
  submit: async (visit, model, answers) => {
    if (answers.go === 'look') {
      // The form is shown again with what was found: words of a question have no place in an address.
      model.likely.push(...(await searchGuidance(visit.tx, answers.words, 5)))
      if (model.likely.length > 0) return { errors: {} }
    }
    const { id } = await askQuestion(visit, {
      words: answers.words,
      topic: answers.topic,
      aboutPath: model.about || null,
      referralId: answers.attach ? (model.attachable?.id ?? null) : null,
    })
    visit.flash('Your question has been sent. You are told by email when there is an answer.')
    return `/questions/${id}`
  },
})

const Likely = ({ found }: { found: readonly Found[] }) => (
  <InsetText>
    <h2 class="govuk-heading-m">Is one of these the answer?</h2>
    <FoundItems found={found} />
    <p class="govuk-body">Your question has not been sent yet.</p>
  </InsetText>
)

const Attach = ({ reference, form }: { reference: number; form: FormState }) => (
  <Checkboxes
    name="attach"
    label={`The case ${writeReference('referral', reference)}`}
    form={form}
    items={{
      yes: 'Attach this case. Whoever answers sees it only if they may see it anyway.',
    }}
  />
)

async function caseAt(
  tx: Parameters<typeof searchGuidance>[0],
  about: string,
): Promise<Model['attachable']> {
  const [, id] = /^\/(?:cases|referrals|fair-access)\/([0-9a-f-]{36})/.exec(about) ?? []
  if (!id || !isId(id)) return undefined
  return tx
    .selectFrom('referral')
    .select(['id', 'reference'])
    .where('id', '=', id)
    .where('status', 'not in', ['draft', 'discarded'])
    .executeTakeFirst()
}
