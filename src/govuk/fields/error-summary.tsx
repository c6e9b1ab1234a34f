import { GovukErrorSummary } from '../base/error-summary.tsx'
import { type FormState, fieldAnchor, hasErrors } from '../form-state.ts'
import { Alert } from '../patterns/alert.tsx'

/**
 * Everything that is wrong, each a link to its field; or that somebody else was quicker, which no page may leave
 * unsaid. Put it first on the page; without either it is nothing.
 */
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
  ) : form.stale ? (
    <Alert kind="warning" title="Somebody else has changed this since you opened it">
      <p class="govuk-body">
        Nothing was saved. Your answers are below. Compare them with what is saved now, and save
        again if yours should stand.
      </p>
    </Alert>
  ) : null
