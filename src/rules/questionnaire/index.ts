import type { Rule } from '../rule.ts'

export const questionnaireRules: readonly Rule[] = []
