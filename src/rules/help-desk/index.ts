import type { Rule } from '../rule.ts'

export const helpDeskRules: readonly Rule[] = []
