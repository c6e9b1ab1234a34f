import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import type { Placement } from '#features/placements/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Progress } from './fields.ts'
import type { Objective } from './plan.query.ts'
import { about, draftOf } from './write-plan.ts'

export interface ObjectiveWords {
  readonly kind: 'personal' | 'academic'
  readonly objective: string
  readonly measure: string
  readonly baseline: string | null
  readonly target_on: IsoDate
}

/** Adds an objective to the draft, which is begun if there is none. */
export async function addObjective(doer: Doer, placement: Placement, words: ObjectiveWords) {
  const { tx, me, now, audit } = doer
  const draft = await draftOf(doer, placement, null)
  const count = await tx
    .selectFrom('plan_objective')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('placement_id', '=', placement.id)
    .executeTakeFirst()
  await tx
    .insertInto('plan_objective')
    .values({
      ...words,
      id: newId(),
      placement_id: placement.id,
      position: Number(count?.count ?? 0) + 1,
      added_in: draft.number,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({ ...about(placement), event: 'plan.changed', detail: { objective: 'added' } })
  await reevaluateProvision(doer, placement.child_id)
}

/**
 * Takes an objective out of the next version: what was never agreed goes, what was agreed stays in the versions that had
 * it, with its progress.
 */
export async function dropObjective(
  doer: Doer,
  placement: Placement,
  objective: Objective,
  because: string,
) {
  const { tx, audit } = doer
  const draft = await draftOf(doer, placement, null)
  const noted = await tx
    .selectFrom('objective_progress')
    .select('id')
    .where('objective_id', '=', objective.id)
    .limit(1)
    .executeTakeFirst()
  if (noted && objective.added_in === draft.number)
    throw new Refusal(
      'How this objective stands was noted already, so it stays in this version. Drop it in the next one.',
    )
  const done =
    objective.added_in === draft.number
      ? (await tx.deleteFrom('plan_objective').where('id', '=', objective.id).executeTakeFirst())
          .numDeletedRows
      : (
          await tx
            .updateTable('plan_objective')
            .set({ dropped_in: draft.number, dropped_because: because })
            .where('id', '=', objective.id)
            .where('dropped_in', 'is', null)
            .where('added_in', '<', draft.number)
            .executeTakeFirst()
        ).numUpdatedRows
  if (done !== 1n)
    throw new Refusal('This objective was dropped already. Reload the page and look.')
  audit({ ...about(placement), event: 'plan.changed', detail: { objective: 'dropped' } })
  await reevaluateProvision(doer, placement.child_id)
}

/** Notes how an objective stands; only ever added to. */
export async function noteProgress(
  { tx, me, now, audit, today }: Doer,
  placement: Pick<Placement, 'id' | 'child_id'>,
  objectiveId: string,
  progress: {
    readonly standing: Progress
    readonly note: string | null
    readonly on?: IsoDate
    readonly reviewId?: string
  },
) {
  await tx
    .insertInto('objective_progress')
    .values({
      id: newId(),
      objective_id: objectiveId,
      placement_id: placement.id,
      review_id: progress.reviewId ?? null,
      standing: progress.standing,
      note: progress.note,
      on_day: progress.on ?? today,
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .execute()
  audit({ ...about(placement), event: 'progress.noted', detail: { standing: progress.standing } })
}
