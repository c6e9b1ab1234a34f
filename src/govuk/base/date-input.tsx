import { type Attributes, attrs, names, type Options } from '../attributes.ts'
import { ControlGroup, type ControlProps } from './control.tsx'
import type { FieldsetProps } from './fieldset.tsx'
import { GovukInput } from './input.tsx'

export type DatePartProps = Options<{
  id?: string
  name?: string
  label?: string
  value?: string | number
  classes?: string
  error?: boolean
  inputmode?: string
  autocomplete?: string
  pattern?: string
  attributes?: Attributes
}>

export type DateInputProps = Options<{
  id: string
  namePrefix?: string
  items?: readonly DatePartProps[]
  /** `false` leaves the part out. */
  day?: DatePartProps | false
  month?: DatePartProps | false
  year?: DatePartProps | false
  values?: Readonly<Record<string, string | number | undefined>>
  fieldset?: FieldsetProps
  hint?: ControlProps['hint']
  errorMessage?: ControlProps['errorMessage']
  formGroup?: ControlProps['formGroup']
  classes?: string
  attributes?: Attributes
}>

interface Part {
  options: DatePartProps
  name: string
  width: number
}

export function GovukDateInput({ fieldset, errorMessage, formGroup, ...props }: DateInputProps) {
  const parts = partsOf(props)
  const someAtFault = parts.some(({ options }) => isAtFault(options))
  return (
    <ControlGroup
      id={props.id}
      hint={props.hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
      // JAWS reads the description of a fieldset of text inputs only when it is called a group.
      fieldset={fieldset && { ...fieldset, role: 'group' }}
    >
      {() => (
        <div
          class={names('govuk-date-input', props.classes)}
          id={props.id || undefined}
          {...attrs(props.attributes)}
        >
          {formGroup?.before}
          {parts.map(part => (
            <PartInput
              {...part}
              id={props.id}
              namePrefix={props.namePrefix}
              values={props.values}
              atFault={
                isAtFault(part.options) ||
                (part.options.error !== false && errorMessage !== undefined && !someAtFault)
              }
            />
          ))}
          {formGroup?.after}
        </div>
      )}
    </ControlGroup>
  )
}

const isAtFault = ({ error, classes }: DatePartProps) =>
  error === true || Boolean(classes?.includes('govuk-input--error'))

function partsOf({ items, day = {}, month = {}, year = {} }: DateInputProps): Part[] {
  const known = [
    { name: 'day', options: day, width: 2 },
    { name: 'month', options: month, width: 2 },
    { name: 'year', options: year, width: 4 },
  ]
  if (items?.length)
    return items.map(options => {
      const like = known.find(({ name }) => name === options.name)
      return {
        options: { ...options, value: options.value ?? (like?.options || undefined)?.value },
        name: options.name ?? '',
        width: like?.width ?? 2,
      }
    })
  return known.flatMap(({ name, options, width }) =>
    options ? [{ options, name: options.name ?? name, width }] : [],
  )
}

type PartInputProps = Part &
  Pick<DateInputProps, 'id' | 'namePrefix' | 'values'> & { atFault: boolean }

function PartInput({ options, name, width, id, namePrefix, values, atFault }: PartInputProps) {
  const fullName = namePrefix ? `${namePrefix}-${name}` : name
  const given = options.classes ?? ''
  return (
    <div class="govuk-date-input__item">
      <GovukInput
        label={{
          children: options.label || capitalised(name),
          classes: 'govuk-date-input__label',
        }}
        id={options.id || `${id}-${name}`}
        name={fullName}
        classes={names(
          'govuk-date-input__input',
          atFault && !given.includes('govuk-input--error') && 'govuk-input--error',
          !given.includes('govuk-input--width-') && `govuk-input--width-${width}`,
          given,
        )}
        value={options.value ?? values?.[fullName]}
        inputmode={options.inputmode || 'numeric'}
        autocomplete={options.autocomplete}
        pattern={options.pattern}
        attributes={options.attributes}
      />
    </div>
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
