import type { Rule } from '../rule.ts'
import { allStaffTrained } from './all-staff-trained.ts'
import { followTheGuidance } from './follow-the-guidance.ts'
import { leadInPlace } from './lead-in-place.ts'
import { saferWorkingPracticeAdopted } from './safer-working-practice.ts'
import { someTrainingShown } from './some-training-shown.ts'

export const safeguardingRules: readonly Rule[] = [
  followTheGuidance,
  allStaffTrained,
  someTrainingShown,
  leadInPlace,
  saferWorkingPracticeAdopted,
]
