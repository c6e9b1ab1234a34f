import { GovukErrorSummary } from '../base/error-summary.tsx'
import { type FormState, fieldAnchor, hasErrors } from '../form-state.ts'

/** Everything that is wrong, each a link to its field. Put it first on the page; without errors it is nothing. */
export const ErrorSummary = ({
  form,
  title = 'There is a problem',
}: {
  form: FormState
  title?: string
}) =>
  hasErrors(form) ? (
    <GovukErrorSummary
      title={title}
      errorList={Object.entries(form.errors).map(([name, message]) => ({
        href: fieldAnchor(form, name),
        children: message,
      }))}
    />
  ) : null
