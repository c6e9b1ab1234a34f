import type { Rule } from '../rule.ts'
import { broadCurriculum } from './broad-curriculum.ts'
import { cautionHeadCount } from './caution-head-count.ts'
import { endDatePassed } from './end-date-passed.ts'
import { fullTimeConflict } from './full-time-conflict.ts'
import { moreThanEighteenHours } from './more-than-eighteen-hours.ts'
import { moreThanThreeDays } from './more-than-three-days.ts'
import { planElements } from './plan-elements.ts'
import { providerHoldsCopy } from './provider-holds-copy.ts'
import { shortTermException } from './short-term-exception.ts'

export const substantialRules: readonly Rule[] = [
  moreThanThreeDays,
  cautionHeadCount,
  moreThanEighteenHours,
  shortTermException,
  planElements,
  providerHoldsCopy,
  endDatePassed,
  broadCurriculum,
  fullTimeConflict,
]
