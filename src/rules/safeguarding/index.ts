import type { Rule } from '../rule.ts'

export const safeguardingRules: readonly Rule[] = []
