import { type RawBuilder, sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { authorityParameters } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { appendixTwo } from '#rules/data/documents.ts'
import { lawWith } from '#rules/parameter.ts'
import { assessmentInterval } from '#rules/parameters/assessment.ts'
import { type Approval, type Decided, type Derived, derive, isGraver } from './approval.ts'

/** What the officers decided last. */
export interface Decision {
  readonly approval: Decided
  readonly conditions: string | null
  readonly because: string
  readonly fromOn: IsoDate
  readonly reviewOn: IsoDate | null
}

export interface Standing {
  /** The officers’ decision where there is one; else what the records say. */
  readonly approval: Approval
  readonly decision: Decision | undefined
  readonly derived: Derived
  /** Do the records say that it should not be used, although the officers let it be? */
  readonly againstIt: boolean
}

/** How providers stand: of those asked for, or of all. */
export async function standings(
  tx: Tx,
  today: IsoDate,
  providerIds?: readonly string[],
): Promise<Map<string, Standing>> {
  const law = lawWith(await authorityParameters(tx))
  const months = law.value(assessmentInterval, today)
  const among = (column: RawBuilder<unknown>) =>
    providerIds ? sql`${column} = any (${idList(providerIds)}::uuid[])` : sql`true`
  const ofThese = among(sql`provider_id`)
  const { rows } = await sql<Row>`
    select o.id, o.closed_on, coalesce(d.documents, 0)::integer as documents, coalesce(x.expired, 0)::integer as expired,
           (s.employs_anyone is false and s.no_employees_declared_on is not null)::integer as not_needed,
           a.on as assessed_on, coalesce(c.serious, 0)::integer as serious, coalesce(c.concerns, 0)::integer as concerns,
           coalesce(f.stopping, 0)::integer as stopping, coalesce(f.registration, 0)::integer as registration,
           coalesce(f.not_met, 0)::integer as not_met,
           p.approval, p.conditions, p.because, p.from_on, p.review_on
      from organisation o join provider on provider.organisation_id = o.id
      left join provider_standing s on s.provider_id = o.id
      left join onroll.documents_in_date(${today}) d on d.provider_id = o.id
      left join (select provider_id, count(*) as expired from evidence_item
        where superseded_at is null and document <> 'DOC-26' and expires_on < ${today} and ${ofThese} group by 1) x on x.provider_id = o.id
      left join (select provider_id, max(visited_on) as on from visit
        where status = 'published' and annual_assessment and ${ofThese} group by 1) a on a.provider_id = o.id
      left join onroll.open_concerns() c on c.provider_id = o.id
      left join (
        select provider_id, count(*) filter (where cardinality(blocks) > 0) as stopping,
               count(*) filter (where cardinality(blocks) = 0 and level in ('critical', 'high') and rule ~ '^(ILL|REG)-') as registration,
               count(*) filter (where cardinality(blocks) = 0 and (level = 'breach'
                 or (level in ('critical', 'high') and rule !~ '^(ILL|REG)-'))) as not_met
          from finding where subject_type = 'provider' and provider_id is not null and superseded_at is null and ${ofThese}
         group by 1) f on f.provider_id = o.id
      left join (select distinct on (provider_id) provider_id, approval, conditions, because, from_on, review_on
        from provider_approval where ${ofThese} order by provider_id, at desc, id desc) p on p.provider_id = o.id
     where ${among(sql`o.id`)}`.execute(tx)
  return new Map(rows.map(row => [row.id, standingFrom(row, months, today)]))
}

/** How one provider stands. */
export const standingOf = async (tx: Tx, providerId: string, today: IsoDate): Promise<Standing> => {
  const standing = (await standings(tx, today, [providerId])).get(providerId)
  if (!standing) throw new Error('There is no such provider')
  return standing
}

interface Row {
  readonly id: string
  readonly closed_on: IsoDate | null
  readonly documents: number
  readonly expired: number
  readonly not_needed: number
  readonly assessed_on: IsoDate | null
  readonly serious: number
  readonly concerns: number
  readonly stopping: number
  readonly registration: number
  readonly not_met: number
  readonly approval: Decided | null
  readonly conditions: string | null
  readonly because: string | null
  readonly from_on: IsoDate | null
  readonly review_on: IsoDate | null
}

function standingFrom(row: Row, months: number, today: IsoDate): Standing {
  const derived = derive(
    {
      closedOn: row.closed_on,
      documents: row.documents,
      documentsWanted: appendixTwo.length - row.not_needed,
      expired: row.expired,
      assessedOn: row.assessed_on,
      assessmentMonths: months,
      serious: row.serious,
      concerns: row.concerns,
      stopping: row.stopping,
      registration: row.registration,
      notMet: row.not_met,
    },
    today,
  )
  const decision =
    row.approval && row.from_on && row.because
      ? {
          approval: row.approval,
          conditions: row.conditions,
          because: row.because,
          fromOn: row.from_on,
          reviewOn: row.review_on,
        }
      : undefined
  return {
    approval: decision?.approval ?? derived.approval,
    decision,
    derived,
    againstIt:
      decision !== undefined &&
      isGraver(derived.approval, decision.approval) &&
      (derived.approval === 'paused' || derived.approval === 'ended'),
  }
}

const idList = (ids: readonly string[]) => `{${ids.join(',')}}`
