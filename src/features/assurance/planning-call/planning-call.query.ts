import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { authorityParameters, provisionFacts } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { evaluate } from '#rules/engine.ts'
import { planningCallList } from '#rules/ofsted/planning-call-list.ts'

export type Need = 'behaviour' | 'health' | 'vulnerability'

/** One provider that children on our roll are at, in the words that an inspector asks for in the planning call (OFS-08). */
export interface CallRow {
  readonly provider_id: string
  readonly provider: string
  readonly address: string
  readonly registration: 'registered' | 'applied' | 'not registered' | null
  readonly urn: string | null
  readonly pupils: number
  /** For how many pupils each need is the reason. A purpose in somebody's own words may name a child, and is not shown. */
  readonly reasons: Readonly<Partial<Record<Need, number>>>
  readonly starts: readonly IsoDate[]
  readonly hours: readonly number[]
  /** How many of the pupils the school itself buys the place for. */
  readonly bought_by_us: number
}

/**
 * Counted, not named: of each provider the number of pupils, why, since when and for how many hours. What has ended since
 * was there on an earlier day; what is planned to end is not there on a later one.
 */
export async function planningCall(
  tx: Tx,
  schoolId: string,
  day: IsoDate,
  today: IsoDate,
): Promise<readonly CallRow[]> {
  const { rows } = await sql<CallRow & { pupils: string; bought_by_us: string }>`
    with ours as materialized (
      select p.* from onroll.placement p
       where (p.status in ('accepted', 'live') and (p.planned_end_on is null or p.planned_end_on >= ${day} or p.planned_end_on < ${today})
           or p.status in ('ended', 'ended early') and p.ended_on >= ${day})
         and p.provider_id is not null and coalesce(p.started_on, p.planned_start_on) <= ${day}
         -- What was to begin by now and has not is nowhere yet.
         and (p.status <> 'accepted' or p.planned_start_on >= ${today} or ${day}::date > ${today}::date)
         and exists (select 1 from onroll.enrolment e where e.child_id = p.child_id and e.school_id = ${schoolId}
           and e.from_on <= ${day} and (e.to_on is null or e.to_on >= ${day}))
    ), week as (
      -- Two placements of one pupil at one provider are one pupil's hours.
      select p.provider_id, p.child_id,
             (coalesce(sum(m) filter (where s.in_weeks = 'every'), 0)
             + greatest(coalesce(sum(m) filter (where s.in_weeks = 'A'), 0), coalesce(sum(m) filter (where s.in_weeks = 'B'), 0))) / 60.0 as hours
        from onroll.placement_session s
        join ours p on p.id = s.placement_id
        cross join lateral (select extract(epoch from s.ends_at - s.starts_at)::integer / 60 - s.break_minutes as m) as each
       where s.from_on <= ${day} and (s.to_on is null or s.to_on >= ${day})
       group by p.provider_id, p.child_id
    )
    select o.provider_id, min(provider.name) as provider,
           coalesce((select string_agg(distinct concat_ws(', ', site.name, site.street, site.town, site.postcode), '; ')
              from onroll.provider_site site where site.provider_id = o.provider_id and site.closed_on is null
               and (site.id in (select x.site_id from ours x where x.provider_id = o.provider_id)
                 or not exists (select 1 from ours x where x.provider_id = o.provider_id and x.site_id is not null))), '') as address,
           min(profile.registration) as registration, min(profile.dfe_urn) as urn,
           count(distinct o.child_id) as pupils,
           (select coalesce(jsonb_object_agg(n.need_category, n.children), '{}') from (
              select x.need_category, count(distinct x.child_id) as children from ours x
               where x.provider_id = o.provider_id and x.need_category is not null group by x.need_category) n) as reasons,
           array_agg(distinct coalesce(o.started_on, o.planned_start_on)::text) as starts,
           coalesce((select array_agg(round(w.hours, 2)::float8 order by w.hours) from week w where w.provider_id = o.provider_id), '{}') as hours,
           count(distinct o.child_id) filter (where o.commissioner_id = ${schoolId}) as bought_by_us
      from ours o
      join onroll.organisation provider on provider.id = o.provider_id
      join onroll.provider profile on profile.organisation_id = o.provider_id
     group by o.provider_id
     order by min(provider.name)`.execute(tx)
  return rows.map(row => ({
    ...row,
    pupils: Number(row.pupils),
    bought_by_us: Number(row.bought_by_us),
    starts: [...row.starts].sort(),
  }))
}

/** Of one placement, how many grave findings stand. */
export interface GraveRow {
  readonly id: string
  readonly reference: number
  readonly provider: string | null
  readonly count: number
}

/** The grave findings on placements of pupils whose home school this is, by placement: what inspectors may weigh (OFS-07). */
export async function graveFindings(
  tx: Tx,
  schoolId: string,
  today: IsoDate,
): Promise<readonly GraveRow[]> {
  // The placements first, and as one list: there are few of them, and many grave findings in a county.
  const { rows } = await sql<GraveRow & { count: string }>`
    select p.id, p.reference, o.name as provider, count(*) as count
      from onroll.finding f
      join onroll.placement p on p.id = f.placement_id
      left join onroll.organisation o on o.id = p.provider_id
     where f.superseded_at is null and f.level in ('breach', 'critical') and f.placement_id = any (array(
       select p.id from onroll.placement p
        where p.status in ('accepted', 'live') and exists (select 1 from onroll.enrolment e
          where e.child_id = p.child_id and e.school_id = ${schoolId} and e.kind <> 'subsidiary'
            and e.from_on <= ${today} and (e.to_on is null or e.to_on >= ${today}))))
     group by p.id, p.reference, o.name
     order by count(*) desc, p.reference`.execute(tx)
  return rows.map(row => ({ ...row, count: Number(row.count) }))
}

/** What rule OFS-08 says on the day of the call: which providers' rows are not complete. */
export async function incompleteRows(
  tx: Tx,
  schoolId: string,
  day: IsoDate,
): Promise<ReadonlySet<string>> {
  const children = await tx
    .selectFrom('placement')
    .select('child_id')
    .distinct()
    .where('status', 'in', ['accepted', 'live', 'ended', 'ended early'])
    .execute()
  const facts = await provisionFacts(
    tx,
    children.map(({ child_id }) => child_id),
    new Date(`${day}T12:00:00Z`),
  )
  const asked = {
    ...facts,
    schools: (facts.schools ?? []).map(school =>
      school.id === schoolId ? { ...school, planningCallDate: day } : school,
    ),
  }
  const found = evaluate(asked, {
    rules: [planningCallList],
    parameters: await authorityParameters(tx),
  })
  return new Set(
    found.flatMap(({ values }) =>
      values?.['complete'] === false ? [String(values['provider'])] : [],
    ),
  )
}
