import type { IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed, oneAtATime } from '../changed.ts'
import type { HeldLocation } from './locations.query.ts'

const beaten = 'This has changed since you opened it'

/** A second safeguarding lead confirms what another recorded; a new place then takes the one before it out of use. */
export async function confirmLocation(doer: Doer, childId: string, row: HeldLocation) {
  const { tx, me, today } = doer
  if (row.recordedById === me.userId)
    throw new Refusal('Somebody else must confirm what you recorded.')
  const { numUpdatedRows } = await tx
    .updateTable('protected_location')
    .set({ confirmed_by: me.userId })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('confirmed_by', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal(beaten)
  if (row.replacesId)
    await tx
      .updateTable('protected_location')
      .set({ ended_on: today })
      .where('id', '=', row.replacesId)
      .execute()
  remembered(doer, childId, 'confirmed')
}

/** A new place that was recorded by mistake, before anybody confirmed it. */
export async function dropLocation(doer: Doer, childId: string, row: HeldLocation) {
  const { tx, today } = doer
  if (!row.replacesId || row.confirmedBy)
    throw new Refusal('Only a new address that nobody has confirmed can be dropped.')
  const { numUpdatedRows } = await tx
    .updateTable('protected_location')
    .set({ ended_on: today, lifted_on: today })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal(beaten)
  remembered(doer, childId, 'dropped')
}

/** Asks a second person to agree that the address need not be protected any longer. */
export async function proposeEnding(
  { tx, me, now, ...doer }: Doer,
  childId: string,
  reason: string,
) {
  const { numUpdatedRows } = await tx
    .updateTable('protected_location')
    .set({ ending_proposed_by: me.userId, ending_proposed_at: now, ending_reason: reason })
    .where('child_id', '=', childId)
    .where('kind', '=', 'protected')
    .where('lifted_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal(beaten)
  remembered(doer, childId, 'ending proposed')
}

export async function withdrawEnding(doer: Doer, childId: string) {
  await doer.tx
    .updateTable('protected_location')
    .set({ ending_proposed_by: null, ending_proposed_at: null, ending_reason: null })
    .where('child_id', '=', childId)
    .where('lifted_on', 'is', null)
    .execute()
  remembered(doer, childId, 'ending withdrawn')
}

/** A second person agrees: nothing is guarded any longer, and an ordinary address can be recorded again. */
export async function confirmEnding(doer: Doer, childId: string, today: IsoDate) {
  const { tx, me } = doer
  await oneAtATime(tx, childId)
  const proposed = await tx
    .selectFrom('protected_location')
    .select(['id', 'ending_proposed_by', 'ended_on'])
    .where('child_id', '=', childId)
    .where('kind', '=', 'protected')
    .where('lifted_on', 'is', null)
    .execute()
  if (proposed.length === 0 || proposed.some(row => !row.ending_proposed_by))
    throw new Refusal(beaten)
  if (proposed.some(row => row.ending_proposed_by === me.userId))
    throw new Refusal('Somebody else must confirm what you proposed.')
  for (const { id, ended_on } of proposed)
    await tx
      .updateTable('protected_location')
      .set({ lifted_on: today, ended_on: ended_on ?? today })
      .where('id', '=', id)
      .execute()
  await tx.deleteFrom('protected_notice').where('child_id', '=', childId).execute()
  await changed(doer, childId, 'child.protection-ended')
}

/** The child is on roll here now: from now on others are sent to this school. */
export async function takeOver(doer: Doer, childId: string) {
  const { tx, me } = doer
  await tx
    .updateTable('protected_notice')
    .set({ holder_organisation_id: me.organisationId })
    .where('child_id', '=', childId)
    .execute()
  await tx
    .updateTable('protected_location')
    .set({ holder_organisation_id: me.organisationId })
    .where('child_id', '=', childId)
    .execute()
  remembered(doer, childId, 'holder changed')
}

const remembered = ({ audit }: Pick<Doer, 'audit'>, childId: string, what: string) =>
  audit({
    event: 'child.protected',
    subjectKind: 'child',
    subjectId: childId,
    childId,
    detail: { what },
  })
