import type { Rule } from '../rule.ts'

export const fullCostRecoveryRules: readonly Rule[] = []
