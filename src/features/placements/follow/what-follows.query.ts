import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { PlacementStatus } from '../placement.ts'

/** A placement that what it rests on has left behind: a case that ended, or the roll of the school that commissions it. */
export interface LeftBehind {
  readonly id: string
  readonly reference: number
  readonly child_id: string
  readonly provider_id: string | null
  readonly run_by_id: string
  readonly status: Extract<
    PlacementStatus,
    'proposed' | 'offered' | 'declined' | 'accepted' | 'live'
  >
  readonly started_on: IsoDate | null
  readonly planned_end_on: IsoDate | null
  /** The case that ended, or null: the child came off the roll. */
  readonly referral: number | null
  readonly referral_status: 'withdrawn' | 'closed' | 'referred on' | null
  readonly off_roll_on: IsoDate | null
}

/**
 * Placements of these children, or of all, that have to follow. One of a partnership rests on a case there that goes on,
 * if there was one when it was made; one of a school on the child's place on its roll.
 */
export async function leftBehind(
  tx: Tx,
  today: IsoDate,
  childId?: string,
): Promise<readonly LeftBehind[]> {
  const { rows } = await sql<LeftBehind>`
    select p.id, p.reference, p.child_id, p.provider_id, p.run_by_id, p.status, p.started_on, p.planned_end_on,
           r.reference as referral, r.status as referral_status, null::date as off_roll_on
      from placement p join lateral (
        select reference, status, ended_at from referral
         where child_id = p.child_id and responsible_partnership_id = p.run_by_id and ended_at >= p.made_at
           and status in ('withdrawn', 'closed', 'referred on') order by ended_at desc limit 1) r on true
     where p.status in ('proposed', 'offered', 'declined', 'accepted', 'live')
       and (${childId ?? null}::uuid is null or p.child_id = ${childId ?? null})
       and not exists (select 1 from referral o where o.child_id = p.child_id and o.responsible_partnership_id = p.run_by_id
         and o.status in ('submitted', 'accepted', 'listed', 'decided', 'returned'))
       and not exists (select 1 from placement_event e where e.placement_id = p.id and e.what = 'case ended' and e.at >= r.ended_at)
    union all
    select p.id, p.reference, p.child_id, p.provider_id, p.run_by_id, p.status, p.started_on, p.planned_end_on, null, null, max(e.to_on)
      from placement p join enrolment e on e.child_id = p.child_id and e.school_id = p.run_by_id
     where p.status in ('proposed', 'offered', 'declined', 'accepted', 'live')
       and (${childId ?? null}::uuid is null or p.child_id = ${childId ?? null})
     group by p.id having bool_and(e.to_on < ${today}::date) and max(e.to_on) >= max((p.made_at at time zone 'Europe/London')::date) - 7
     order by 2`.execute(tx)
  return rows
}
