import { reevaluateAllJob, reevaluateChangedJob } from './reevaluate.ts'

export { acceptFinding } from './accept-finding.ts'
export { askAbout, openCaseStatuses, openCases } from './ask-again.ts'
export {
  type CaseFinding,
  caseFindings,
  evaluateReferrals,
  fingerprintOf,
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
export { authorityParameters, versionOf } from './parameters.query.ts'
export {
  reevaluate,
  reevaluateAllJob,
  reevaluateChangedJob,
} from './reevaluate.ts'
export { rulesShown } from './rules-shown.ts'
export { linkTo, placeWords } from './source-words.ts'

export const jobs = [reevaluateChangedJob, reevaluateAllJob]
