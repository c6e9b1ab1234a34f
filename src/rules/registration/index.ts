import type { Rule } from '../rule.ts'

export const registrationRules: readonly Rule[] = []
