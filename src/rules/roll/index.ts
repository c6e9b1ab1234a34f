import type { Rule } from '../rule.ts'
import { attendanceCodeInProvision } from './attendance-code.ts'
import { deletionReturn } from './deletion-return.ts'
import { evidenceForTheGround } from './evidence-for-the-ground.ts'
import { neverForNonAttendance } from './never-for-non-attendance.ts'
import { newPupilReturnDue } from './new-pupil-return.ts'
import { supportedChildStays } from './supported-child-stays.ts'
import { twentyDayGroundTest } from './twenty-day-ground.ts'

export const rollRules: readonly Rule[] = [
  neverForNonAttendance,
  evidenceForTheGround,
  supportedChildStays,
  twentyDayGroundTest,
  deletionReturn,
  newPupilReturnDue,
  attendanceCodeInProvision,
]
