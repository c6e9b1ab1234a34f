import type { Tone } from '#govuk/index.ts'
import type { AbsenceReason } from './attendance-code.ts'
import type { Mark } from './marks.query.ts'

export const reasons: Readonly<Record<AbsenceReason, string>> = {
  ill: 'Ill',
  appointment: 'Appointment',
  'agreed by school': 'The school agreed to it',
  other: 'Another reason',
  'not known': 'We do not know',
}
export const reasonKeys = ['ill', 'appointment', 'agreed by school', 'other', 'not known'] as const

/** How a session stands, for the register and the watch. */
export type Standing = 'arrived' | 'absent' | 'cancelled' | 'not heard'

export function standingOf(mark: Pick<Mark, 'happened' | 'mark'> | undefined): Standing {
  if (!mark) return 'not heard'
  if (!mark.happened) return 'cancelled'
  return mark.mark === 'absent' ? 'absent' : 'arrived'
}

export const standings: Readonly<Record<Standing, { word: string; tone: Tone }>> = {
  arrived: { word: 'Arrived', tone: 'green' },
  absent: { word: 'Absent', tone: 'orange' },
  cancelled: { word: 'Provider cancelled', tone: 'purple' },
  'not heard': { word: 'Not heard', tone: 'grey' },
}

export function markInWords(
  mark: Pick<Mark, 'happened' | 'mark' | 'minutes_late' | 'reason'>,
): string {
  if (!mark.happened) return 'Did not happen'
  if (mark.mark === 'late') return `Late, ${mark.minutes_late} minutes`
  if (mark.mark === 'absent')
    return `Absent: ${mark.reason === 'not known' ? 'reason not known' : reasons[mark.reason ?? 'not known'].toLowerCase()}`
  return 'Present'
}
