import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, namesOrNone, type Options } from '../attributes.ts'
import { ControlGroup, type ControlProps } from './control.tsx'
import type { FieldsetProps } from './fieldset.tsx'
import { Label, type LabelProps } from './label.tsx'
import { Hint, type TextProps } from './text.tsx'

export type ChoiceItem = Options<{
  value?: string | number
  children?: ComponentChildren
  id?: string
  name?: string
  label?: Pick<LabelProps, 'classes' | 'attributes'>
  hint?: TextProps
  divider?: string
  checked?: boolean
  disabled?: boolean
  conditional?: ComponentChildren
  behaviour?: string
  attributes?: Attributes
}>

type GroupProps = Omit<ControlProps, 'id' | 'label' | 'name'> & {
  name: string
  idPrefix?: string | undefined
  fieldset?: FieldsetProps | undefined
  items: readonly (ChoiceItem | null | undefined | false)[]
}

export type RadiosProps = GroupProps & { value?: string | undefined }
export const GovukRadios = (props: RadiosProps) => (
  <Choices
    {...props}
    kind="radio"
    isChosen={value => Boolean(props.value) && value === props.value}
  />
)

export type CheckboxesProps = GroupProps & { values?: readonly string[] | undefined }
export const GovukCheckboxes = (props: CheckboxesProps) => (
  <Choices {...props} kind="checkbox" isChosen={value => props.values?.includes(value) ?? false} />
)

interface Kind {
  kind: 'radio' | 'checkbox'
  isChosen: (value: string) => boolean
}

const blocks = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const

function Choices({ items, isChosen, kind, ...props }: GroupProps & Kind) {
  const idPrefix = props.idPrefix || props.name
  return (
    <ControlGroup id={idPrefix} {...props}>
      {describedBy => (
        <div
          class={names(blocks[kind], props.classes)}
          data-module={blocks[kind]}
          {...attrs(props.attributes)}
        >
          {props.formGroup?.before}
          {items.map(
            (item, index) =>
              item && (
                <Choice
                  {...item}
                  // The first id has no number, so that an error summary can link to the question by its name.
                  id={item.id || (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)}
                  name={(kind === 'checkbox' && item.name) || props.name}
                  checked={item.checked || (item.checked !== false && isChosen(String(item.value)))}
                  kind={kind}
                  describedBy={kind === 'checkbox' ? describedBy : undefined}
                />
              ),
          )}
          {props.formGroup?.after}
        </div>
      )}
    </ControlGroup>
  )
}

type ChoiceProps = ChoiceItem &
  Pick<Kind, 'kind'> & { id: string; name: string; describedBy: string | undefined }

function Choice({ kind, id, conditional, describedBy, hint, ...item }: ChoiceProps) {
  const block = blocks[kind]
  const hintId = hint?.children ? `${id}-item-hint` : undefined
  if (item.divider) return <div class={`${block}__divider`}>{item.divider}</div>
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={item.name}
          type={kind}
          value={item.value ?? ''}
          checked={item.checked}
          disabled={item.disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour || undefined}
          aria-describedby={namesOrNone(describedBy, hintId)}
          {...attrs(item.attributes)}
        />
        <Label
          classes={names(`${block}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        >
          {item.children}
        </Label>
        {hintId && <Hint {...hint} id={hintId} classes={names(`${block}__hint`, hint?.classes)} />}
      </div>
      {conditional && (
        <div
          class={names(`${block}__conditional`, !item.checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  )
}
