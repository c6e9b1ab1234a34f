import type { IsoDate } from '#domain/dates.ts'
import { leadsOf } from '#features/providers/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { planKnown } from './plan-known.query.ts'
import { assuranceKnown } from './provider-known.query.ts'

/** About which child, at which provider, bought by which school. */
export interface Subject {
  readonly child_id: string
  readonly provider_id: string
  readonly commissioner_id: string
}

/** Everything on record from which an answer can be drafted, as far as the person asking may see it. */
export async function knownAbout(tx: Tx, subject: Subject, today: IsoDate) {
  const placements = await tx
    .selectFrom('placement as p')
    .leftJoin('decision as d', 'd.id', 'p.decision_id')
    .selectAll('p')
    .select(['d.reference as decisionReference'])
    .where('p.child_id', '=', subject.child_id)
    .where('p.provider_id', '=', subject.provider_id)
    .where('p.commissioner_id', '=', subject.commissioner_id)
    .where('p.status', 'in', ['accepted', 'live'])
    .orderBy('p.planned_start_on', 'desc')
    .orderBy('p.id')
    .execute()
  const ids = placements.map(({ id }) => id)
  return {
    today,
    placements,
    sessions: await sessionsNow(tx, ids, today),
    ...(await planKnown(tx, ids)),
    ...(await assuranceKnown(tx, subject)),
    leads: await leadsOf(tx, subject.provider_id),
  }
}
export type Known = Awaited<ReturnType<typeof knownAbout>>

const sessionsNow = async (tx: Tx, placementIds: readonly string[], today: IsoDate) =>
  placementIds.length === 0
    ? []
    : tx
        .selectFrom('placement_session')
        .select(['weekday', 'starts_at', 'ends_at', 'break_minutes', 'in_weeks', 'from_on'])
        .where('placement_id', 'in', placementIds)
        .where('from_on', '<=', today)
        .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
        .orderBy('weekday')
        .orderBy('starts_at')
        .execute()
