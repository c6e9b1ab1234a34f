import { asPostcode } from '#domain/postcode.ts'
import { lookupKeys } from '#domain/postcode-authority.ts'
import type { Tx } from '#platform/database/database.ts'

/** Where the child lives and lived, newest first. */
export const addressesOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child_address as a')
    .leftJoin('organisation as area', 'area.id', 'a.home_area_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'a.recorded_by')
    .select([
      'a.id',
      'a.street',
      'a.town',
      'a.postcode',
      'a.home_authority as homeAuthority',
      'a.home_area_id as homeAreaId',
      'area.name as homeArea',
      'a.authority_source as authoritySource',
      'a.correction_reason as correctionReason',
      'a.from_on as fromOn',
      'a.to_on as toOn',
      'a.version',
      'recorder.name as recordedBy',
      'a.recorded_at as recordedAt',
    ])
    .where('a.child_id', '=', childId)
    .orderBy('a.from_on', 'desc')
    .orderBy('a.recorded_at', 'desc')
    .execute()
export type Address = Awaited<ReturnType<typeof addressesOf>>[number]

/** The authority and partnership area in which a postcode lies, as far as the directory on file says. */
export async function placeOf(
  tx: Tx,
  postcode: string | null,
): Promise<{ authority: string; areaId: string | null } | undefined> {
  const code = postcode && asPostcode(postcode)
  if (!code) return undefined
  const rows = await tx
    .selectFrom('postcode_authority')
    .select(['postcode', 'authority', 'partnership_id'])
    .where('postcode', 'in', lookupKeys(code))
    .execute()
  const surest = rows.find(row => row.postcode === code) ?? rows[0]
  return surest && { authority: surest.authority, areaId: surest.partnership_id }
}

export const partnerships = (tx: Tx) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'partnership')
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
