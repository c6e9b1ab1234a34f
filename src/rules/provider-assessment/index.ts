import type { Rule } from '../rule.ts'
import { annualAssessment } from './annual-assessment.ts'
import { localLists } from './local-lists.ts'
import { regularVisits } from './regular-visits.ts'
import { sharedJudgements } from './shared-judgements.ts'
import { siteVisit } from './site-visit.ts'

export const providerAssessmentRules: readonly Rule[] = [
  annualAssessment,
  siteVisit,
  regularVisits,
  localLists,
  sharedJudgements,
]
