import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { oneAtATime } from '#features/children/index.ts'
import { reevaluateMoves } from '#features/findings/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { managedMoveLifecycle } from './managed-move.ts'
import { type Move, moveById } from './move.query.ts'
import { tellOtherSchool } from './tell.ts'
import type { purposeWords } from './words.ts'

export interface MoveAnswers {
  readonly startOn: IsoDate
  readonly purpose: keyof typeof purposeWords | null
  readonly protocol: string | null
  readonly agreement: string
  readonly pressure: boolean | null
  readonly trial: boolean
  readonly trialEndOn: IsoDate | null
}

/** A school proposes that its pupil moves for good. The other school learns of it, unless it is meant as a trial. */
export async function proposeMove(
  doer: Doer,
  childId: string,
  toSchoolId: string,
  answers: MoveAnswers,
): Promise<string> {
  const { tx, me, now, audit } = doer
  await oneAtATime(tx, childId)
  const open = await tx
    .selectFrom('managed_move')
    .select('id')
    .where('child_id', '=', childId)
    .where('status', 'in', ['proposed', 'agreed'])
    .executeTakeFirst()
  if (open) throw new Refusal('A managed move of this child is open already. End that one first.')
  const id = newId()
  await tx
    .insertInto('managed_move')
    .values({
      id,
      child_id: childId,
      from_school_id: me.organisationId,
      to_school_id: toSchoolId,
      ...columns(answers),
      // The database works it out from everything that is agreed to (migration 0047).
      agreement_sha256: '',
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({ event: 'move.proposed', subjectKind: 'move', subjectId: id, childId })
  await tellOtherSchool(doer, await moveById(tx, id), 'proposed')
  await reevaluateMoves(doer, childId)
  return id
}

/** Other words: whoever had agreed is asked anew, because the hash that they agreed to is not that of these words. */
export async function rewordMove(
  doer: Doer,
  move: Pick<Move, 'id' | 'child_id' | 'version'>,
  answers: MoveAnswers,
): Promise<{ readonly askedAnew: boolean }> {
  await oneAtATime(doer.tx, move.child_id)
  const before = await moveById(doer.tx, move.id)
  const status =
    before.status === 'agreed' && differs(before, answers)
      ? managedMoveLifecycle.next('agreed', 'reword')
      : before.status
  await changeOne(
    doer.tx
      .updateTable('managed_move')
      .set({ ...columns(answers), status })
      .where('id', '=', move.id)
      .where('version', '=', move.version),
    'This move',
  )
  const after = await moveById(doer.tx, move.id)
  const askedAnew = after.agreement_sha256 !== before.agreement_sha256
  doer.audit({
    event: 'move.changed',
    subjectKind: 'move',
    subjectId: move.id,
    childId: move.child_id,
    detail: { words: askedAnew, sha256: after.agreement_sha256 },
  })
  if (askedAnew) await tellOtherSchool(doer, after, 'reworded')
  await reevaluateMoves(doer, move.child_id)
  return { askedAnew }
}

const differs = (move: Move, answers: MoveAnswers) =>
  move.agreement !== answers.agreement ||
  move.start_on !== answers.startOn ||
  move.purpose !== answers.purpose ||
  move.protocol !== answers.protocol ||
  move.trial !== answers.trial ||
  move.trial_end_on !== answers.trialEndOn

const columns = (answers: MoveAnswers) => ({
  start_on: answers.startOn,
  purpose: answers.purpose,
  protocol: answers.protocol,
  agreement: answers.agreement,
  pressure_reported: answers.pressure,
  trial: answers.trial,
  trial_end_on: answers.trialEndOn,
})
