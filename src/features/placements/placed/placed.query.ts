import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { named, placements, sessionsOf } from '../placement.query.ts'
import { Snapshot } from '../sharing/released-view.tsx'

/** A placement as its provider reads it: what was told, and nothing of the record behind it. */
export async function placedById(tx: Tx, id: string, providerId: string) {
  const row = await placements(tx)
    .where('placement.id', '=', id)
    .where('placement.provider_id', '=', providerId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    placement: named(row),
    told: (await toldOf(tx, [id])).get(id) ?? {},
    sessions: await sessionsOf(tx, [id]),
    tutors: await tutorsOf(tx, id),
  }
}
export type Placed = Awaited<ReturnType<typeof placedById>>

/** What the provider was told last of each placement. */
export async function toldOf(
  tx: Tx,
  placementIds: readonly string[],
): Promise<ReadonlyMap<string, Snapshot>> {
  if (placementIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('disclosure')
    .select(['placement_id', 'fields'])
    .where('placement_id', 'in', placementIds)
    .where('shared', '=', true)
    .where('what', '=', 'fields')
    .orderBy('at')
    .orderBy('id')
    .execute()
  // The newest counts, whole: what is no longer in it is no longer told.
  return new Map(
    rows.flatMap(({ placement_id, fields }) =>
      placement_id ? [[placement_id, Snapshot.parse(fields)] as const] : [],
    ),
  )
}

/** Everything that is offered to us, runs with us, or ended a little while ago. */
export async function placedWithUs(tx: Tx, providerId: string) {
  const rows = (
    await placements(tx)
      .where('placement.provider_id', '=', providerId)
      .orderBy('placement.planned_start_on')
      .orderBy('placement.id')
      .execute()
  ).map(named)
  const told = await toldOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(placement => ({ placement, told: told.get(placement.id) ?? {} }))
}

const tutorsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placement_tutor as tutor')
    .leftJoin('user_account as person', 'person.id', 'tutor.user_id')
    .select(['tutor.user_id', 'tutor.from_on', 'tutor.to_on', 'person.name'])
    .where('tutor.placement_id', '=', placementId)
    .orderBy('tutor.from_on')
    .execute()

/** The provider's own tutors, for naming one. */
export const ourTutors = (tx: Tx, providerId: string, today: IsoDate) =>
  tx
    .selectFrom('membership')
    .innerJoin('user_account as person', 'person.id', 'membership.user_id')
    .select(['person.id', 'person.name'])
    .where('membership.organisation_id', '=', providerId)
    .where('membership.role', '=', 'provider-tutor')
    .where('person.ended_at', 'is', null)
    .where('membership.valid_from', '<=', today)
    .where(at =>
      at.or([at('membership.valid_to', 'is', null), at('membership.valid_to', '>=', today)]),
    )
    .orderBy('person.name')
    .execute()
