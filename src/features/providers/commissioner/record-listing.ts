import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Listing } from './checks.query.ts'

/** That somebody found the provider on a list. It is a place to start, and no assurance (QAV-04). */
export async function recordListing(
  { tx, me, now, audit }: Doer,
  providerId: string,
  it: { readonly list: string; readonly keptBy: string; readonly sinceOn: IsoDate },
): Promise<void> {
  await tx
    .insertInto('provider_listing')
    .values({
      id: newId(),
      provider_id: providerId,
      list: it.list,
      kept_by: it.keptBy,
      since_on: it.sinceOn,
      recorded_by: me.userId,
      by_organisation: me.organisationId,
      recorded_at: now,
    })
    .execute()
  audit({ event: 'provider.listed', subjectKind: 'provider', subjectId: providerId })
}

/** That the provider is on the list no more. What stood there stays on record. */
export async function endListing(
  { tx, audit }: Doer,
  known: Pick<Listing, 'id' | 'version' | 'provider_id'>,
  leftOn: IsoDate,
): Promise<void> {
  await changeOne(
    tx
      .updateTable('provider_listing')
      .set({ left_on: leftOn })
      .where('id', '=', known.id)
      .where('version', '=', known.version),
    'This list',
  )
  audit({ event: 'provider.left-list', subjectKind: 'provider', subjectId: known.provider_id })
}
