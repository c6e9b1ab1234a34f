import { sql } from 'kysely'
import { startingYear, yearStarts } from '#domain/academic-year.ts'
import type { IsoDate } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Found } from './find-children.query.ts'

export const statuses = {
  ehcp: 'EHCP',
  'sen-support': 'SEN support',
  'top-up': 'Top-up',
  'looked-after': 'Looked after',
  'no-roll': 'On no roll',
} as const

export const orders = { name: 'Name', age: 'Youngest first', newest: 'Entered last' } as const

const orderings = {
  name: sql`c.surname collate onroll.names, c.forename collate onroll.names, c.birth_date, c.id`,
  age: sql`c.birth_date desc, c.surname collate onroll.names, c.id`,
  newest: sql`c.reference desc`,
} as const satisfies Record<keyof typeof orders, unknown>

interface Asked {
  readonly page: number
  readonly pageSize: number
  readonly year?: number | undefined
  readonly status?: keyof typeof statuses | undefined
  readonly order: keyof typeof orders
  readonly today: IsoDate
}

/** A page of all the children whom the reader may see; a status that the reader may not see narrows to nobody. */
export async function allChildren(tx: Tx, asked: Asked): Promise<Found> {
  const { page, pageSize, today } = asked
  const now = sql`s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today})`
  const having = {
    ehcp: sql`exists (select 1 from onroll.special_needs s where s.child_id = c.id and s.status = 'ehcp' and ${now})`,
    'sen-support': sql`exists (select 1 from onroll.special_needs s where s.child_id = c.id and s.status = 'sen-support' and ${now})`,
    'top-up': sql`exists (select 1 from onroll.top_up s where s.child_id = c.id and ${now})`,
    'looked-after': sql`exists (select 1 from onroll.care_status s where s.child_id = c.id and s.status = 'looked-after' and ${now})`,
    'no-roll': sql`not exists (select 1 from onroll.enrolment s where s.child_id = c.id and ${now})`,
  }
  const { rows } = await sql<{
    id: string
    reference: number
    forename: string
    surname: string
    birth_date: IsoDate
    upn: string | null
    known_as: string | null
    school: string | null
    total: number
  }>`
    with mine as materialized (select distinct id from onroll.children_i_may_see('identity') as s (id))
    select c.id, c.reference, c.forename, c.surname, c.birth_date, c.upn, count(*) over () as total,
           case when c.preferred_forename is not null or c.preferred_surname is not null
             then coalesce(c.preferred_forename, c.forename) || ' ' || coalesce(c.preferred_surname, c.surname) end as known_as,
           (select o.name from onroll.enrolment s join onroll.organisation o on o.id = s.school_id
             where s.child_id = c.id and ${now} order by s.kind = 'subsidiary', s.from_on desc limit 1) as school
      from mine join onroll.child c on c.id = mine.id
     where c.merged_into_id is null and ${asked.status ? having[asked.status] : sql`true`} and ${bornFor(asked)}
     order by ${orderings[asked.order]}
     limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return {
    total: rows[0]?.total ?? 0,
    children: rows.map(row => ({
      id: row.id,
      reference: writeReference('child', row.reference),
      name: `${row.forename} ${row.surname}`,
      knownAs: row.known_as,
      birthDate: row.birth_date,
      upn: row.upn,
      school: row.school,
    })),
  }
}

/** Children of a year group are born from 1 September to 31 August. */
function bornFor({ year, today }: Asked) {
  if (year === undefined) return sql`true`
  const born = startingYear(today, yearStarts.school) - year - 5
  return sql`c.birth_date between ${`${born}-09-01`}::date and ${`${born + 1}-08-31`}::date`
}
