import { sql } from 'kysely'
import { addDays, addMonths, type IsoDate } from '#domain/dates.ts'
import { authorityParameters } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { lawWith } from '#rules/parameter.ts'
import { assessmentInterval } from '#rules/parameters/assessment.ts'
import { gapsOf, type Known, latest, pointsOf, type Step, unsampledOf } from './gaps.ts'

export interface Planned {
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly weUse: boolean
  readonly lastVisited: IsoDate | undefined
  readonly plannedOn: IsoDate | undefined
  readonly steps: readonly Step[]
  readonly points: number
  /** Letters of the areas that nobody has looked at for a year. */
  readonly areas: string
}

const daysAhead = 60

/** Every open provider with what speaks for visiting it, for the organisation that asks; who assures all sees all. */
export async function providersToVisit({
  tx,
  today,
}: Pick<Visit, 'tx' | 'today'>): Promise<Planned[]> {
  const months = lawWith(await authorityParameters(tx)).value(assessmentInterval, today)
  const [providers, visits, sections, uses, papers] = [
    await providersOf(tx, today),
    await visitsSeen(tx),
    await sectionsSeen(tx),
    await usesSeen(tx),
    await papersSeen(tx, today),
  ]
  return providers.map(({ id, name, town, serious, concerns }) => {
    const made = (visits.get(id) ?? []).flatMap(({ visited_on, status }) =>
      visited_on && status !== 'planned' ? [visited_on] : [],
    )
    const paper = papers.get(id)
    const use = uses.get(id) ?? []
    const known: Known = {
      serious,
      concerns,
      lastVisited: latest(made),
      sampled: Object.fromEntries((sections.get(id) ?? []).map(each => [each.section, each.on])),
      uses: use.map(({ live_since, assessed_on }) => ({
        liveSince: live_since,
        assessedOn: assessed_on ?? undefined,
      })),
      expired: paper?.expired ?? 0,
      expiring: paper?.expiring ?? 0,
      unseen: paper?.unseen ?? 0,
    }
    const steps = gapsOf(known, months, today)
    return {
      id,
      name,
      town,
      weUse: use.length > 0,
      lastVisited: known.lastVisited,
      plannedOn: (visits.get(id) ?? [])
        .flatMap(({ planned_on, status }) => (status === 'planned' ? [planned_on] : []))
        .sort()[0],
      steps,
      points: pointsOf(steps),
      areas: unsampledOf(known, today).join(''),
    }
  })
}

async function providersOf(tx: Tx, today: IsoDate) {
  const { rows } = await sql<{
    id: string
    name: string
    town: string | null
    serious: number
    concerns: number
  }>`
    select o.id, o.name, o.town, coalesce(c.serious, 0)::integer as serious, coalesce(c.concerns, 0)::integer as concerns
      from organisation o join provider p on p.organisation_id = o.id
      left join onroll.open_concerns() c on c.provider_id = o.id
     where o.closed_on is null or o.closed_on >= ${today}`.execute(tx)
  return rows
}

interface OfProvider {
  readonly provider_id: string
}
const byProvider = <T extends OfProvider>(rows: readonly T[]): Map<string, T[]> =>
  Map.groupBy(rows, ({ provider_id }) => provider_id)

/** Visits that the reader may see: their own, and what others have published. */
async function visitsSeen(tx: Tx) {
  const { rows } = await sql<
    OfProvider & { planned_on: IsoDate; visited_on: IsoDate | null; status: string }
  >`select provider_id, planned_on, visited_on, status from visit where status <> 'cancelled'`.execute(
    tx,
  )
  return byProvider(rows)
}

async function sectionsSeen(tx: Tx) {
  const { rows } = await sql<OfProvider & { section: string; on: IsoDate }>`
    select v.provider_id, i.section, max(v.visited_on) as on
      from visit v join visit_item i on i.visit_id = v.id and i.removed_at is null
     where v.visited_on is not null and v.status in ('submitted', 'moderated', 'published')
     group by v.provider_id, i.section`.execute(tx)
  return byProvider(rows)
}

/** Who uses a provider, each with its latest own assessment or one that it adopted, which counts from the day it was made. */
async function usesSeen(tx: Tx) {
  const { rows } = await sql<
    OfProvider & { live_since: IsoDate | null; assessed_on: IsoDate | null }
  >`
    select u.provider_id, u.live_since, (
        select max(v.visited_on) from visit v
         where v.provider_id = u.provider_id and v.annual_assessment and v.status = 'published'
           and (v.commissioner_id = u.commissioner_id
             or exists (select 1 from visit_adoption a where a.visit_id = v.id and a.commissioner_id = u.commissioner_id))
      ) as assessed_on
      from onroll.uses_of_providers() u`.execute(tx)
  return byProvider(rows)
}

/** How many papers have run out, will, and have been seen by nobody for a year. */
async function papersSeen(tx: Tx, today: IsoDate) {
  const { rows } = await sql<OfProvider & { expired: number; expiring: number; unseen: number }>`
    select e.provider_id, count(*) filter (where e.expires_on < ${today})::integer as expired,
           count(*) filter (where e.expires_on between ${today} and ${addDays(today, daysAhead)})::integer as expiring,
           count(*) filter (where s.last_on is null or s.last_on < ${addMonths(today, -12)})::integer as unseen
      from evidence_item e
      left join onroll.documents_sampled() s on s.provider_id = e.provider_id and s.document = e.document
     where e.superseded_at is null
     group by e.provider_id`.execute(tx)
  return new Map(rows.map(row => [row.provider_id, row]))
}
