import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs.ts'
import type { Touched } from '../fact-changes.ts'

/** What the rules are asked about: everything at a provider together, because it is counted; what has none by itself. */
export interface Provision {
  readonly providers: readonly string[]
  /** Placements with a host that is no provider. */
  readonly placements: readonly string[]
}

interface Row {
  readonly provider_id: string | null
  readonly placement_id: string
}

/** Placements about which something can still be done, or said. */
const open = sql`(p.status in ('proposed', 'offered', 'declined', 'accepted', 'live')
  or (p.status in ('ended', 'ended early')
    and not exists (select 1 from placement_closing c where c.placement_id = p.id and c.closed_at is not null)))`

/** The providers and placements that such changes touch. Jobs alone ask, and they read everything. */
export async function provisionTouched(tx: Tx, touched: Touched): Promise<Provision> {
  const ids = (...kinds: string[]) =>
    sql`any (${`{${kinds.flatMap(kind => touched[kind] ?? []).join(',')}}`}::uuid[])`
  const schools = ids('school_id')
  const { rows } = await sql<Row>`
    select p.provider_id, p.id as placement_id from placement p where p.id = ${ids('placement_id')}
    union select p.provider_id, p.id from placement p
      where ${open} and (p.child_id = ${ids('child_id')} or p.commissioner_id = ${ids('school_id', 'partnership_id')}
        or p.child_id in (select e.child_id from enrolment e where e.school_id = ${schools}))
    union select p.provider_id, p.id from placement p join substantial_plan s on s.placement_id = p.id
      where s.id = ${ids('substantial_plan_id')}
    union select q.provider_id, null from questionnaire q where q.id = ${ids('questionnaire_id')}
    union select e.provider_id, null from evidence_item e where e.id = ${ids('evidence_id')}
    union select v.organisation_id, null from provider v where v.organisation_id = ${ids('provider_id')}
    union select v.provider_id, null from visit v where v.id = ${ids('visit_id')}
    -- The number of a provider is known because a school has it.
    union select v.organisation_id, null from provider v join school k on k.urn = v.dfe_urn
      where k.organisation_id = ${schools}`.execute(tx)
  return provisionOf(rows)
}

/** Every provider and placement of which the rules may say something today. */
export async function provisionInUse(tx: Tx): Promise<Provision> {
  const { rows } = await sql<Row>`
    select p.provider_id, p.id as placement_id from placement p where ${open}
    union select v.organisation_id, null from provider v join organisation o on o.id = v.organisation_id
      where o.closed_on is null
    union select f.provider_id, f.placement_id from finding f
      where f.superseded_at is null and num_nonnulls(f.provider_id, f.placement_id) > 0`.execute(tx)
  return provisionOf(rows)
}

const provisionOf = (rows: readonly Row[]): Provision => ({
  providers: [...new Set(rows.flatMap(({ provider_id }) => provider_id ?? []))].sort(),
  placements: rows.flatMap(row => (row.provider_id === null ? row.placement_id : [])).sort(),
})

/**
 * What follows for a child at provision: the Virtual School may be owed a questionnaire, or be owed it no more (QST-01), and
 * a placement may have to follow a case that ended or a roll that was left.
 */
export async function askForWhatFollows(tx: Tx, touched: Touched): Promise<void> {
  const { rows } = await sql<{ child: string }>`
    select distinct child_id as child from (
      select child_id from placement where status in ('proposed', 'offered', 'declined', 'accepted', 'live')
      union all select child_id from questionnaire where status in ('draft', 'sent back')) x
     where child_id = any (${`{${(touched['child_id'] ?? []).join(',')}}`}::uuid[])`.execute(tx)
  for (const { child } of rows)
    for (const name of ['open-questionnaires', 'placements-follow'])
      await enqueue(tx, { name }, { child }, { key: `${name} ${child}` })
}
