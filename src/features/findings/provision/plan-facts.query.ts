import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Placement, PlacementPlan } from '#rules/facts.ts'

interface Rows {
  readonly plans: readonly {
    readonly placement_id: string
    readonly baseline: string | null
    readonly timeframe: string | null
    readonly assessment: string | null
    readonly ehcp_linked: boolean
    readonly qualifications: string | null
    readonly staff_qualifications_seen_on: IsoDate | null
    readonly service_links: string | null
    readonly next_steps: string | null
    readonly home_school_link: string | null
    readonly peer_contact: string | null
    readonly reintegration: boolean | null
    readonly readiness: string | null
    readonly support_package: string | null
    readonly provider_agreed_on: IsoDate | null
    readonly objectives: readonly string[]
  }[]
  readonly reviews: readonly {
    readonly placement_id: string
    readonly due_on: IsoDate
    readonly held_on: IsoDate | null
  }[]
  readonly contacts: readonly {
    readonly placement_id: string
    readonly kind: string
    readonly on_day: IsoDate
  }[]
}

/** One question to the database for the plans, reviews and contacts of all of these children (migration 0042). */
export async function planFacts(
  tx: Tx,
  childIds: readonly string[],
): Promise<(placements: readonly Placement[]) => Placement[]> {
  const { rows } = await sql<{ facts: Rows }>`
    select onroll.plan_facts(${`{${[...new Set(childIds)].join(',')}}`}::uuid[]) as facts`.execute(
    tx,
  )
  const facts = rows[0]?.facts
  if (!facts) throw new Error('plan_facts answered nothing')
  const plans = new Map(facts.plans.map(row => [row.placement_id, planFrom(row)]))
  const reviews = Map.groupBy(facts.reviews, ({ placement_id }) => placement_id)
  const contacts = Map.groupBy(facts.contacts, ({ placement_id }) => placement_id)
  return placements =>
    placements.map(placement => {
      const plan = plans.get(placement.id)
      return {
        ...placement,
        ...(plan ? { plan } : {}),
        reviews: (reviews.get(placement.id) ?? []).map(({ due_on, held_on }) => ({
          date: due_on,
          ...(held_on ? { heldDate: held_on } : {}),
        })),
        contacts: (contacts.get(placement.id) ?? []).map(({ on_day, kind }) => ({
          date: on_day,
          kind,
        })),
      }
    })
}

const planFrom = (row: Rows['plans'][number]): PlacementPlan => ({
  objectives: row.objectives,
  ehcpLinked: row.ehcp_linked,
  ...(row.timeframe ? { timeframe: row.timeframe } : {}),
  ...(row.assessment ? { assessmentArrangements: row.assessment } : {}),
  ...(row.baseline ? { baseline: row.baseline } : {}),
  ...(row.provider_agreed_on ? { providerAgreedDate: row.provider_agreed_on } : {}),
  ...(row.reintegration
    ? {
        reintegration: {
          ...(row.readiness ? { readinessCriteria: row.readiness } : {}),
          ...(row.support_package ? { supportPackage: row.support_package } : {}),
        },
      }
    : {}),
  ...(row.qualifications ? { qualifications: row.qualifications } : {}),
  ...(row.staff_qualifications_seen_on
    ? { staffQualificationsSeenDate: row.staff_qualifications_seen_on }
    : {}),
  ...(row.service_links ? { serviceLinks: row.service_links } : {}),
  ...(row.next_steps ? { nextStepsAdvice: row.next_steps } : {}),
  ...(row.home_school_link ? { homeSchoolLink: row.home_school_link } : {}),
  ...(row.peer_contact ? { peerContact: row.peer_contact } : {}),
})
