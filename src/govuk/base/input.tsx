import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'
import { Control, type ControlProps } from './control.tsx'

type Affix = Options<{ classes?: string; attributes?: Attributes; children?: ComponentChildren }>

export type InputProps = ControlProps &
  Options<{
    type?: string
    value?: string | number
    inputmode?: string
    autocomplete?: string
    autocapitalize?: string
    pattern?: string
    spellcheck?: boolean
    prefix?: Affix
    suffix?: Affix
    inputWrapper?: Options<{ classes?: string; attributes?: Attributes }>
  }>

export const GovukInput = (props: InputProps) => (
  <Control {...props}>
    {describedBy => {
      const input = <InputElement {...props} describedBy={describedBy} />
      const { prefix, suffix, formGroup, inputWrapper } = props
      if (!prefix?.children && !suffix?.children && !formGroup?.before && !formGroup?.after)
        return input
      return (
        <div
          class={names('govuk-input__wrapper', inputWrapper?.classes)}
          {...attrs(inputWrapper?.attributes)}
        >
          {formGroup?.before}
          {prefix?.children && <AffixElement kind="prefix" {...prefix} />}
          {input}
          {suffix?.children && <AffixElement kind="suffix" {...suffix} />}
          {formGroup?.after}
        </div>
      )
    }}
  </Control>
)

const InputElement = ({ id, name, type = 'text', spellcheck, ...props }: InputProps) => (
  <input
    class={names('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
    id={id || name}
    name={name}
    type={type as 'text'}
    value={props.value}
    disabled={props.disabled}
    aria-describedby={props.describedBy}
    autocomplete={props.autocomplete as 'on' | undefined}
    autocapitalize={props.autocapitalize as 'none' | undefined}
    pattern={props.pattern}
    inputmode={props.inputmode as 'numeric' | undefined}
    {...(spellcheck === undefined ? {} : attrs({ spellcheck }))}
    {...attrs(props.attributes)}
  />
)

const AffixElement = ({
  kind,
  classes,
  attributes,
  children,
}: Affix & { kind: 'prefix' | 'suffix' }) => (
  <div class={names(`govuk-input__${kind}`, classes)} aria-hidden="true" {...attrs(attributes)}>
    {children}
  </div>
)
