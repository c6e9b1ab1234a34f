import { sql } from 'kysely'
import type { Postcode } from '#domain/postcode.ts'
import {
  byDistrictWherePossible,
  lookupKeys,
  type PostcodeAuthority,
} from '#domain/postcode-authority.ts'
import type { Doer } from '#platform/http/visit.ts'

export interface PostcodeImport {
  /** Whole postcodes in the file. */
  readonly postcodes: number
  /** Rows kept for them: one for a district that lies in one authority, else one for each postcode. */
  readonly rows: number
  /** Districts that the file is about, such as ZZ1. */
  readonly districts: number
}

/**
 * Learns from a postcode directory which authority each postcode lies in. What was known of its districts before is
 * replaced, other districts stay: directories come in one file for each postcode area.
 */
export async function importPostcodes(
  { tx, me, now, audit }: Doer,
  postcodes: readonly PostcodeAuthority[],
  { fileName }: { fileName: string },
): Promise<PostcodeImport> {
  const rows = byDistrictWherePossible(postcodes)
  const districts = [...new Set(postcodes.map(one => lookupKeys(one.postcode as Postcode)[1]))]
  await sql`delete from postcode_authority
    where split_part(postcode, ' ', 1) in (select jsonb_array_elements_text(${JSON.stringify(districts)}::jsonb))`.execute(
    tx,
  )
  for (let start = 0; start < rows.length; start += pieceLength)
    await tx
      .insertInto('postcode_authority')
      .values(
        rows.slice(start, start + pieceLength).map(({ postcode, authority }) => ({
          postcode,
          authority,
        })),
      )
      .execute()
  const counts = { postcodes: postcodes.length, rows: rows.length, districts: districts.length }
  const value = JSON.stringify({ ...counts, fileName })
  await tx
    .insertInto('setting')
    .values({ key: 'postcodes', value, changed_at: now, changed_by: me.userId })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({ value, changed_at: now, changed_by: me.userId }),
    )
    .execute()
  audit({
    event: 'setting.changed',
    subjectKind: 'setting',
    detail: { key: 'postcodes', ...counts },
  })
  return counts
}
const pieceLength = 5000
