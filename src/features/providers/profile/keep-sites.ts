import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'

export interface SiteDetails {
  readonly name: string
  readonly street: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly position: { readonly latitude: number; readonly longitude: number } | null
}

/** A place where a provider teaches; with a position it is on the map. */
export async function keepSite(
  { tx, audit }: Doer,
  providerId: string,
  details: SiteDetails,
  known?: { readonly id: string; readonly version: number; readonly closedOn: IsoDate | null },
): Promise<void> {
  const row = {
    name: details.name,
    street: details.street,
    town: details.town,
    postcode: details.postcode,
    latitude: details.position?.latitude ?? null,
    longitude: details.position?.longitude ?? null,
  }
  if (known) {
    await changeOne(
      tx
        .updateTable('provider_site')
        .set({ ...row, closed_on: known.closedOn })
        .where('id', '=', known.id)
        .where('provider_id', '=', providerId)
        .where('version', '=', known.version),
      'This site',
    )
  } else
    await tx
      .insertInto('provider_site')
      .values({ id: newId(), provider_id: providerId, ...row })
      .execute()
  audit({
    event: 'provider.changed',
    subjectKind: 'provider',
    subjectId: providerId,
    detail: { part: 'sites' },
  })
}

export interface SubcontractorDetails {
  readonly name: string
  readonly gives: string
  readonly checkedHow: string | null
  readonly fromOn: IsoDate
  readonly toOn: IsoDate | null
}

/** Somebody to whom a provider passes teaching on. */
export async function keepSubcontractor(
  { tx, audit }: Doer,
  providerId: string,
  { name, gives, checkedHow, fromOn, toOn }: SubcontractorDetails,
  known?: { readonly id: string; readonly version: number },
): Promise<void> {
  const row = { name, gives, checked_how: checkedHow, from_on: fromOn, to_on: toOn }
  if (known) {
    await changeOne(
      tx
        .updateTable('provider_subcontractor')
        .set(row)
        .where('id', '=', known.id)
        .where('provider_id', '=', providerId)
        .where('version', '=', known.version),
      'This subcontractor',
    )
  } else
    await tx
      .insertInto('provider_subcontractor')
      .values({ id: newId(), provider_id: providerId, ...row })
      .execute()
  audit({
    event: 'provider.changed',
    subjectKind: 'provider',
    subjectId: providerId,
    detail: { part: 'subcontractors' },
  })
}
