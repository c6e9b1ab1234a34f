import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { DateInput, type FormState, Radios, TextInput } from '#govuk/index.ts'
import { pastDay, text } from '#platform/forms.ts'

/** What somebody said to a placement or a plan, when, and how that is known. */
export const whatTheySaid = (today: IsoDate) =>
  z.object({
    answer: z.enum(['yes', 'no'], 'Choose what they said'),
    onDay: pastDay('the day on which they said so', today),
    how: text('Say how you know', { most: 300 }),
  })

export const SaidFields = ({ question, form }: { question: string; form: FormState }) => (
  <>
    <Radios name="answer" label={question} items={{ yes: 'Yes', no: 'No' }} form={form} />
    <DateInput name="onDay" label="When did they say so?" form={form} />
    <TextInput
      name="how"
      label="How do you know?"
      hint="For example: signed form, telephone call"
      form={form}
    />
  </>
)
