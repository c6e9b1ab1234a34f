import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

/** How far a school has answered for the looked-after children whom it placed itself. */
export interface CoverageRow {
  readonly school_id: string
  readonly school: string
  readonly placed: number
  readonly owed: number
  readonly returned: number
  readonly accepted: number
  readonly sentBack: number
  readonly overdue: number
  /** The Virtual School said that it needs none. */
  readonly setAside: number
}

/** Every school that buys directly for a child of this authority: pairs of child and provider, and their forms. */
export async function coverage(tx: Tx, today: IsoDate): Promise<CoverageRow[]> {
  const { rows } = await sql<Record<keyof CoverageRow, string>>`
    with pairs as (
      select distinct p.child_id, p.provider_id, p.commissioner_id
        from onroll.placement p
        join onroll.school s on s.organisation_id = p.commissioner_id
        join onroll.care_status k on k.child_id = p.child_id and k.status = 'looked-after' and k.authority = onroll.own_authority()
         and k.from_on <= ${today} and (k.to_on is null or k.to_on >= ${today})
       where p.status in ('accepted', 'live') and p.provider_id is not null
    ), form as (
      select distinct on (q.child_id, q.provider_id, q.commissioner_id) q.child_id, q.provider_id, q.commissioner_id, q.status, q.due_on
        from onroll.questionnaire q where q.status <> 'not needed' or (q.set_aside_by is not null
         and q.placement_id in (select p.id from onroll.placement p where p.status in ('accepted', 'live')))
       order by q.child_id, q.provider_id, q.commissioner_id, q.reference desc
    )
    select p.commissioner_id as school_id, o.name as school, count(*) as placed,
           count(*) filter (where f.status = 'draft' or f.status is null) as owed,
           count(*) filter (where f.status = 'returned') as returned,
           count(*) filter (where f.status = 'accepted') as accepted,
           count(*) filter (where f.status = 'sent back') as "sentBack",
           count(*) filter (where f.status = 'not needed') as "setAside",
           count(*) filter (where f.status in ('draft', 'sent back') and f.due_on < ${today}) as overdue
      from pairs p
      join onroll.organisation o on o.id = p.commissioner_id
      left join form f on (f.child_id, f.provider_id, f.commissioner_id) = (p.child_id, p.provider_id, p.commissioner_id)
     group by p.commissioner_id, o.name
     order by count(*) filter (where f.status in ('draft', 'sent back') and f.due_on < ${today}) desc, o.name`.execute(
    tx,
  )
  return rows.map(row => ({
    school_id: row.school_id,
    school: row.school,
    placed: Number(row.placed),
    owed: Number(row.owed),
    returned: Number(row.returned),
    accepted: Number(row.accepted),
    sentBack: Number(row.sentBack),
    overdue: Number(row.overdue),
    setAside: Number(row.setAside),
  }))
}
