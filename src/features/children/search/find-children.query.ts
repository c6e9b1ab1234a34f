import { type RawBuilder, sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Terms, type Wanted, type Word, wantedBy } from './terms.ts'

export interface FoundChild {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly knownAs: string | null
  readonly birthDate: IsoDate
  readonly upn: string | null
  readonly school: string | null
}

export interface Found {
  readonly total: number
  readonly children: readonly FoundChild[]
}

/**
 * The children who fit, the best fit first, of those that the reader may see. The filter is worked out as a set first,
 * so that nothing about anybody else is even looked at.
 */
export async function findChildren(
  tx: Tx,
  terms: Terms,
  { page, pageSize, today }: { page: number; pageSize: number; today: IsoDate },
): Promise<Found> {
  const wanted = wantedBy(terms)
  if (isNothing(wanted)) return { total: 0, children: [] }
  const fits = wanted.words.map(fitOf)
  const conditions = conditionsFor(wanted, fits)
  const { rows } = await sql<Row>`
    with mine as materialized (select distinct id from onroll.children_i_may_see('identity') as s (id)),
    found as materialized (
      select c.id, c.reference, c.forename, c.surname, c.preferred_forename, c.preferred_surname, c.birth_date, c.upn,
             ${fits.length ? sql.join(fits, sql` + `) : sql`0`} as fit, count(*) over () as total
        from mine join onroll.child c on c.id = mine.id
       where c.merged_into_id is null and ${sql.join(conditions, sql` and `)}
       order by fit desc, c.surname collate onroll.names, c.forename collate onroll.names, c.birth_date, c.id
       limit ${pageSize} offset ${(page - 1) * pageSize})
    select found.*, (select o.name from onroll.enrolment e join onroll.organisation o on o.id = e.school_id
        where e.child_id = found.id and e.from_on <= ${today} and (e.to_on is null or e.to_on >= ${today})
        order by e.kind = 'subsidiary', e.from_on desc limit 1) as school
      from found
     order by fit desc, surname collate onroll.names, forename collate onroll.names, birth_date, id`.execute(
    tx,
  )
  return { total: rows[0]?.total ?? 0, children: rows.map(foundChild) }
}

interface Row {
  id: string
  reference: number
  forename: string
  surname: string
  preferred_forename: string | null
  preferred_surname: string | null
  birth_date: IsoDate
  upn: string | null
  school: string | null
  total: number
}

const foundChild = (row: Row): FoundChild => ({
  id: row.id,
  reference: writeReference('child', row.reference),
  name: `${row.forename} ${row.surname}`,
  knownAs:
    row.preferred_forename || row.preferred_surname
      ? `${row.preferred_forename ?? row.forename} ${row.preferred_surname ?? row.surname}`
      : null,
  birthDate: row.birth_date,
  upn: row.upn,
  school: row.school,
})

const isNothing = ({ words, ...others }: Wanted) =>
  words.length === 0 && Object.keys(others).length === 0

/** The whole word is better than its beginning, that than its sound, that than a likeness. Anything else is no fit. */
const fitOf = (word: Word): RawBuilder<number> =>
  sql`greatest(${sql.join(
    word.map(
      ({ text, sounds }) => sql`case
        when (' ' || c.search_name || ' ') like ${`% ${text} %`} then 8
        when (' ' || c.search_name) like ${`% ${text}%`} then 6
        when c.sound_keys && ${sounds}::text[] then 4
        when ${text.length > 3} and public.word_similarity(${text}, c.search_name) >= 0.6 then 2
        else 0 end`,
    ),
  )})`

function conditionsFor(wanted: Wanted, fits: readonly RawBuilder<number>[]): RawBuilder<unknown>[] {
  return [
    ...(wanted.upn ? [sql`(c.upn = ${wanted.upn} or c.former_upns @> array[${wanted.upn}])`] : []),
    ...(wanted.childReference ? [sql`c.reference = ${wanted.childReference}`] : []),
    ...(wanted.referralReference
      ? [
          sql`c.id in (select r.child_id from onroll.referral r where r.reference = ${wanted.referralReference})`,
        ]
      : []),
    ...(wanted.birthDate ? [sql`c.birth_date = ${wanted.birthDate}`] : []),
    ...fits.map(fit => sql`${fit} > 0`),
  ]
}
