import type { Rule } from '../rule.ts'

export const rollRules: readonly Rule[] = []
