import type { Updateable } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { oneAtATime } from '#features/children/index.ts'
import { reevaluateMoves } from '#features/findings/index.ts'
import type { AuditEvent } from '#platform/audit.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { RollRemovalTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { RollRemoval } from './removal.query.ts'

export interface RemovalAnswers {
  readonly ground: string
  readonly newSchoolConfirmedOn: IsoDate | null
  readonly parentNoticeOn: IsoDate | null
  readonly enquiriesCompletedOn: IsoDate | null
  readonly sicknessBelieved: boolean | null
  readonly supportReason: 'anxiety' | 'illness' | null
  readonly supportFrom: IsoDate | null
  readonly note: string | null
}

/** A school says that it means to take a name off its roll, and on what ground. Nothing has happened to the roll yet. */
export async function proposeRemoval(
  doer: Doer,
  childId: string,
  answers: RemovalAnswers,
): Promise<string> {
  const { tx, me, now, today } = doer
  await oneAtATime(tx, childId)
  const open = await tx
    .selectFrom('roll_removal')
    .select('id')
    .where('child_id', '=', childId)
    .where('school_id', '=', me.organisationId)
    .where('status', '=', 'proposed')
    .executeTakeFirst()
  if (open) throw new Refusal('A removal of this child is proposed already. Go on with that one.')
  const id = newId()
  await tx
    .insertInto('roll_removal')
    .values({
      id,
      child_id: childId,
      school_id: me.organisationId,
      ...columns(answers),
      proposed_on: today,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  remembered(doer, { id, child_id: childId }, 'removal.proposed', { ground: answers.ground })
  await reevaluateMoves(doer, childId)
  return id
}

/** What the school has found out since: another ground, or the evidence for this one. */
export async function changeRemoval(doer: Doer, removal: RollRemoval, answers: RemovalAnswers) {
  await changeRow(doer, removal, columns(answers))
  remembered(doer, removal, 'removal.changed', { ground: answers.ground })
  await reevaluateMoves(doer, removal.child_id)
}

export async function withdrawRemoval(doer: Doer, removal: RollRemoval, because: string) {
  await changeRow(doer, removal, { status: 'withdrawn', withdrawn_because: because })
  remembered(doer, removal, 'removal.withdrawn')
  await reevaluateMoves(doer, removal.child_id)
}

/** The return that the regulations ask for on a deletion was made on that day (ROL-05). */
export async function recordReturn(doer: Doer, removal: RollRemoval, onDay: IsoDate) {
  await changeRow(doer, removal, { return_made_on: onDay })
  remembered(doer, removal, 'removal.return-made', { on: onDay })
  await reevaluateMoves(doer, removal.child_id)
}

export interface Absence {
  readonly fromOn: IsoDate
  readonly toOn: IsoDate
  readonly session: 'morning' | 'afternoon' | null
  readonly code: string
}

/** What the school’s own register says: days of one code. */
export async function addAbsence(doer: Doer, removal: RollRemoval, absence: Absence) {
  await doer.tx
    .insertInto('removal_absence')
    .values({
      id: newId(),
      removal_id: removal.id,
      from_on: absence.fromOn,
      to_on: absence.toOn,
      session: absence.session,
      code: absence.code,
      recorded_by: doer.me.userId,
      recorded_at: doer.now,
    })
    .execute()
  remembered(doer, removal, 'removal.changed', { absence: absence.code })
  await reevaluateMoves(doer, removal.child_id)
}

export async function removeAbsence(doer: Doer, removal: RollRemoval, id: string) {
  const { numDeletedRows } = await doer.tx
    .deleteFrom('removal_absence')
    .where('id', '=', id)
    .where('removal_id', '=', removal.id)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new NotFound()
  remembered(doer, removal, 'removal.changed', { absence: 'removed' })
  await reevaluateMoves(doer, removal.child_id)
}

export async function changeRow(
  { tx }: Pick<Doer, 'tx'>,
  { id, version }: Pick<RollRemoval, 'id' | 'version'>,
  changes: Updateable<RollRemovalTable>,
) {
  await changeOne(
    tx.updateTable('roll_removal').set(changes).where('id', '=', id).where('version', '=', version),
    'This removal',
  )
}

export const remembered = (
  { audit }: Pick<Doer, 'audit'>,
  { id, child_id }: Pick<RollRemoval, 'id' | 'child_id'>,
  event: AuditEvent,
  detail: Readonly<Record<string, unknown>> = {},
) => audit({ event, subjectKind: 'removal', subjectId: id, childId: child_id, detail })

const columns = (answers: RemovalAnswers) => ({
  ground: answers.ground,
  new_school_confirmed_on: answers.newSchoolConfirmedOn,
  parent_notice_on: answers.parentNoticeOn,
  enquiries_completed_on: answers.enquiriesCompletedOn,
  sickness_believed: answers.sicknessBelieved,
  support_reason: answers.supportReason,
  support_from: answers.supportFrom,
  note: answers.note,
})
