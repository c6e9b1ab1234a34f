import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { DateInput, type FormState, Radios, TextArea, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay, optionalText, text } from '#platform/forms.ts'
import type { MoveAnswers } from './propose-move.ts'
import { purposeWords, speaksOfTrial } from './words.ts'

const asked = {
  startOn: day('the first day at the other school'),
  kind: z.enum(['permanent', 'trial'], 'Choose whether the move is for good'),
  trialEndOn: optionalDay('the last day of the trial'),
  purpose: z
    .enum(['avoid-permanent-exclusion', 'fresh-start', 'other', ''])
    .optional()
    .transform(answer => answer || null),
  protocol: optionalText({ most: 200 }),
  pressure: z.enum(['yes', 'no', 'unknown']).optional(),
  agreement: text('Write what everybody agrees to', { most: 20_000 }).refine(
    words => words.length >= 20,
    'Write what everybody agrees to, in 20 characters or more',
  ),
}

interface Asked {
  readonly startOn: IsoDate
  readonly kind: 'permanent' | 'trial'
  readonly trialEndOn: IsoDate | null
  readonly purpose: MoveAnswers['purpose']
  readonly protocol: string | null
  readonly pressure?: 'yes' | 'no' | 'unknown' | undefined
  readonly agreement: string
}

const noHiddenTrial = {
  path: ['agreement'],
  error:
    'The words speak of a trial. A managed move is permanent: the guidance on suspension and exclusion says that there cannot be a trial period. Take the trial out, or choose that the child is to try the school first',
}
const isHonest = ({ kind, agreement }: Asked) => kind === 'trial' || !speaksOfTrial(agreement)

export const rewordSchema = () => z.object(asked).refine(isHonest, noHiddenTrial)

export const proposeSchema = (schools: readonly { readonly id: string }[]) =>
  z
    .object({
      toSchool: z
        .string('Choose the receiving school')
        .refine(id => schools.some(school => school.id === id), 'Choose the receiving school'),
      ...asked,
    })
    .refine(isHonest, noHiddenTrial)

export const answersFrom = (input: Asked): MoveAnswers => ({
  startOn: input.startOn,
  purpose: input.purpose,
  protocol: input.protocol,
  agreement: input.agreement,
  pressure: input.pressure === 'yes' ? true : input.pressure === 'no' ? false : null,
  trial: input.kind === 'trial',
  trialEndOn: input.kind === 'trial' ? input.trialEndOn : null,
})

export const initialFrom = (move: {
  readonly start_on: IsoDate | null
  readonly trial: boolean
  readonly trial_end_on: IsoDate | null
  readonly purpose: string | null
  readonly protocol: string | null
  readonly pressure_reported: boolean | null
  readonly agreement: string
}): FormState['values'] => ({
  ...dayAnswers('startOn', move.start_on),
  ...dayAnswers('trialEndOn', move.trial_end_on),
  kind: move.trial ? 'trial' : 'permanent',
  purpose: move.purpose ?? undefined,
  protocol: move.protocol ?? undefined,
  pressure: move.pressure_reported === null ? 'unknown' : move.pressure_reported ? 'yes' : 'no',
  agreement: move.agreement,
})

/** Words to begin with; what was agreed about this child comes in their place or after them. */
export const firstWords =
  'The child moves from the one school to the other for good, from the day above. There is no trial. The schools have told each other what helps the child to learn and what the risks are. The receiving school makes a plan for the first weeks with the child and the family.'

export const MoveFields = ({ form }: { form: FormState }) => (
  <>
    <DateInput name="startOn" label="First day at the other school" labelSize="s" form={form} />
    <Radios
      name="kind"
      label="Is the move for good?"
      labelSize="s"
      hint="A managed move is permanent. A time at another school first is an off-site direction, with the child on both rolls."
      form={form}
      items={[
        { value: 'permanent', label: 'Yes, from the first day' },
        {
          value: 'trial',
          label: 'No, the child is to try the other school first',
          conditional: (
            <DateInput
              name="trialEndOn"
              label="Last day of the trial (optional)"
              labelSize="s"
              form={form}
            />
          ),
        },
      ]}
    />
    <Radios
      name="purpose"
      label="What is the move for? (optional)"
      labelSize="s"
      form={form}
      items={purposeWords}
    />
    <TextInput
      name="protocol"
      label="Version of the managed move protocol (optional)"
      hint="For example, 2025-1"
      form={form}
    />
    <Radios
      name="pressure"
      label="Has anybody told the family that the child will be excluded otherwise?"
      labelSize="s"
      form={form}
      items={{ no: 'No', yes: 'Yes, or the family says so', unknown: 'Not known' }}
    />
    <TextArea
      name="agreement"
      label="What everybody agrees to"
      hint="Both schools and everyone with parental responsibility agree to these words, and to no others."
      rows={8}
      form={form}
    />
  </>
)
