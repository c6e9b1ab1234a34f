import type { Tx } from '#platform/database/database.ts'

/** Every roll that the child was on, newest first, as far as the reader may see. */
export const enrolmentsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('enrolment')
    .innerJoin('organisation as school', 'school.id', 'enrolment.school_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'enrolment.recorded_by')
    .leftJoin('new_pupil_return as owed', 'owed.enrolment_id', 'enrolment.id')
    .select([
      'enrolment.id',
      'owed.entered_on as enteredOn',
      'owed.made_on as returnMadeOn',
      'enrolment.school_id as schoolId',
      'school.name as school',
      'enrolment.kind',
      'enrolment.from_on as fromOn',
      'enrolment.to_on as toOn',
      'enrolment.year_group as yearGroup',
      'enrolment.ended_because as endedBecause',
      'enrolment.source',
      'enrolment.version',
      'recorder.name as recordedBy',
      'enrolment.recorded_at as recordedAt',
    ])
    .where('enrolment.child_id', '=', childId)
    .orderBy('enrolment.from_on', 'desc')
    .orderBy('enrolment.recorded_at', 'desc')
    .execute()
export type Enrolment = Awaited<ReturnType<typeof enrolmentsOf>>[number]

/** Applications for a place, newest first. */
export const admissionsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('admission')
    .innerJoin('organisation as school', 'school.id', 'admission.school_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'admission.recorded_by')
    .select([
      'admission.id',
      'admission.school_id as schoolId',
      'school.name as school',
      'admission.applied_on as appliedOn',
      'admission.outcome',
      'admission.outcome_on as outcomeOn',
      'admission.completed_on as completedOn',
      'admission.version',
      'recorder.name as recordedBy',
      'admission.recorded_at as recordedAt',
    ])
    .where('admission.child_id', '=', childId)
    .orderBy('admission.applied_on', 'desc')
    .execute()
export type Admission = Awaited<ReturnType<typeof admissionsOf>>[number]
