import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { DateInput, type FormState, Radios, TextArea } from '#govuk/index.ts'
import { dayAnswers, optionalPastDay, optionalText } from '#platform/forms.ts'
import { removalGrounds } from '#rules/data/removal-grounds.ts'
import type { RemovalAnswers } from './propose-removal.ts'
import { otherGrounds, type RollRemoval } from './removal.query.ts'

const keys = [...removalGrounds.map(({ key }) => key), ...Object.keys(otherGrounds)]

export const removalSchema = (today: IsoDate) =>
  z.object({
    ground: z
      .string('Choose on what ground')
      .refine(key => keys.includes(key), 'Choose on what ground'),
    newSchoolOn: optionalPastDay('the day on which the new school confirmed', today),
    parentNoticeOn: optionalPastDay('the day of the parent’s notice', today),
    enquiriesOn: optionalPastDay('the day on which the enquiries ended', today),
    sickness: z.enum(['yes', 'no', 'unknown']).optional(),
    support: z.enum(['none', 'anxiety', 'illness']).optional(),
    supportFrom: optionalPastDay('the day since when the child has support', today),
    note: optionalText({ most: 4000 }),
  })

export const answersFrom = (input: z.infer<ReturnType<typeof removalSchema>>): RemovalAnswers => ({
  ground: input.ground,
  newSchoolConfirmedOn: input.newSchoolOn,
  parentNoticeOn: input.parentNoticeOn,
  enquiriesCompletedOn: input.enquiriesOn,
  sicknessBelieved: input.sickness === 'yes' ? true : input.sickness === 'no' ? false : null,
  supportReason: input.support === undefined || input.support === 'none' ? null : input.support,
  supportFrom: input.support === 'none' ? null : input.supportFrom,
  note: input.note,
})

export const initialFrom = (removal: RollRemoval): FormState['values'] => ({
  ground: removal.ground,
  ...dayAnswers('newSchoolOn', removal.new_school_confirmed_on),
  ...dayAnswers('parentNoticeOn', removal.parent_notice_on),
  ...dayAnswers('enquiriesOn', removal.enquiries_completed_on),
  sickness:
    removal.sickness_believed === null ? 'unknown' : removal.sickness_believed ? 'yes' : 'no',
  support: removal.support_reason ?? 'none',
  ...dayAnswers('supportFrom', removal.support_from),
  note: removal.note ?? undefined,
})

export const RemovalFields = ({ form }: { form: FormState }) => (
  <>
    <Radios
      name="ground"
      label="On what ground?"
      labelSize="m"
      hint="A name is deleted only on one of the fifteen grounds in regulation 9(1) of the 2024 Regulations. Being away, or being taught somewhere else, is none of them."
      form={form}
      small
      items={[
        ...removalGrounds.map(({ key, letter, statement, needs }) => ({
          value: key,
          label: `${statement} (${letter})`,
          hint: `Needs: ${needs}`,
        })),
        { divider: 'None of these' },
        ...Object.entries(otherGrounds).map(([value, label]) => ({ value, label })),
      ]}
    />
    <h2 class="govuk-heading-m">What you hold</h2>
    <DateInput
      name="newSchoolOn"
      label="The new school confirmed that the child is registered there, on"
      labelSize="s"
      hint="Leave empty when it has not"
      form={form}
    />
    <DateInput
      name="parentNoticeOn"
      label="The parent wrote that the child is educated otherwise, on"
      labelSize="s"
      hint="Leave empty when there is no such notice"
      form={form}
    />
    <DateInput
      name="enquiriesOn"
      label="School and authority finished looking for the child together, on"
      labelSize="s"
      hint="Leave empty when they have not"
      form={form}
    />
    <Radios
      name="sickness"
      label="Is there reason to believe that the child is sick, or cannot come for another cause?"
      labelSize="s"
      hint="Anxiety counts as sickness"
      form={form}
      items={{ no: 'No', yes: 'Yes', unknown: 'Not known' }}
    />
    <Radios
      name="support"
      label="Does the partnership or the authority support the child because of anxiety or illness?"
      labelSize="s"
      form={form}
      items={{ none: 'No', anxiety: 'Yes, for anxiety', illness: 'Yes, for illness' }}
    />
    <DateInput name="supportFrom" label="Since when, if so (optional)" labelSize="s" form={form} />
    <TextArea name="note" label="Notes (optional)" rows={3} form={form} />
  </>
)
