import { type FormState, StaleAnswers } from '#govuk/index.ts'

/** Both texts, when somebody else saved meanwhile. A date's three answers are called after the date. */
export const SavedMeanwhile = ({
  form,
  labels,
}: {
  form: FormState
  labels: Readonly<Record<string, string>>
}) => (
  <StaleAnswers
    form={form}
    labels={Object.fromEntries(
      Object.entries(labels).flatMap(([name, label]) => [
        [name, label],
        ...['day', 'month', 'year'].map(part => [`${name}-${part}`, `${label} (${part})`]),
      ]),
    )}
  />
)
