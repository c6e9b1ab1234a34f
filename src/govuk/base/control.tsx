import type { ComponentChildren, VNode } from 'preact'
import { type Attributes, attrs, names, namesOrNone, type Options } from '../attributes.ts'
import { type FieldsetProps, GovukFieldset } from './fieldset.tsx'
import { Label, type LabelProps } from './label.tsx'
import { ErrorMessage, type ErrorMessageProps, Hint, type TextProps } from './text.tsx'

export type FormGroupProps = Options<{
  classes?: string
  attributes?: Attributes
  before?: ComponentChildren
  after?: ComponentChildren
}>

/** What every question has in common, under GOV.UK's own names. */
export type ControlProps = Options<{
  id?: string
  name: string
  label?: LabelProps
  hint?: TextProps
  errorMessage?: ErrorMessageProps
  formGroup?: FormGroupProps
  describedBy?: string
  disabled?: boolean
  classes?: string
  attributes?: Attributes
}>

type Wrapping<T> = T & { children: (describedBy: string | undefined) => VNode | null }

export const FormGroup = ({
  formGroup = {},
  error,
  children,
}: {
  formGroup?: FormGroupProps | undefined
  error: boolean
  children: ComponentChildren
}) => (
  <div
    class={names('govuk-form-group', error && 'govuk-form-group--error', formGroup.classes)}
    {...attrs(formGroup.attributes)}
  >
    {children}
  </div>
)

/** One control with its label, hint and error, and the ids that tie them together. */
export function Control(props: Wrapping<ControlProps>) {
  const { label, hint, errorMessage, formGroup } = props
  const id = props.id || props.name
  return (
    <FormGroup formGroup={formGroup} error={errorMessage !== undefined}>
      <Label {...label} for={id} />
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      {props.children(descriptions(id, props.describedBy, props))}
    </FormGroup>
  )
}

type GroupProps = Pick<ControlProps, 'hint' | 'errorMessage' | 'formGroup' | 'describedBy'> & {
  id: string
  fieldset?: FieldsetProps | undefined
}

/** Several controls under one question: with a fieldset it carries the descriptions, without one each control does. */
export function ControlGroup(props: Wrapping<GroupProps>) {
  const { id, hint, errorMessage, formGroup, fieldset } = props
  const given = fieldset?.describedBy || props.describedBy
  const inner = (
    <>
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      {props.children(fieldset ? undefined : descriptions(id, given, props))}
    </>
  )
  return (
    <FormGroup formGroup={formGroup} error={errorMessage !== undefined}>
      {fieldset ? (
        <GovukFieldset {...fieldset} describedBy={descriptions(id, given, props)}>
          {inner}
        </GovukFieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

const descriptions = (
  id: string,
  given: string | undefined,
  { hint, errorMessage }: Pick<ControlProps, 'hint' | 'errorMessage'>,
) => namesOrNone(given, hint && `${id}-hint`, errorMessage && `${id}-error`)

const HintAndError = ({
  id,
  hint,
  errorMessage,
}: Pick<ControlProps, 'hint' | 'errorMessage'> & { id: string }) => (
  <>
    {hint && <Hint {...hint} id={`${id}-hint`} />}
    {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
  </>
)
