import type { Rule } from '../rule.ts'

export const lookedAfterRules: readonly Rule[] = []
