import type { Rule } from '../rule.ts'

export const substantialRules: readonly Rule[] = []
