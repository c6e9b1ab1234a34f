import { z } from 'zod'
import { oneLine } from '#domain/plain-text.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { choices, day, dayAnswers, optionalText, text } from '#platform/forms.ts'
import type { Article } from './article.query.ts'
import { audienceKeys, audiences } from './audiences.ts'
import { rulesCited, whyNotLinks, whyNotSources } from './check-article.ts'
import { Markdown } from './markdown.tsx'
import type { ArticleText } from './write-article.ts'

const lines = (most: number) =>
  optionalText({ most }).transform(answer =>
    (answer ?? '')
      .split(/[\n,;]/)
      .map(oneLine)
      .filter(Boolean),
  )

/** The answers that make an article, with its links and sources checked against what there is. */
export const articleSchema = (slugs: ReadonlySet<string>) =>
  z.object({
    title: text('Enter a title', { most: 150 }),
    summary: text('Say in a sentence what it answers', { most: 400 }),
    body: text('Write the article', { most: 60_000 }).superRefine((body, context) => {
      const fault = whyNotLinks(body, slugs)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    }),
    audiences: choices(audienceKeys).refine(
      chosen => chosen.length > 0,
      'Choose for whom it is written',
    ),
    topics: lines(1000),
    sources: lines(1000).superRefine((ids, context) => {
      const fault = whyNotSources(ids)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    }),
    reviewOn: day('the day by which it is to be reviewed'),
    steps: lines(2000),
    why: text('Say what is new, or why you changed it', { most: 500 }),
    go: z.enum(['publish', 'preview']).catch('publish').default('publish'),
  })
export type ArticleAnswers = z.infer<ReturnType<typeof articleSchema>>

export const articleText = ({ go: _go, steps: _steps, ...article }: ArticleAnswers): ArticleText =>
  article

export const answersOf = (
  article: Pick<
    Article,
    'title' | 'summary' | 'body' | 'audiences' | 'topics' | 'sources' | 'reviewOn'
  >,
  steps: readonly string[],
): FormState['values'] => ({
  title: article.title,
  summary: article.summary,
  body: article.body,
  audiences: article.audiences,
  topics: article.topics.join('\n'),
  sources: article.sources.join('\n'),
  ...dayAnswers('reviewOn', article.reviewOn),
  steps: steps.join('\n'),
})

export const ArticleForm = ({ form, version }: { form: FormState; version?: number }) => (
  <>
    <ErrorSummary form={form} />
    <Preview body={form.values['body']} />
    <Form {...(version === undefined ? {} : { version })} warnUnsaved>
      <TextInput name="title" label="Title" form={form} />
      <TextInput name="summary" label="What it answers, in a sentence" form={form} />
      <TextArea
        name="body"
        label="Text"
        rows={18}
        form={form}
        hint="In Markdown: # for a heading, - for a list, **strong**. A rule named like RTE-06 becomes a link to its card. Write nothing about a real person."
      />
      <Checkboxes name="audiences" label="For whom it is written" form={form} items={audiences} />
      <TextArea
        name="topics"
        label="Other words by which people look for it (optional)"
        hint="One on each line"
        rows={3}
        form={form}
      />
      <TextArea
        name="sources"
        label="Sources it cites, by their codes (optional)"
        hint="One on each line, for example F for the FAQ, V for the Virtual School pack or S-AP25. When one is superseded you are told."
        rows={3}
        form={form}
      />
      <DateInput name="reviewOn" label="To be reviewed by" form={form} />
      <TextArea
        name="steps"
        label="Pages on which it is offered as help (optional)"
        hint="One address on each line, as pages state them, for example /cases/:referral/accept"
        rows={3}
        form={form}
      />
      <TextInput name="why" label="What is new, or why it changed" form={form} />
      <ButtonGroup>
        <Button name="go" value="publish" preventDoubleClick>
          Publish
        </Button>
        <Button name="go" value="preview" variant="secondary">
          Preview
        </Button>
      </ButtonGroup>
    </Form>
  </>
)

const Preview = ({ body }: { body: FormState['values'][string] }) =>
  typeof body !== 'string' || body.trim() === '' ? null : (
    <Details summary="Preview of the text as readers will see it">
      <Markdown text={body} />
      <p class="govuk-body-s">Rules it cites: {rulesCited(body).join(', ') || 'none'}</p>
    </Details>
  )
