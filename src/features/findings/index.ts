import { reevaluateAllProvidersJob } from './providers/reevaluate-providers.ts'
import { reevaluateProviderJob, reevaluateProvisionJob } from './provision/evaluate-placements.ts'
import { reevaluateAllJob, reevaluateChangedJob } from './reevaluate.ts'

export { acceptFinding } from './accept-finding.ts'
export { askAbout, openCaseStatuses, openCases } from './ask-again.ts'
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
export { authorityParameters, versionOf } from './parameters.query.ts'
export { evaluateProviders, providerRules } from './providers/evaluate-providers.ts'
export { providerFacts } from './providers/provider-facts.ts'
export { findingsOfProvider } from './providers/provider-findings.query.ts'
export { reevaluateAllProvidersJob, reevaluateProvider } from './providers/reevaluate-providers.ts'
export {
  askAboutProviders,
  openPlacementStatuses,
  reevaluateProvision,
} from './provision/evaluate-placements.ts'
export { acceptPlacementFinding, findingsOfPlacement } from './provision/placement-finding.query.ts'
export { type PlacementFinding, placementFindings } from './provision/placement-findings.ts'
export { provisionRules } from './provision/provision-rules.ts'
export { type ChildProvision, childProvision, provisionFacts } from './provision/provision-world.ts'
export { type Stretch, timetableOn } from './provision/timetable.ts'
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
  reevaluateProviderJob,
  reevaluateProvisionJob,
  reevaluateAllProvidersJob,
]
