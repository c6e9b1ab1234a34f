import { reevaluateAllJob, reevaluateJob } from './reevaluate.ts'

export { acceptFinding } from './accept-finding.ts'
export {
  type CaseFinding,
  caseFindings,
  evaluateReferrals,
  fingerprintOf,
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
  openCaseStatuses,
  reevaluate,
  reevaluateAllJob,
  reevaluateChild,
  reevaluateJob,
} from './reevaluate.ts'
export { rulesShown } from './rules-shown.ts'
export { linkTo, placeWords } from './source-words.ts'

export const jobs = [reevaluateJob, reevaluateAllJob]
