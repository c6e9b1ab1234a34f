import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateDirections } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { directionDone } from '../about.ts'
import type { Direction } from '../direction.query.ts'
import type { Purpose } from '../direction.ts'
import { changeDirection } from '../run/change-direction.ts'

/** What a school writes of a direction: what is not known yet is null. */
export interface DirectionAnswers {
  readonly purpose: Purpose
  readonly placementId: string | null
  readonly startOn: IsoDate
  readonly endOn: IsoDate | null
  readonly address: string | null
  readonly reportTo: string | null
  readonly numberOfDays: number | null
  readonly reasons: string | null
  readonly objectives: string | null
  readonly sessions: 1 | 2 | null
  readonly starts: string | null
  readonly finishes: string | null
  readonly breakFrom: string | null
  readonly breakUntil: string | null
  readonly firstReviewOn: IsoDate | null
  readonly consentOn: IsoDate | null
}

/** Begins a direction of one's own school. Nobody is told of it before it is issued. */
export async function draftDirection(
  doer: Doer,
  childId: string,
  answers: DirectionAnswers,
): Promise<string> {
  const { tx, me, now, audit } = doer
  const id = newId()
  await tx
    .insertInto('off_site_direction')
    .values({
      id,
      child_id: childId,
      school_id: me.organisationId,
      ...columnsOf(answers),
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  await keepFirstReview(doer, id, answers.firstReviewOn)
  audit(directionDone('direction.drafted', { id, child_id: childId }, { purpose: answers.purpose }))
  await reevaluateDirections(doer, childId)
  return id
}

/** Writes a draft again. Somebody who was quicker wins, and the other is told. */
export async function saveDirection(doer: Doer, direction: Direction, answers: DirectionAnswers) {
  await changeDirection(doer.tx, direction, columnsOf(answers))
  await keepFirstReview(doer, direction.id, answers.firstReviewOn)
  doer.audit(directionDone('direction.changed', direction, { purpose: answers.purpose }))
  await reevaluateDirections(doer, direction.child_id)
}

const columnsOf = (answers: DirectionAnswers) => ({
  purpose: answers.purpose,
  placement_id: answers.placementId,
  start_on: answers.startOn,
  end_on: answers.endOn,
  address: answers.address,
  report_to: answers.reportTo,
  number_of_days: answers.numberOfDays,
  reasons: answers.reasons,
  objectives: answers.objectives,
  sessions_a_day: answers.sessions,
  session_start: answers.starts,
  session_finish: answers.finishes,
  break_start: answers.sessions === 1 ? null : answers.breakFrom,
  break_finish: answers.sessions === 1 ? null : answers.breakUntil,
  parent_consent_on: answers.consentOn,
})

/** A draft has one review, the first. A day that is taken away again cannot be unsaid, only moved. */
async function keepFirstReview({ tx, me, now }: Doer, directionId: string, dueOn: IsoDate | null) {
  const standing = await tx
    .selectFrom('off_site_review')
    .select('id')
    .where('direction_id', '=', directionId)
    .executeTakeFirst()
  if (standing && !dueOn)
    throw new Refusal('Name another day for the first review: it is set already.')
  if (!dueOn) return
  if (standing)
    await tx
      .updateTable('off_site_review')
      .set({ due_on: dueOn })
      .where('id', '=', standing.id)
      .execute()
  else
    await tx
      .insertInto('off_site_review')
      .values({
        id: newId(),
        direction_id: directionId,
        due_on: dueOn,
        made_by: me.userId,
        made_at: now,
      })
      .execute()
}
