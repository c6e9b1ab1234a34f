import type { Rule } from '../rule.ts'

export const ofstedRules: readonly Rule[] = []
