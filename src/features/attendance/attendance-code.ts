import { codeFor } from '#rules/roll/attendance-code.ts'

export interface CodedPlacement {
  readonly kind: string
  readonly arranged_under: 's19' | 's42' | 's61' | null
  readonly dual_registered: boolean | null
  readonly supervised: boolean | null
}
export interface CodedMark {
  readonly happened: boolean
  readonly mark: 'present' | 'late' | 'absent' | null
  readonly minutes_late: number | null
  readonly reason: AbsenceReason | null
}
export type AbsenceReason = 'ill' | 'appointment' | 'agreed by school' | 'other' | 'not known'

/** What the school of roll could enter for a session, and why; no code where none is right before somebody has asked. */
export interface SuggestedCode {
  readonly code: string | undefined
  readonly why: string
}

/**
 * The code that the school of roll should record (rule ROL-07; School Attendance Regulations 2024, regulation 10). B and K
 * say that the child attended: they are never suggested for a child of whom nobody has said so.
 */
export function suggestedCode(
  placement: CodedPlacement,
  mark: CodedMark | undefined,
): SuggestedCode {
  // The other school answers for the session, whatever the child did there.
  if (placement.dual_registered && !placement.arranged_under)
    return {
      code: 'D',
      why: 'Dual registered: the other school records whether the child attended',
    }
  if (!mark)
    return {
      code: undefined,
      why:
        placement.kind === 'work experience'
          ? 'A host keeps no register here. Ask it: W only when it says that the child was there'
          : 'The provider has not said yet. Do not enter B or K before it has',
    }
  if (!mark.happened)
    return {
      code: undefined,
      why: 'The provider cancelled the session. Record what the child did instead; never B or K',
    }
  if (mark.mark === 'absent') return absence(mark.reason)
  const attended = attending(placement)
  return mark.mark === 'late' && attended.code
    ? { ...attended, why: `${attended.why}; arrived ${mark.minutes_late} minutes late` }
    : attended
}

function attending(placement: CodedPlacement): SuggestedCode {
  if (placement.kind === 'work experience')
    return { code: 'W', why: 'Attended work experience that the school or authority arranged' }
  const code = codeFor({
    ...(placement.arranged_under ? { arrangedUnder: placement.arranged_under } : {}),
    ...(placement.supervised === null ? {} : { supervised: placement.supervised }),
  })
  if (code === 'K')
    return {
      code,
      why: `Attended provision that the authority arranged under ${sections[placement.arranged_under ?? 's19']}`,
    }
  return code === 'B'
    ? { code, why: 'Attended supervised education off site that the school approved' }
    : {
        code: undefined,
        why: 'Nobody supervised it, so B is not right. C2 only where a part-time timetable is agreed',
      }
}

const sections = {
  s19: 'section 19 of the Education Act 1996',
  s42: 'section 42(2) of the Children and Families Act 2014',
  s61: 'section 61(1) of the Children and Families Act 2014',
} as const

function absence(reason: AbsenceReason | null): SuggestedCode {
  switch (reason) {
    case 'ill':
      return { code: 'I', why: 'Absent because of illness, the provider was told' }
    case 'appointment':
      return { code: 'M', why: 'Absent for a medical or dental appointment' }
    case 'agreed by school':
      return {
        code: 'C',
        why: 'Absent with leave: only your school can have given it, in exceptional circumstances',
      }
    case 'other':
      return {
        code: 'O',
        why: 'Absent for a reason that is none of the authorised ones, unless you decide so',
      }
    default:
      return {
        code: 'N',
        why: 'Absent, reason not known: find out within five school days, then correct it',
      }
  }
}
