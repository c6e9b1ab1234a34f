import { attrs, names, type Options, translations } from '../attributes.ts'
import { Button } from './button.tsx'
import { GovukInput, type InputProps } from './input.tsx'

export type PasswordInputProps = InputProps &
  Options<{
    showPasswordText?: string
    hidePasswordText?: string
    showPasswordAriaLabelText?: string
    hidePasswordAriaLabelText?: string
    passwordShownAnnouncementText?: string
    passwordHiddenAnnouncementText?: string
    button?: { classes?: string | undefined }
  }>

export function GovukPasswordInput(props: PasswordInputProps) {
  const { formGroup } = props
  const id = props.id || props.name
  return (
    <GovukInput
      id={id}
      name={props.name}
      type="password"
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      value={props.value}
      disabled={props.disabled}
      describedBy={props.describedBy}
      attributes={props.attributes}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      classes={names('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: names('govuk-password-input', formGroup?.classes),
        attributes: moduleAttributes(props),
        before: formGroup?.before,
        after: (
          <>
            <ShowButton {...props} id={id} />
            {formGroup?.after}
          </>
        ),
      }}
    />
  )
}

const moduleAttributes = (props: PasswordInputProps) => ({
  'data-module': 'govuk-password-input',
  ...translations({
    'show-password': props.showPasswordText,
    'hide-password': props.hidePasswordText,
    'show-password-aria-label': props.showPasswordAriaLabelText,
    'hide-password-aria-label': props.hidePasswordAriaLabelText,
    'password-shown-announcement': props.passwordShownAnnouncementText,
    'password-hidden-announcement': props.passwordHiddenAnnouncementText,
  }),
  ...attrs(props.formGroup?.attributes),
})

const ShowButton = ({ id, ...props }: PasswordInputProps & { id: string }) => (
  <Button
    type="button"
    variant="secondary"
    classes={names(
      'govuk-password-input__toggle govuk-js-password-input-toggle',
      props.button?.classes,
    )}
    attributes={{
      'aria-controls': id,
      'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
      hidden: '',
    }}
  >
    {props.showPasswordText ?? 'Show'}
  </Button>
)
