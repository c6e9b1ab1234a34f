import { z } from 'zod'
import { type FormState, Radios, TextArea } from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'

export const faces = {
  5: 'Really good',
  4: 'Good',
  3: 'OK',
  2: 'Not good',
  1: 'Really bad',
} as const
export const safeWords = {
  5: 'Always safe',
  4: 'Mostly safe',
  3: 'Sometimes safe',
  2: 'Not very safe',
  1: 'Not safe',
} as const
export const learningWords = {
  5: 'A lot',
  4: 'Quite a bit',
  3: 'Some',
  2: 'Not much',
  1: 'Nothing',
} as const

const scale = () =>
  z
    .enum(['1', '2', '3', '4', '5'])
    .optional()
    .transform(answer => (answer === undefined ? null : Number(answer)))

export const pupilShape = {
  going: scale(),
  safe: scale(),
  learning: scale(),
  best: optionalText({ most: 4000 }),
  change: optionalText({ most: 4000 }),
  words: optionalText({ most: 8000 }),
}

export const saysSomething = (answers: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(pupilShape).some(name => answers[name] !== null && answers[name] !== undefined)
export const nothingSaid = {
  path: ['words'],
  error: 'Answer at least one question, in your own words if you like',
}

/** The same questions on the phone, with an adult and on paper. Every one may be skipped. */
export const PupilQuestions = ({ form }: { form: FormState }) => (
  <>
    <Radios name="going" label="How is it going there?" form={form} items={best(faces)} />
    <Radios name="safe" label="Do you feel safe there?" form={form} items={best(safeWords)} />
    <Radios
      name="learning"
      label="How much are you learning?"
      form={form}
      items={best(learningWords)}
    />
    <TextArea name="best" label="What is the best thing about it?" rows={3} form={form} />
    <TextArea name="change" label="What would you change?" rows={3} form={form} />
    <TextArea name="words" label="Is there anything else you want to say?" rows={4} form={form} />
  </>
)

/** The best answer first; numbers as keys would be put in order of size. */
const best = (words: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>) =>
  ([5, 4, 3, 2, 1] as const).map(value => ({ value: String(value), label: words[value] }))
