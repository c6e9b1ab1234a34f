import type { ComponentChildren } from 'preact'
import { names, type Options } from '../attributes.ts'
import { type ChoiceItem, GovukCheckboxes, GovukRadios } from '../base/choices.tsx'
import { answersTo } from '../form-state.ts'
import { askedTogether, type FieldProps, textAnswer } from './field.ts'

/** One answer that may be chosen; `conditional` is shown only while it is. */
export type Choice =
  | Options<{
      value: string
      label: ComponentChildren
      hint?: ComponentChildren
      conditional?: ComponentChildren
      disabled?: boolean
      /** On a checkbox: choosing it clears the others. */
      exclusive?: boolean
    }>
  | { divider: string }

/** Choices, or values with their words. */
export type Choices = readonly Choice[] | Readonly<Record<string, string>>

type ChoiceFieldProps = FieldProps & Options<{ items: Choices; small?: boolean; inline?: boolean }>

export const Radios = ({ items, small, inline, ...props }: ChoiceFieldProps) => (
  <GovukRadios
    name={props.name}
    {...askedTogether(props)}
    value={textAnswer(props)}
    items={choiceItems(items)}
    classes={names(small && 'govuk-radios--small', inline && 'govuk-radios--inline')}
  />
)

export const Checkboxes = ({
  items,
  small,
  ...props
}: FieldProps & { items: Choices; small?: boolean | undefined }) => (
  <GovukCheckboxes
    name={props.name}
    {...askedTogether(props)}
    values={answersTo(props.form, props.name)}
    items={choiceItems(items)}
    classes={names(small && 'govuk-checkboxes--small')}
  />
)

const isList = (items: Choices): items is readonly Choice[] => Array.isArray(items)

function choiceItems(items: Choices): ChoiceItem[] {
  if (!isList(items)) return Object.entries(items).map(([value, children]) => ({ value, children }))
  return items.map(item =>
    'divider' in item
      ? { divider: item.divider }
      : {
          value: item.value,
          children: item.label,
          hint: item.hint ? { children: item.hint } : undefined,
          conditional: item.conditional,
          disabled: item.disabled,
          behaviour: item.exclusive ? 'exclusive' : undefined,
        },
  )
}
