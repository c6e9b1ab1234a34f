import type { Tx } from '#platform/database/database.ts'
import type { Secret } from '#platform/secret.ts'
import { openLocation } from './sealed-location.ts'

/** What is kept of the places of a protected child, for the safeguarding lead who may read it: none for anybody else. */
export async function locationsOf(tx: Tx, secret: Secret, childId: string) {
  const rows = await tx
    .selectFrom('protected_location as l')
    .innerJoin('user_account as recorder', 'recorder.id', 'l.recorded_by')
    .leftJoin('user_account as confirmer', 'confirmer.id', 'l.confirmed_by')
    .leftJoin('user_account as ender', 'ender.id', 'l.ending_proposed_by')
    .select([
      'l.id',
      'l.kind',
      'l.sealed',
      'l.from_on as fromOn',
      'l.ended_on as toOn',
      'l.lifted_on as liftedOn',
      'l.replaces_id as replacesId',
      'l.recorded_by as recordedById',
      'recorder.name as recordedBy',
      'l.recorded_at as recordedAt',
      'confirmer.name as confirmedBy',
      'l.ending_proposed_by as endingProposedById',
      'ender.name as endingProposedBy',
      'l.ending_reason as endingReason',
      'l.version',
    ])
    .where('l.child_id', '=', childId)
    .orderBy('l.from_on', 'desc')
    .orderBy('l.recorded_at', 'desc')
    .execute()
  return rows.map(({ sealed, ...row }) => ({ ...row, place: openLocation(secret, row.id, sealed) }))
}
export type HeldLocation = Awaited<ReturnType<typeof locationsOf>>[number]

export interface Protection {
  readonly now: HeldLocation | undefined
  /** A new place that waits for a second person. */
  readonly proposed: HeldLocation | undefined
  readonly earlier: readonly HeldLocation[]
  readonly ending:
    | { readonly by: string; readonly byId: string; readonly reason: string }
    | undefined
}

export function protectionFrom(locations: readonly HeldLocation[]): Protection {
  const open = locations.filter(({ kind, toOn }) => kind === 'protected' && toOn === null)
  const proposed = open.find(({ replacesId, confirmedBy }) => replacesId && !confirmedBy)
  const now = open.find(location => location !== proposed)
  return {
    now,
    proposed,
    earlier: locations.filter(location => location !== now && location !== proposed),
    ending: now?.endingProposedById
      ? {
          by: now.endingProposedBy ?? '',
          byId: now.endingProposedById,
          reason: now.endingReason ?? '',
        }
      : undefined,
  }
}

export const holderOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('protected_notice as n')
    .innerJoin('organisation as holder', 'holder.id', 'n.holder_organisation_id')
    .select(['holder.id', 'holder.name', 'n.since'])
    .where('n.child_id', '=', childId)
    .executeTakeFirst()
