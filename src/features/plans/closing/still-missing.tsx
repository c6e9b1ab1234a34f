import { InsetText } from '#govuk/index.ts'
import type { Objective } from '../plan/plan.query.ts'
import type { Missing } from './closing.ts'

/** What keeps the record open, each with the way to where it is mended, for who may mend it. */
export const StillMissing = ({
  placement,
  missing,
  objectives,
  lead,
}: {
  placement: { readonly id: string; readonly status: string }
  missing: readonly Missing[]
  objectives: readonly Objective[]
  lead: boolean
}) =>
  missing.length === 0 ? (
    <InsetText>Everything is there: the placement can be closed.</InsetText>
  ) : (
    <InsetText>
      Before it can be closed the record lacks:{' '}
      {missing.map((what, n) => (
        <>
          {n > 0 && '; '}
          {lead ? (
            <a class="govuk-link" href={placeOf(what, placement, objectives)}>
              {what}
            </a>
          ) : (
            what
          )}
        </>
      ))}
      .
    </InsetText>
  )

function placeOf(
  what: Missing,
  { id, status }: { readonly id: string; readonly status: string },
  objectives: readonly Objective[],
): string {
  switch (what) {
    case 'the last day':
      return status === 'live' ? `/placements/${id}/end` : `/placements/${id}`
    case 'progress':
      return '#progress'
    case 'achievements':
      return '#achievements'
    case 'where the child goes next':
      return '#destination'
    case 'an outcome for each objective':
      return `#standing-${objectives.find(isOpen)?.id ?? objectives[0]?.id}`
    case 'the child’s own assessment':
      return `/placements/${id}/pupil-view`
  }
}

const isOpen = ({ progress: [last] }: Objective) =>
  !last || !['met', 'not met', 'some progress'].includes(last.standing)
