import { SummaryList } from '../base/summary-list.tsx'
import type { FormState } from '../form-state.ts'

/** What somebody saved while the reader was writing, beside the reader’s own: nothing anybody wrote is lost. The error summary says that it happened. */
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
  if (differing.length === 0) return null
  return (
    <SummaryList
      rows={differing.map(([name, value]) => ({
        key: `Saved now: ${labels[name]}`,
        value: String(value ?? '') || 'Nothing',
      }))}
    />
  )
}
