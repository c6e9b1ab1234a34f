import type { Rule } from '../rule.ts'
import { audit } from './audit.ts'
import { eightProcedures } from './eight-procedures.ts'
import { employersLiabilityGuide } from './employers-liability-expected.ts'
import { employersLiabilityRule } from './employers-liability-in-law.ts'
import { expiry } from './expiry.ts'
import { insuranceInAssessments } from './insurance-in-assessments.ts'
import { leadAndDeputies } from './lead-and-deputies.ts'
import { professionalIndemnity } from './professional-indemnity.ts'
import { proofBeforeStart } from './proof-before-start.ts'
import { publicLiability } from './public-liability.ts'
import { seenItemByItem } from './seen-item-by-item.ts'
import { serviceLevelAgreement } from './service-level-agreement.ts'
import { singleCentralRecord } from './single-central-record.ts'
import { soleTraders } from './sole-traders.ts'

export const evidenceRules: readonly Rule[] = [
  proofBeforeStart,
  seenItemByItem,
  employersLiabilityRule,
  employersLiabilityGuide,
  publicLiability,
  professionalIndemnity,
  soleTraders,
  singleCentralRecord,
  eightProcedures,
  leadAndDeputies,
  serviceLevelAgreement,
  expiry,
  audit,
  insuranceInAssessments,
]
