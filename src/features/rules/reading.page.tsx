import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { allContradictions } from '#rules/contradictions.ts'
import { ruleCalled } from '#rules/registry.ts'
import { kindOf } from './parameters/parameter-kind.ts'
import { chosenReadings } from './readings.query.ts'
import { Disagreement } from './rule-disagreements.tsx'

/**
 * Which reading this authority applies where sources disagree, with its reason. What a rule counts is in its numbers, so
 * the page leads there; the reading is what people are told.
 */
export const readingPage = formPage({
  path: '/administration/readings/:contradiction',
  permission: 'parameter.change',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    const contradiction = allContradictions.find(({ id }) => id === params.contradiction)
    if (!contradiction) throw new NotFound()
    return { contradiction, chosen: (await chosenReadings(tx)).get(contradiction.id) }
  },
  schema: z.object({
    reading: text('Say how this authority reads it', { most: 500 }),
    because: text('Say why', { most: 2000 }),
  }),
  initial: ({ chosen }) => ({ reading: chosen?.reading ?? '', because: chosen?.because ?? '' }),
  view: ({ contradiction, chosen }, form) => (
    <Layout
      title={contradiction.topic}
      form={form}
      before={<BackLink href={`/rules/${contradiction.rules[0]}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption="Where sources disagree">{contradiction.topic}</PageHeading>
      <Disagreement contradiction={contradiction} chosen={chosen} />
      <Numbers rules={contradiction.rules} />
      <Form warnUnsaved>
        <TextInput name="reading" label="How this authority reads it" form={form} />
        <TextArea name="because" label="Why" rows={4} form={form} />
        <Button preventDoubleClick>Record the reading</Button>
      </Form>
    </Layout>
  ),
  submit: async (visit, { contradiction }, { reading, because }) => {
    const id = newId()
    await visit.tx
      .insertInto('rule_reading')
      .values({
        id,
        contradiction: contradiction.id,
        reading,
        because,
        chosen_by: visit.me.userId,
        chosen_at: visit.now,
      })
      .execute()
    visit.audit({
      event: 'rule-reading.chosen',
      subjectKind: 'rule_reading',
      subjectId: id,
      detail: { contradiction: contradiction.id },
    })
    visit.flash('The reading is recorded, and shown on the cards')
    return `/rules/${contradiction.rules[0]}`
  },
})

const Numbers = ({ rules }: { rules: readonly string[] }) => {
  const numbers = new Map(
    rules.flatMap(id =>
      (ruleCalled(id)?.parameters ?? [])
        .filter(each => kindOf(each) !== undefined)
        .map(each => [each.id, each.name] as const),
    ),
  )
  return numbers.size === 0 ? (
    <p class="govuk-body">
      No number carries this disagreement: the rule goes on applying the reading above, and the card
      says how this authority reads it.
    </p>
  ) : (
    <>
      <p class="govuk-body">
        What the rules count is changed in their numbers. A reading alone changes only what the card
        says.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {[...numbers].map(([id, name]) => (
          <li>
            <a class="govuk-link" href={`/administration/parameters/${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
