import type { Rule } from '../rule.ts'
import { genuineWorkExperience } from './genuine-work-experience.ts'
import { workExperienceCover } from './insurance.ts'
import { lebcCheck } from './lebc-check.ts'
import { workExperienceCode } from './register-code.ts'
import { serveProgrammeGoals } from './serve-programme-goals.ts'

export const workExperienceRules: readonly Rule[] = [
  serveProgrammeGoals,
  lebcCheck,
  genuineWorkExperience,
  workExperienceCover,
  workExperienceCode,
]
