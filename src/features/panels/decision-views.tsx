import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { DefinitionStrip, SummaryList, WarningText } from '#govuk/index.ts'
import { decisionCodeName } from './decide.ts'
import type { Decision } from './decision.query.ts'
import { type EnforceabilityStep, hindrance } from './enforceability.ts'

/** The strip of five that makes a Fair Access decision stand. */
export const Enforceability = ({
  steps,
  issued,
}: {
  steps: readonly EnforceabilityStep[]
  issued: boolean
}) => (
  <>
    <h2 class="govuk-heading-m">Does this decision stand?</h2>
    <DefinitionStrip
      label="What makes a Fair Access decision enforceable"
      steps={steps.map(({ title, done, detail }) => ({ label: title, done, words: detail }))}
    />
    {!issued && hindrance(steps) && (
      <WarningText>
        {hindrance(steps)} A decision taken without all schools having the opportunity to contribute
        is not enforceable (Co-ordinators’ FAQ, question 3, point 3).
      </WarningText>
    )}
  </>
)

export const DecisionSummary = ({ decision }: { decision: Decision }) => (
  <SummaryList
    rows={[
      { key: 'Decided', value: decisionCodeName(decision.code) },
      { key: 'On', value: momentInWords(decision.decided_at) },
      decision.meeting_reference !== null && {
        key: 'At meeting',
        value: `PNL-${decision.meeting_reference}`,
      },
      decision.emergency && { key: 'Emergency decision because', value: decision.emergency_reason },
      decision.ratified_at !== null && {
        key: 'Ratified',
        value: momentInWords(decision.ratified_at),
      },
      decision.school !== null && { key: 'School', value: decision.school },
      decision.provision !== null && { key: 'Provision', value: decision.provision },
      decision.tier !== null && { key: 'Tier', value: String(decision.tier) },
      { key: 'Reasons', value: decision.reasons },
      decision.options_considered !== null && {
        key: 'Options considered',
        value: decision.options_considered,
      },
      decision.conditions !== null && { key: 'Conditions', value: decision.conditions },
      decision.dissent !== null && { key: 'Dissent', value: decision.dissent },
      decision.start_on !== null && { key: 'Starts', value: dayInWords(decision.start_on) },
      decision.review_on !== null && { key: 'Review', value: dayInWords(decision.review_on) },
      decision.end_on !== null && { key: 'Ends', value: dayInWords(decision.end_on) },
      { key: 'Recorded by', value: decision.recorder ?? '' },
      decision.issued_at !== null && { key: 'Issued', value: momentInWords(decision.issued_at) },
    ]}
  />
)
