import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { Details, SummaryList, Table } from '#govuk/index.ts'
import { objectiveKinds, planFieldKeys, planFields, progressWords } from './fields.ts'
import type { Objective, Plan } from './plan.query.ts'

/** What a version of the plan says. What nobody has written yet is left out, or named where it must be. */
export const PlanWordsView = ({ plan, title }: { plan: Plan; title: string }) => (
  <SummaryList
    card={{ title }}
    rows={[
      ...planFieldKeys.map(
        field => plan[field] !== null && { key: planFields[field][0], value: plan[field] },
      ),
      plan.reintegration !== null && {
        key: 'Going back to mainstream',
        value: plan.reintegration ? 'Is an aim' : 'Is not an aim of this placement',
      },
      plan.staff_qualifications_seen_on !== null && {
        key: 'Qualifications of the staff',
        value: `Seen on ${dayInWords(plan.staff_qualifications_seen_on)}`,
      },
      plan.why !== null && { key: 'Why this version', value: plan.why },
      plan.provider_agreed_on !== null && {
        key: 'Agreed by the provider',
        value: `${plan.agreed_by ?? 'Somebody'}, ${dayInWords(plan.provider_agreed_on)}`,
      },
    ]}
  />
)

/** Objectives with how each stands, and where it was before. */
export const ObjectiveTable = ({
  objectives,
  progressHref,
  dropHref,
}: {
  objectives: readonly Objective[]
  progressHref?: ((objective: Objective) => string) | undefined
  dropHref?: ((objective: Objective) => string) | undefined
}) => (
  <Table
    caption="Objectives"
    head={['Objective', 'Measured by', 'By', 'Stands', ...(progressHref ? ['Actions'] : [])]}
    rows={objectives.map(objective => [
      `${objectiveKinds[objective.kind]}: ${objective.objective}`,
      `${objective.measure ?? 'Not said'}${objective.baseline ? `. Now: ${objective.baseline}` : ''}`,
      objective.target_on ? shortDayInWords(objective.target_on) : 'Not said',
      <Standing objective={objective} />,
      ...(progressHref
        ? [
            <>
              <a class="govuk-link" href={progressHref(objective)}>
                Note progress<span class="govuk-visually-hidden">: {objective.objective}</span>
              </a>
              {dropHref && (
                <>
                  <br />
                  <a class="govuk-link" href={dropHref(objective)}>
                    Drop<span class="govuk-visually-hidden">: {objective.objective}</span>
                  </a>
                </>
              )}
            </>,
          ]
        : []),
    ])}
    empty="There is no objective yet."
  />
)

function Standing({ objective: { progress } }: { objective: Objective }) {
  const [last, ...earlier] = progress
  if (!last) return <>Nothing noted yet</>
  return (
    <>
      {line(last)}
      {earlier.length > 0 && (
        <Details summary={`Before (${earlier.length})`}>
          {earlier.map(each => (
            <p class="govuk-body-s govuk-!-margin-bottom-1">{line(each)}</p>
          ))}
        </Details>
      )}
    </>
  )
}

const line = ({ standing, on_day, note, person, organisation }: Objective['progress'][number]) =>
  `${progressWords[standing]}, ${shortDayInWords(on_day)}, ${person ?? 'somebody'}${organisation ? `, ${organisation}` : ''}${note ? `: ${note}` : ''}`
