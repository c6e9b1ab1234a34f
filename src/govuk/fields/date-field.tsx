import { GovukDateInput } from '../base/date-input.tsx'
import { answerTo, type DatePart, dateError } from '../form-state.ts'
import { askedTogether, type FieldProps } from './field.ts'

const words = { day: 'Day', month: 'Month', year: 'Year' } as const

/** Asks for a day in three parts and posts `name-day`, `name-month` and `name-year`. */
export function DateInput({ dateOfBirth, ...props }: FieldProps & { dateOfBirth?: boolean }) {
  const { name, form } = props
  const { message, parts } = dateError(form, name)
  const part = (which: DatePart) => ({
    label: words[which],
    value: answerTo(form, `${name}-${which}`),
    error: message !== undefined && parts.includes(which),
    autocomplete: dateOfBirth ? `bday-${which}` : undefined,
  })
  return (
    <GovukDateInput
      id={name}
      namePrefix={name}
      {...askedTogether(props, message)}
      day={part('day')}
      month={part('month')}
      year={part('year')}
    />
  )
}
