import { type Attributes, attrs, names, type Options, present } from '../attributes.ts'
import { Control, type ControlProps } from './control.tsx'

export type SelectItem = Options<{
  value?: string | number | boolean
  text: string
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>

export type SelectProps = ControlProps & {
  items: readonly (SelectItem | null | undefined | false)[]
  value?: string | number | undefined
}

export const GovukSelect = ({ id, name, items, value, ...props }: SelectProps) => (
  <Control id={id} name={name} {...props}>
    {describedBy => (
      <>
        {props.formGroup?.before}
        <select
          class={names('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
          id={id || name}
          name={name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...attrs(props.attributes)}
        >
          {present(items).map(item => (
            <option
              value={item.value === undefined ? undefined : String(item.value)}
              selected={isSelected(item, value)}
              disabled={item.disabled}
              {...attrs(item.attributes)}
            >
              {item.text}
            </option>
          ))}
        </select>
        {props.formGroup?.after}
      </>
    )}
  </Control>
)

const isSelected = (item: SelectItem, value: string | number | undefined) =>
  item.selected ||
  (item.selected !== false && Boolean(value) && String(item.value ?? item.text) === String(value))
