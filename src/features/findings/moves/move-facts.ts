import type {
  AttendanceRun,
  ManagedMove,
  Placement,
  Programme,
  Pupil,
  Removal,
} from '#rules/facts.ts'
import type { MoveRows } from './move-rows.query.ts'

/** Managed moves as the rules read them. Only answers to the words as they stand are consents. */
export function movesFrom({ moves, consents }: MoveRows): ManagedMove[] {
  const answers = Map.groupBy(consents, ({ move_id }) => move_id)
  return moves.map(row => {
    const mine = answers.get(row.id) ?? []
    const school = (party: string) => mine.find(each => each.party === party)?.agreed
    const [from, to] = [school('from school'), school('to school')]
    return {
      id: row.id,
      pupil: row.child_id,
      fromSchool: row.from_school_id,
      toSchool: row.to_school_id,
      trial: row.trial,
      ...(row.start_on ? { start: row.start_on } : {}),
      ...(row.trial_end_on ? { end: row.trial_end_on } : {}),
      parentConsents: mine.flatMap(({ contact_id, agreed }) =>
        contact_id ? [{ person: contact_id, agreed }] : [],
      ),
      ...(from === undefined ? {} : { fromSchoolAgrees: from }),
      ...(to === undefined ? {} : { toSchoolAgrees: to }),
      ...(row.protocol ? { protocolVersion: row.protocol } : {}),
      ...(row.purpose ? { purpose: row.purpose } : {}),
      ...(row.pressure_reported === null ? {} : { pressureReported: row.pressure_reported }),
      ...(row.authority_decision_on ? { authorityDecisionDate: row.authority_decision_on } : {}),
    }
  })
}

export const removalsFrom = ({ removals }: MoveRows): Removal[] =>
  removals.map(row => ({
    id: row.id,
    pupil: row.child_id,
    school: row.school_id,
    ground: row.ground,
    ...(row.deleted_on ? { deletionDate: row.deleted_on } : {}),
    ...(row.return_made_on ? { returnDate: row.return_made_on } : {}),
    ...(row.new_school_confirmed_on ? { newSchoolConfirmedDate: row.new_school_confirmed_on } : {}),
    ...(row.parent_notice_on ? { parentNoticeDate: row.parent_notice_on } : {}),
    ...(row.enquiries_completed_on ? { enquiriesCompletedDate: row.enquiries_completed_on } : {}),
    ...(row.sickness_believed === null ? {} : { sicknessBelieved: row.sickness_believed }),
  }))

export function attendanceFrom({ absences, removals }: MoveRows): AttendanceRun[] {
  const removal = new Map(removals.map(row => [row.id, row]))
  return absences.flatMap(row => {
    const of = removal.get(row.removal_id)
    return of
      ? {
          pupil: of.child_id,
          school: of.school_id,
          from: row.from_on,
          to: row.to_on,
          code: row.code,
          ...(row.session ? { session: row.session } : {}),
        }
      : []
  })
}

/** Support for anxiety or illness: what the school says of it, and provision for a health need that Onroll knows. */
export const supportFrom = ({ removals, placements }: MoveRows): Programme[] => [
  ...removals.flatMap(row =>
    row.support_reason
      ? {
          id: `support of ${row.id}`,
          pupil: row.child_id,
          school: row.school_id,
          tier: 2,
          reason: row.support_reason,
          start: row.support_from ?? row.proposed_on,
        }
      : [],
  ),
  ...placements.flatMap(row =>
    row.need_category === 'health'
      ? {
          id: `provision ${row.id}`,
          pupil: row.child_id,
          // Which school’s programme it is matters to no rule that is asked here.
          school: removals.find(({ child_id }) => child_id === row.child_id)?.school_id ?? '',
          tier: 3,
          reason: 'illness' as const,
          start: row.started_on,
          ...(row.ended_on ? { end: row.ended_on } : {}),
        }
      : [],
  ),
]

export const placementsFrom = ({ placements }: MoveRows): Placement[] =>
  placements.map(row => ({
    id: row.id,
    pupil: row.child_id,
    provider: row.provider_id,
    start: row.started_on,
    ...(row.ended_on ? { end: row.ended_on } : {}),
  }))

/** The day of entry of a name for which a return is owed (ROL-06). */
export const withReturns = (pupils: readonly Pupil[], { returns }: MoveRows): Pupil[] =>
  pupils.map(pupil => ({
    ...pupil,
    ...(pupil.rolls
      ? {
          rolls: pupil.rolls.map(roll => {
            const owed = returns.find(
              each =>
                each.child_id === pupil.id &&
                each.school_id === roll.school &&
                each.entered_on === roll.from,
            )
            return owed
              ? {
                  ...roll,
                  enteredDate: owed.entered_on,
                  ...(owed.made_on ? { newPupilReturnDate: owed.made_on } : {}),
                }
              : roll
          }),
        }
      : {}),
  }))
