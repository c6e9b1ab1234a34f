import type { ComponentChildren } from 'preact'
import { namesOrNone, type Options } from '../attributes.ts'
import { answerTo, type FormState } from '../form-state.ts'

/** What every field takes. Ids, hints and errors are tied together here and never in a page. */
export type FieldProps = Options<{
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  form: FormState
  labelSize?: 's' | 'm' | 'l' | 'xl'
  /** When the question is the only one on its page, it is the page's heading. */
  isPageHeading?: boolean
}>

/** Label, hint and error of a single control, as GOV.UK's components take them. */
export const asked = ({ name, label, hint, form, labelSize, isPageHeading }: FieldProps) => ({
  name,
  label: {
    children: label,
    isPageHeading,
    classes: sized('govuk-label', labelSize, isPageHeading),
  },
  ...hintAndError(name, hint, form),
})

/** The same for several controls under one question, whose words are a legend. */
export const askedTogether = (
  { name, label, hint, form, labelSize, isPageHeading }: FieldProps,
  message = form.errors[name],
) => ({
  fieldset: {
    legend: {
      children: label,
      isPageHeading,
      classes: sized('govuk-fieldset__legend', labelSize, isPageHeading),
    },
  },
  ...hintAndError(name, hint, form, message),
})

export const textAnswer = ({ form, name }: FieldProps) => answerTo(form, name)

const sized = (block: string, size: FieldProps['labelSize'], heading: boolean | undefined) =>
  namesOrNone((size ?? heading) && `${block}--${size ?? 'l'}`)

const hintAndError = (
  name: string,
  hint: ComponentChildren,
  form: FormState,
  message = form.errors[name],
) => ({
  hint: hint ? { children: hint } : undefined,
  errorMessage: message ? { children: message } : undefined,
})
