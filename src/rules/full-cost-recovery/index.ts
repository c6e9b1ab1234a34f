import type { Rule } from '../rule.ts'
import { afterTheCensus } from './after-the-census.ts'
import { authoritySecuresRecovery } from './authority-secures-recovery.ts'
import { averageCostAboveAgeWeighted } from './average-cost-above-age-weighted.ts'
import { averageFundingProRata } from './average-funding-pro-rata.ts'
import { localAgreementSetsCharge } from './local-agreement-sets-charge.ts'
import { membersNeverPayFullCost } from './members-never-pay-full-cost.ts'
import { memorandumOnly } from './memorandum-only.ts'
import { needsMetAfterWithdrawal } from './needs-met-after-withdrawal.ts'
import { programmeWithoutExclusion } from './programme-without-exclusion.ts'
import { ratesFromTheForum } from './rates-from-the-forum.ts'
import { relevantDateRule } from './relevant-date-rule.ts'
import { seniorOfficerDiscussion } from './senior-officer-discussion.ts'
import { sharedCost } from './shared-cost.ts'
import { statutoryAdjustment } from './statutory-adjustment.ts'
import { twoPartCharge } from './two-part-charge.ts'

export const fullCostRecoveryRules: readonly Rule[] = [
  membersNeverPayFullCost,
  localAgreementSetsCharge,
  averageFundingProRata,
  averageCostAboveAgeWeighted,
  ratesFromTheForum,
  needsMetAfterWithdrawal,
  authoritySecuresRecovery,
  statutoryAdjustment,
  relevantDateRule,
  programmeWithoutExclusion,
  twoPartCharge,
  memorandumOnly,
  seniorOfficerDiscussion,
  afterTheCensus,
  sharedCost,
]
