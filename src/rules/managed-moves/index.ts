import type { Rule } from '../rule.ts'

export const managedMovesRules: readonly Rule[] = []
