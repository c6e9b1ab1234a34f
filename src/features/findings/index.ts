import { reevaluateAllJob, reevaluateJob } from './reevaluate.ts'

export { acceptFinding } from './accept-finding.ts'
export { type CaseFinding, caseFindings, evaluateReferrals } from './evaluate-referrals.ts'
export { factsFor } from './facts.query.ts'
export {
  blockersOf,
  type CaseFindingRow,
  findingCounts,
  findingHistory,
  findingsOf,
} from './finding.query.ts'
export { FindingCard, levelTag } from './finding-card.tsx'
export { reevaluate, reevaluateAllJob, reevaluateChild, reevaluateJob } from './reevaluate.ts'
export { rulesShown } from './rules-shown.ts'

export const jobs = [reevaluateJob, reevaluateAllJob]
