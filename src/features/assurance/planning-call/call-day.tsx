import { z } from 'zod'
import { addDays, type IsoDate, isIsoDate } from '#domain/dates.ts'
import { Button, DateInput, Details, Form, type FormState } from '#govuk/index.ts'
import { day } from '#platform/forms.ts'

/** On which day an inspector calls, or called: today, where the school says nothing. */
export const OnDay = z.object({
  on: z
    .string()
    .optional()
    .transform((text): IsoDate | undefined => (text && isIsoDate(text) ? text : undefined))
    .catch(undefined),
})

// An inspector calls the day before; further off, nobody can say who will be where.
const daysEitherWay = 366

const isNear = (on: IsoDate, today: IsoDate) =>
  on >= addDays(today, -daysEitherWay) && on <= addDays(today, daysEitherWay)

export const callDay = ({ on }: z.infer<typeof OnDay>, today: IsoDate): IsoDate =>
  on && isNear(on, today) ? on : today

export const dayOfTheCall = (today: IsoDate) =>
  day('the day of the planning call').refine(
    on => isNear(on, today),
    'The day of the planning call must be within a year of today',
  )

/** It is not printed: the day itself is said above the list. */
export const DayForm = ({ form }: { form: FormState }) => (
  <div class="govuk-!-display-none-print">
    <Details summary="The call is on another day" open={Object.keys(form.errors).length > 0}>
      <Form>
        <DateInput form={form} name="on" label="When is the planning call, or when was it?" />
        <Button variant="secondary">Show the list of that day</Button>
      </Form>
    </Details>
  </div>
)
