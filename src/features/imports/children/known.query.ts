import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { foldedName } from '#domain/name-search.ts'
import { asPostcode } from '#domain/postcode.ts'
import { lookupKeys } from '#domain/postcode-authority.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'

export interface KnownContact {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly relationship: string
  readonly parental_responsibility: boolean | null
  readonly telephone: string | null
  readonly email: string | null
  readonly priority: number
}

export interface KnownChild {
  readonly id: string
  readonly version: number
  readonly reference: number
  readonly upn: string | null
  readonly former_upns: readonly string[]
  readonly uln: string | null
  readonly forename: string
  readonly surname: string
  readonly preferred_forename: string | null
  readonly preferred_surname: string | null
  readonly search_name: string
  readonly sound_keys: readonly string[]
  readonly birth_date: IsoDate
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly first_language: string | null
  readonly free_school_meals: boolean | null
  readonly young_carer: boolean | null
  readonly roll: {
    id: string
    version: number
    kind: string
    from_on: IsoDate
    year_group: number | null
  } | null
  readonly address: {
    id: string
    version: number
    street: string | null
    town: string | null
    postcode: string | null
    from_on: IsoDate
  } | null
  readonly needs: {
    id: string
    version: number
    status: string
    maintaining_authority: string | null
    primary_need: string | null
    from_on: IsoDate
  } | null
  readonly care: {
    id: string
    version: number
    status: string
    authority: string | null
    from_on: IsoDate
  } | null
  readonly contacts: readonly KnownContact[]
  readonly protected: boolean
}

/** Everything on record that the rows of a file are held against, read at once. */
export interface Known {
  readonly children: ReadonlyMap<string, KnownChild>
  readonly byUpn: ReadonlyMap<string, KnownChild>
  readonly byName: ReadonlyMap<string, readonly KnownChild[]>
  readonly byBirthDate: ReadonlyMap<string, readonly KnownChild[]>
  readonly onRoll: number
  readonly school: OwnSchool
  readonly places: ReadonlyMap<string, { authority: string; areaId: string | null }>
}
export interface OwnSchool {
  readonly id: string
  readonly name: string
  readonly urn: string
  readonly number: string
}

export async function knownTo(
  { tx, me, today }: Doer,
  postcodes: readonly string[],
): Promise<Known> {
  const children = await knownChildren(tx, me.organisationId, today)
  const upns = children.flatMap(child =>
    [child.upn, ...child.former_upns].flatMap(upn => (upn ? [[upn, child] as const] : [])),
  )
  return {
    children: new Map(children.map(child => [child.id, child])),
    byUpn: new Map(upns),
    byName: Map.groupBy(children, child =>
      nameKey(child.forename, child.surname, child.birth_date),
    ),
    byBirthDate: Map.groupBy(children, child => child.birth_date),
    onRoll: children.filter(child => child.roll).length,
    school: await ownSchool(tx, me.organisationId),
    places: await placesOf(tx, postcodes),
  }
}

/** Two spellings of one name on one birthday are one child, as far as a list can tell. */
export const nameKey = (forename: string, surname: string, birthDate: string) =>
  `${foldedName(forename)}|${foldedName(surname)}|${birthDate}`

async function knownChildren(tx: Tx, schoolId: string, today: IsoDate): Promise<KnownChild[]> {
  const now = sql`x.child_id = c.id and x.from_on <= ${today} and (x.to_on is null or x.to_on >= ${today})`
  const { rows } = await sql<KnownChild>`
    with mine as materialized (select distinct id from onroll.children_i_may_see('contacts') as s (id))
    select c.id, c.version, c.reference, c.upn, c.former_upns, c.uln, c.forename, c.surname, c.preferred_forename, c.preferred_surname,
      c.search_name, c.sound_keys, c.birth_date::text, c.sex, c.ethnicity, c.first_language, c.free_school_meals, c.young_carer,
      (select to_jsonb(x) from onroll.enrolment x where ${now} and x.school_id = ${schoolId} order by x.from_on desc limit 1) as roll,
      (select to_jsonb(x) from onroll.child_address x where ${now} order by x.from_on desc limit 1) as address,
      (select to_jsonb(x) from onroll.special_needs x where ${now} order by x.from_on desc limit 1) as needs,
      (select to_jsonb(x) from onroll.care_status x where ${now} order by x.from_on desc limit 1) as care,
      (select coalesce(jsonb_agg(to_jsonb(x) order by x.priority), '[]') from onroll.contact x where x.child_id = c.id and x.ended_on is null) as contacts,
      exists (select 1 from onroll.protected_notice x where x.child_id = c.id) as protected
      from mine join onroll.child c on c.id = mine.id where c.merged_into_id is null`.execute(tx)
  return rows
}

async function ownSchool(tx: Tx, id: string): Promise<OwnSchool> {
  const row = await tx
    .selectFrom('organisation as o')
    .innerJoin('school as s', 's.organisation_id', 'o.id')
    .select(['o.id', 'o.name', 's.urn', 's.authority_number', 's.establishment_number'])
    .where('o.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    name: row.name,
    urn: row.urn,
    number: `${row.authority_number ?? ''}${row.establishment_number ?? ''}`,
  }
}

async function placesOf(tx: Tx, postcodes: readonly string[]) {
  const codes = [...new Set(postcodes)].flatMap(postcode => asPostcode(postcode) ?? [])
  const keys = [...new Set(codes.flatMap(code => lookupKeys(code)))]
  const found = new Map<string, { authority: string; areaId: string | null }>()
  if (keys.length === 0) return found
  const rows = await tx
    .selectFrom('postcode_authority')
    .select(['postcode', 'authority', 'partnership_id as areaId'])
    .where('postcode', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  const byKey = new Map(rows.map(row => [row.postcode, row]))
  for (const code of codes) {
    const place = lookupKeys(code)
      .map(key => byKey.get(key))
      .find(Boolean)
    if (place) found.set(code, place)
  }
  return found
}
