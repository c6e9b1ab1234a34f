import type { Rule } from '../rule.ts'

export const sendRules: readonly Rule[] = []
