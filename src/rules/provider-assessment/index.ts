import type { Rule } from '../rule.ts'

export const providerAssessmentRules: readonly Rule[] = []
