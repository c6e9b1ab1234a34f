import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { authorityParameters } from '#features/findings/index.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { allContradictions, type Contradiction, choiceApplied } from '#rules/contradictions.ts'
import { proposeReading } from './propose-reading.ts'
import { chosenReadings } from './readings.query.ts'
import { recordReading } from './record-reading.ts'
import { Disagreement } from './rule-disagreements.tsx'
import { valuesOn } from './values-today.ts'

/**
 * Which reading this authority applies where sources disagree, with its reason. Where the readings can be worked out, one
 * is chosen, and what it would change is seen before it counts; elsewhere it is recorded for people to read.
 */
export const readingPage = formPage({
  path: '/administration/readings/:contradiction',
  permission: 'parameter.change',
  discloses: 'nothing personal',
  load: async ({ tx, params, today }) => {
    const contradiction = allContradictions.find(({ id }) => id === params.contradiction)
    if (!contradiction) throw new NotFound()
    const valueOn = valuesOn(today, await authorityParameters(tx))
    return { contradiction, valueOn, chosen: (await chosenReadings(tx)).get(contradiction.id) }
  },
  schema: ({ contradiction }) =>
    z.object({
      reading: contradiction.choices
        ? choice(keysOf(contradiction), 'Choose how this authority reads it')
        : text('Say how this authority reads it', { most: 500 }),
      because: text('Say why', { most: 2000 }),
    }),
  initial: ({ contradiction, chosen, valueOn }) => ({
    reading: contradiction.choices
      ? (choiceApplied(contradiction, valueOn)?.key ?? '')
      : (chosen?.reading ?? ''),
    because: chosen?.because ?? '',
  }),
  view: ({ contradiction, chosen, valueOn }, form) => (
    <Layout
      title={contradiction.topic}
      form={form}
      before={<BackLink href={`/rules/${contradiction.rules[0]}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption="Where sources disagree">{contradiction.topic}</PageHeading>
      <Disagreement contradiction={contradiction} chosen={chosen} valueOn={valueOn} />
      <Form warnUnsaved>
        {contradiction.choices ? (
          <Radios
            name="reading"
            label="How does this authority read it?"
            hint="You see which findings would appear, change and vanish before it counts."
            items={contradiction.choices.map(({ key, says }) => ({ value: key, label: says }))}
            form={form}
          />
        ) : (
          <TextInput name="reading" label="How this authority reads it" form={form} />
        )}
        <TextArea name="because" label="Why" rows={4} form={form} />
        <Button preventDoubleClick>
          {contradiction.choices ? 'See what it would change' : 'Record the reading'}
        </Button>
      </Form>
    </Layout>
  ),
  submit: async (visit, { contradiction }, { reading, because }) => {
    const chosen = contradiction.choices?.find(({ key }) => key === reading)
    if (chosen) {
      const proposal = await proposeReading(visit, contradiction, chosen, because)
      return `/administration/parameters/considered/${proposal}`
    }
    await recordReading(visit, { contradiction: contradiction.id, reading, because })
    visit.flash('The reading is recorded, and shown on the cards')
    return `/rules/${contradiction.rules[0]}`
  },
})

const keysOf = ({ choices = [] as never }: Contradiction) =>
  choices.map(({ key }) => key) as [string, ...string[]]
