import type { Rule } from '../rule.ts'

export const workExperienceRules: readonly Rule[] = []
