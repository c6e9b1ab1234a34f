import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'

export const sightingPlaces = {
  'in Onroll': 'I opened it here',
  'at the provider': 'I was shown it at the provider',
  'a copy was sent': 'The provider sent us a copy',
} as const
export type SightingPlace = keyof typeof sightingPlaces

export interface NewSighting {
  readonly evidenceId: string
  readonly providerId: string
  readonly seen: boolean
  readonly seenOn: IsoDate
  readonly how: SightingPlace
  readonly whatChecked: string
}

/** A commissioner says that it looked, for itself alone: what others have seen does not relieve it (EVD-01). */
export async function sightEvidence(doer: Doer, sighting: NewSighting): Promise<void> {
  const { tx, me, now, today, audit } = doer
  if (sighting.seenOn > today)
    throw new Refusal('A document is seen on a day that has come. Enter today or an earlier day.')
  await tx
    .insertInto('evidence_sighting')
    .values({
      id: newId(),
      evidence_id: sighting.evidenceId,
      commissioner_id: me.organisationId,
      seen: sighting.seen,
      seen_on: sighting.seenOn,
      how: sighting.how,
      what_checked: sighting.whatChecked,
      by_user: me.userId,
      recorded_at: now,
    })
    .execute()
  audit({
    event: 'evidence.sighted',
    subjectKind: 'provider',
    subjectId: sighting.providerId,
    detail: { evidence: sighting.evidenceId, seen: sighting.seen },
  })
}

/** A sighting that was recorded by mistake: taken back by the commissioner itself, and kept with the reason. */
export async function withdrawSighting(
  { tx, me, now, audit }: Doer,
  { id, providerId, because }: { id: string; providerId: string; because: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence_sighting')
    .set({ withdrawn_at: now, withdrawn_by: me.userId, withdrawn_because: because })
    .where('id', '=', id)
    .where('commissioner_id', '=', me.organisationId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new NotFound()
  audit({
    event: 'evidence.sighting-withdrawn',
    subjectKind: 'provider',
    subjectId: providerId,
    detail: { sighting: id },
  })
}
