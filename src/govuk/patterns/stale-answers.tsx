import { SummaryList } from '../base/summary-list.tsx'
import type { FormState } from '../form-state.ts'
import { Alert } from './alert.tsx'

/** Somebody saved this while the reader was writing: both texts, so that nothing anybody wrote is lost. */
export const StaleAnswers = ({
  form,
  labels,
}: {
  form: FormState
  /** What each field is called. */
  labels: Readonly<Record<string, string>>
}) => {
  if (!form.stale) return null
  const differing = Object.entries(form.stale.saved).filter(([name]) => labels[name])
  return (
    <Alert kind="warning" title="Somebody else has changed this since you opened it">
      <p class="govuk-body">
        Nothing was saved. Your answers are below. Compare them with what is saved now, and save
        again if yours should stand.
      </p>
      {differing.length > 0 && (
        <SummaryList
          rows={differing.map(([name, value]) => ({
            key: `Saved now: ${labels[name]}`,
            value: String(value ?? '') || 'Nothing',
          }))}
        />
      )}
    </Alert>
  )
}
