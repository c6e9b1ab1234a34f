import type { Rule } from '../rule.ts'

export const offSiteDirectionRules: readonly Rule[] = []
