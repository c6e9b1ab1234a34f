import { reevaluateRollsJob } from './moves/ask-again.ts'
import { reevaluateProvisionJob } from './provision/reevaluate-provision.ts'
import { reevaluateAllJob, reevaluateChangedJob } from './reevaluate.ts'

export {
  acceptFinding,
  acceptPlacementFinding,
  acceptProviderFinding,
} from './accept-finding.ts'
export { askAbout, openCaseStatuses, openCases } from './ask-again.ts'
export { findingsOfDirection } from './directions/direction-findings.query.ts'
export { reevaluateDirections } from './directions/evaluate-directions.ts'
export {
  type CaseFinding,
  caseFindings,
  evaluateReferrals,
  type Watch,
} from './evaluate-referrals.ts'
export { factsFor } from './facts.query.ts'
export {
  blockersOf,
  type CaseFindingRow,
  type FindingSummary,
  findingHistory,
  findingSummaries,
  findingsOf,
} from './finding.query.ts'
export { FindingCard, levelTag, levelWords, standingWords } from './finding-card.tsx'
export { fingerprintOf } from './keep-findings.ts'
export { reevaluateMoves } from './moves/evaluate-moves.ts'
export { findingsOfMoves } from './moves/findings-of-move.query.ts'
export { authorityParameters, versionOf } from './parameters.query.ts'
export { evaluateProviders, providerRules } from './providers/evaluate-providers.ts'
export { mayStand, wayRoundAtProvider } from './providers/may-stand.ts'
export { providerFacts } from './providers/provider-facts.ts'
export { findingsOfProvider } from './providers/provider-findings.query.ts'
export { leaveFindingsToTheJob, reevaluateProvision } from './provision/evaluate-placements.ts'
export { findingsOfPlacement } from './provision/placement-finding.query.ts'
export { type PlacementFinding, placementFindings } from './provision/placement-findings.ts'
export { provisionRules } from './provision/provision-rules.ts'
export { type ChildProvision, childProvision, provisionFacts } from './provision/provision-world.ts'
export { reevaluateProvisionJob } from './provision/reevaluate-provision.ts'
export { type Stretch, timetableOn } from './provision/timetable.ts'
export {
  canBeOpenedBy,
  findingHref,
  kindOfRecord,
  recordedFindings,
  recordHref,
  recordKinds,
  recordName,
  whoseRecord,
} from './recorded-findings.query.ts'
export {
  reevaluate,
  reevaluateAllJob,
  reevaluateChangedJob,
} from './reevaluate.ts'
export { rulesShown } from './rules-shown.ts'
export { linkTo, placeWords } from './source-words.ts'

export const jobs = [
  reevaluateChangedJob,
  reevaluateAllJob,
  reevaluateProvisionJob,
  reevaluateRollsJob,
]
