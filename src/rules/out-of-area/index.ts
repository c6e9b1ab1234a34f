import type { Rule } from '../rule.ts'

export const outOfAreaRules: readonly Rule[] = []
