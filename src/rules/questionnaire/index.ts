import type { Rule } from '../rule.ts'
import { fifteenAnswers } from './fifteen-answers.ts'
import { formForEachProvider } from './form-for-each-provider.ts'
import { notThroughPartnership } from './not-through-partnership.ts'
import { otherAuthoritysChild } from './other-authoritys-child.ts'
import { returnIt } from './return-it.ts'
import { supplyEvidence } from './supply-evidence.ts'

export const questionnaireRules: readonly Rule[] = [
  formForEachProvider,
  notThroughPartnership,
  returnIt,
  supplyEvidence,
  fifteenAnswers,
  otherAuthoritysChild,
]
