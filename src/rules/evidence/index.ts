import type { Rule } from '../rule.ts'

export const evidenceRules: readonly Rule[] = []
