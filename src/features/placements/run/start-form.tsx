import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { Button, DateInput, Form, type FormState, WarningText } from '#govuk/index.ts'
import { dayAnswers, pastDay } from '#platform/forms.ts'
import type { Placement } from '../placement.query.ts'

export const startSchema = (today: IsoDate) =>
  z.object({ startedOn: pastDay('the first day', today) })

/** It began as planned, unless that day is still to come. */
export const plannedStart = (
  { planned_start_on }: Pick<Placement, 'planned_start_on'>,
  today: IsoDate,
) => dayAnswers('startedOn', planned_start_on <= today ? planned_start_on : today)

export const StartForm = ({
  placement,
  stops,
  form,
}: {
  placement: Pick<Placement, 'version'>
  stops: readonly { readonly message: string }[]
  form: FormState
}) => (
  <>
    {stops.length > 0 && (
      <WarningText>
        It cannot start yet: {stops.map(({ message }) => message).join(' ')}
      </WarningText>
    )}
    <Form version={placement.version}>
      <DateInput name="startedOn" label="On which day did the child begin?" form={form} />
      <Button>Record the start</Button>
    </Form>
  </>
)
