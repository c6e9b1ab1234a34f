import { type CaseFindingRow, FindingCard } from '#features/findings/index.ts'
import { Details } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Placement } from './placement.query.ts'
import { whereToMend } from './where-to-mend.ts'

const most = 3

/** What the rules found about a placement, each with the way to accept it; many of one rule are folded into one line. */
export const FindingsOfPlacement = ({
  placement,
  findings,
  me,
  run,
  mayAccept,
}: {
  placement: Pick<Placement, 'id' | 'child_id' | 'provider_id' | 'status' | 'arranged_by_id'>
  findings: readonly CaseFindingRow[]
  me: Me
  /** Whether the reader’s own organisation runs it, and can mend what is missing. */
  run: boolean
  mayAccept: boolean
}) => (
  <>
    {[...Map.groupBy(findings, ({ rule, level }) => `${rule} ${level}`).values()].map(group => {
      const cards = group.map(finding => (
        <FindingCard
          finding={finding}
          actions={
            finding.acceptedAt ? undefined : (
              <Ways
                finding={finding}
                place={run ? whereToMend(finding, placement, me) : undefined}
                accept={
                  mayAccept
                    ? `/placements/${placement.id}/findings/${finding.id}/accept`
                    : undefined
                }
              />
            )
          }
        />
      ))
      return group.length <= most ? (
        cards
      ) : (
        <Details summary={`${group.length} things under rule ${group[0]?.rule}`}>{cards}</Details>
      )
    })}
  </>
)

/** What is missing is mended where it is kept, or let stand with a reason. */
const Ways = ({
  finding: { id, rule },
  place,
  accept,
}: {
  finding: CaseFindingRow
  place: ReturnType<typeof whereToMend>
  accept: string | undefined
}) =>
  place || accept ? (
    <ul class="govuk-list">
      {place && (
        <li>
          <a class="govuk-link" href={place.href} aria-describedby={`finding-${id}`}>
            {place.text}
          </a>
        </li>
      )}
      {accept && (
        <li>
          <a class="govuk-link" href={accept}>
            Accept it with a reason
            <span class="govuk-visually-hidden"> (rule {rule})</span>
          </a>
        </li>
      )}
    </ul>
  ) : null

/** What is only to be known stands behind a line that opens, so that what has to be mended is read first. */
export const ToKnow = ({ findings }: { findings: readonly CaseFindingRow[] }) =>
  findings.length > 0 ? (
    <Details
      summary={
        findings.length === 1 ? 'One thing more to know' : `${findings.length} things more to know`
      }
    >
      {findings.map(finding => (
        <FindingCard
          finding={finding}
          actions={
            finding.rule === 'QST-06' && (
              <p class="govuk-body">
                <a class="govuk-link" href="/questionnaires/template">
                  Use its questions as a template
                </a>
              </p>
            )
          }
        />
      ))}
    </Details>
  ) : null
