import type { Rule } from '../rule.ts'

export const fairAccessRules: readonly Rule[] = []
