import type { ComponentChildren } from 'preact'
import { type Attributes, names, type Options } from '../attributes.ts'
import { GovukFileUpload } from '../base/file-upload.tsx'
import { GovukInput } from '../base/input.tsx'
import { GovukPasswordInput } from '../base/password-input.tsx'
import { GovukSelect, type SelectItem } from '../base/select.tsx'
import { GovukCharacterCount, GovukTextarea } from '../base/textarea.tsx'
import { asked, type FieldProps, textAnswer } from './field.ts'

type Width =
  | '2'
  | '3'
  | '4'
  | '5'
  | '10'
  | '20'
  | '30'
  | 'full'
  | 'two-thirds'
  | 'one-half'
  | 'one-third'
  | 'one-quarter'

const fluid: readonly string[] = ['full', 'two-thirds', 'one-half', 'one-third', 'one-quarter']
const widthClass = (width: Width | undefined) =>
  width && (fluid.includes(width) ? `govuk-!-width-${width}` : `govuk-input--width-${width}`)

export const TextInput = ({
  width,
  prefix,
  suffix,
  classes,
  ...props
}: FieldProps &
  Options<{
    type?: 'text' | 'email' | 'tel' | 'search' | 'url'
    width?: Width
    inputmode?: 'numeric' | 'decimal' | 'email' | 'tel'
    autocomplete?: string
    spellcheck?: boolean
    prefix?: ComponentChildren
    suffix?: ComponentChildren
    classes?: string
    attributes?: Attributes
  }>) => (
  <GovukInput
    {...asked(props)}
    value={textAnswer(props)}
    type={props.type}
    classes={names(classes, widthClass(width))}
    inputmode={props.inputmode}
    autocomplete={props.autocomplete}
    spellcheck={props.spellcheck}
    prefix={prefix ? { children: prefix } : undefined}
    suffix={suffix ? { children: suffix } : undefined}
    attributes={props.attributes}
  />
)

/** With `maxlength` or `maxwords` it counts as you type, and says the limit to everybody. */
export const TextArea = ({
  maxlength,
  maxwords,
  ...props
}: FieldProps &
  Options<{
    rows?: number
    maxlength?: number
    maxwords?: number
    threshold?: number
    spellcheck?: boolean
    attributes?: Attributes
  }>) => {
  const field = {
    ...asked(props),
    value: textAnswer(props),
    rows: props.rows,
    spellcheck: props.spellcheck,
    attributes: props.attributes,
  }
  if (maxlength === undefined && maxwords === undefined) return <GovukTextarea {...field} />
  return (
    <GovukCharacterCount
      {...field}
      maxlength={maxlength}
      maxwords={maxwords}
      threshold={props.threshold}
    />
  )
}

/** A password is never put back into the page, whatever went wrong. */
export const PasswordInput = ({
  autocomplete,
  ...props
}: FieldProps & Options<{ autocomplete?: 'current-password' | 'new-password' }>) => (
  <GovukPasswordInput {...asked(props)} autocomplete={autocomplete} />
)

/** `items` are options, or values with their words. `blank` adds a first choice that is none. */
export const Select = ({
  items,
  blank,
  ...props
}: FieldProps &
  Options<{
    items: readonly SelectItem[] | Readonly<Record<string, string>>
    blank?: string
    attributes?: Attributes
  }>) => (
  <GovukSelect
    {...asked(props)}
    value={textAnswer(props)}
    attributes={props.attributes}
    items={[blank !== undefined && { value: '', text: blank }, ...selectItems(items)]}
  />
)

const selectItems = (items: readonly SelectItem[] | Readonly<Record<string, string>>) =>
  Array.isArray(items)
    ? (items as readonly SelectItem[])
    : Object.entries(items as Record<string, string>).map(([value, text]) => ({ value, text }))

/** The browser's own control, which takes dropped files too and says its name to everybody. The form must be `multipart`. */
export const FileUpload = ({
  accept,
  multiple,
  ...props
}: FieldProps & Options<{ accept?: string; multiple?: boolean; attributes?: Attributes }>) => (
  <GovukFileUpload
    {...asked(props)}
    multiple={multiple}
    attributes={accept ? { accept, ...props.attributes } : props.attributes}
  />
)
