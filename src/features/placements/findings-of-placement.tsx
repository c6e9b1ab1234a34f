import { type CaseFindingRow, FindingCard } from '#features/findings/index.ts'
import { Details } from '#govuk/index.ts'

const most = 3

/** What the rules found about a placement, each with the way to accept it; many of one rule are folded into one line. */
export const FindingsOfPlacement = ({
  placementId,
  findings,
  mayAccept,
}: {
  placementId: string
  findings: readonly CaseFindingRow[]
  mayAccept: boolean
}) => (
  <>
    {[...Map.groupBy(findings, ({ rule, level }) => `${rule} ${level}`).values()].map(group => {
      const cards = group.map(finding => (
        <FindingCard
          finding={finding}
          actions={
            mayAccept && !finding.acceptedAt ? (
              <p class="govuk-body">
                <a
                  class="govuk-link"
                  href={`/placements/${placementId}/findings/${finding.id}/accept`}
                >
                  Accept it with a reason
                  <span class="govuk-visually-hidden"> (rule {finding.rule})</span>
                </a>
              </p>
            ) : undefined
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
