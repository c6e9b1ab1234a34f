import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { QuestionnaireStatus, Rating } from '../questionnaire/lifecycle.ts'

/** One placement of a looked-after child of this authority, with what is known about its assurance. */
export interface WatchedRow {
  readonly id: string
  readonly status: 'accepted' | 'live'
  readonly child_id: string
  readonly child_reference: number
  readonly forename: string
  readonly surname: string
  readonly in_care_since: IsoDate
  readonly school_id: string | null
  readonly school: string | null
  readonly commissioner_id: string
  readonly commissioner: string
  readonly commissioner_kind: string
  readonly provider_id: string | null
  readonly provider: string
  readonly start_on: IsoDate
  readonly minutes: number | null
  readonly next_review_on: IsoDate | null
  readonly last_review_on: IsoDate | null
  readonly has_plan: boolean
  readonly form_id: string | null
  readonly form_reference: number | null
  readonly form_status: QuestionnaireStatus | null
  readonly form_due_on: IsoDate | null
  /** The newest day on which a form was returned and not sent back again. */
  readonly told_on: IsoDate | null
  readonly quality_recorded_on: IsoDate | null
  readonly monitoring_recorded_on: IsoDate | null
  /** What was judged since then: the choice of provider, and the worse of the other two sections. */
  readonly quality_rating: Rating | null
  readonly monitoring_rating: Rating | null
  readonly evidence_awaited: boolean
}

/**
 * Every placement of a child whom this authority looks after today: one question, whatever their number. Row-level
 * security decides whose it is to see; the same rows are asked for about one child.
 */
export async function watched(tx: Tx, today: IsoDate, childId?: string): Promise<WatchedRow[]> {
  const { rows } = await sql<WatchedRow>`
    with mine as materialized (
      select p.*, k.from_on as in_care_since
        from onroll.placement p
        join onroll.care_status k on k.child_id = p.child_id and k.status = 'looked-after' and k.authority = onroll.own_authority()
         and k.from_on <= ${today} and (k.to_on is null or k.to_on >= ${today})
       where p.status in ('accepted', 'live') and p.kind <> 'work experience'
         and (${childId ?? null}::uuid is null or p.child_id = ${childId ?? null}::uuid)
    ), week as (
      select s.placement_id, coalesce(sum(m) filter (where s.in_weeks = 'every'), 0)
             + greatest(coalesce(sum(m) filter (where s.in_weeks = 'A'), 0), coalesce(sum(m) filter (where s.in_weeks = 'B'), 0)) as minutes
        from onroll.placement_session s
        join mine p on p.id = s.placement_id
        cross join lateral (select extract(epoch from s.ends_at - s.starts_at)::integer / 60 - s.break_minutes as m) as each
       where s.from_on <= greatest(${today}::date, coalesce(p.started_on, p.planned_start_on)) and (s.to_on is null or s.to_on >= ${today})
       group by s.placement_id
    ), review as (
      select r.placement_id, min(r.due_on) filter (where r.held_on is null) as next_on, max(r.held_on) as last_on
        from onroll.placement_review r where r.placement_id in (select id from mine) and r.cancelled_because is null group by r.placement_id
    ), plan as (
      select distinct i.placement_id from onroll.individual_plan i where i.placement_id in (select id from mine) and i.status = 'agreed'
    ), form as (
      select distinct on (q.child_id, q.provider_id, q.commissioner_id) q.*
        from onroll.questionnaire q where q.child_id in (select child_id from mine) and q.status <> 'not needed'
       order by q.child_id, q.provider_id, q.commissioner_id, q.reference desc
    ), waived as (
      select q.placement_id, max((q.set_aside_at at time zone 'Europe/London')::date) filter (where q.told_quality) as quality_on,
             max((q.set_aside_at at time zone 'Europe/London')::date) filter (where q.told_monitoring) as monitoring_on
        from onroll.questionnaire q where q.status = 'not needed' and q.set_aside_by is not null and q.placement_id in (select id from mine)
       group by q.placement_id
    ), told as (
      select distinct on (q.child_id, q.provider_id, q.commissioner_id) q.id, q.child_id, q.provider_id, q.commissioner_id, q.returned_at
        from onroll.questionnaire q where q.child_id in (select child_id from mine) and q.status in ('returned', 'accepted')
       order by q.child_id, q.provider_id, q.commissioner_id, q.reference desc
    ), judged as (
      select t.id,
             min(r.rating) filter (where r.section = 'Choice of provider') as quality,
             case when bool_or(r.rating = 'not enough') filter (where r.section <> 'Choice of provider') then 'not enough'
                  else min(r.rating) filter (where r.section <> 'Choice of provider') end as monitoring
        from told t join onroll.questionnaire_rating r on r.questionnaire_id = t.id and r.at >= t.returned_at group by t.id
    )
    select p.id, p.status, p.child_id, c.reference as child_reference, c.forename, c.surname, p.in_care_since,
           roll.school_id, roll.name as school, p.commissioner_id, buyer.name as commissioner, buyer.kind as commissioner_kind,
           p.provider_id, coalesce(provider.name, 'A host') as provider, coalesce(p.started_on, p.planned_start_on) as start_on,
           week.minutes::integer as minutes, review.next_on as next_review_on, review.last_on as last_review_on,
           plan.placement_id is not null as has_plan, form.id as form_id, form.reference as form_reference, form.status as form_status, form.due_on as form_due_on,
           (told.returned_at at time zone 'Europe/London')::date as told_on, coalesce(p.quality_recorded_on, waived.quality_on) as quality_recorded_on,
           coalesce(p.monitoring_recorded_on, waived.monitoring_on) as monitoring_recorded_on,
           judged.quality as quality_rating, judged.monitoring as monitoring_rating,
           exists (select 1 from onroll.questionnaire_request a where a.questionnaire_id = told.id and a.supplied_at is null) as evidence_awaited
      from mine p
      join onroll.child c on c.id = p.child_id
      join onroll.organisation buyer on buyer.id = p.commissioner_id
      left join onroll.organisation provider on provider.id = p.provider_id
      left join lateral (
        select e.school_id, o.name from onroll.enrolment e join onroll.organisation o on o.id = e.school_id
         where e.child_id = p.child_id and e.from_on <= ${today} and (e.to_on is null or e.to_on >= ${today})
         order by e.kind = 'subsidiary', e.from_on desc limit 1) roll on true
      left join week on week.placement_id = p.id
      left join review on review.placement_id = p.id
      left join waived on waived.placement_id = p.id
      left join plan on plan.placement_id = p.id
      left join form on (form.child_id, form.provider_id, form.commissioner_id) = (p.child_id, p.provider_id, p.commissioner_id)
      left join told on (told.child_id, told.provider_id, told.commissioner_id) = (p.child_id, p.provider_id, p.commissioner_id)
      left join judged on judged.id = told.id
     order by c.surname collate onroll.names, c.forename collate onroll.names, p.id`.execute(tx)
  return rows
}
