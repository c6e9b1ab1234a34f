import type { IsoDate } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { PlacementStatus } from './placement.ts'

/** A placement with the names that people know it by; hidden and absent look alike. */
export async function placementById(tx: Tx, id: string) {
  const row = await placements(tx).where('placement.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return named(row)
}
export type Placement = Awaited<ReturnType<typeof placementById>>

/** Every placement of a child that the reader may see, the newest first. */
export const placementsOf = async (tx: Tx, childId: string): Promise<Placement[]> =>
  (
    await placements(tx)
      .where('placement.child_id', '=', childId)
      .orderBy('placement.planned_start_on', 'desc')
      .orderBy('placement.id')
      .execute()
  ).map(named)

export const placements = (tx: Tx) =>
  tx
    .selectFrom('placement')
    .leftJoin('organisation as provider', 'provider.id', 'placement.provider_id')
    .leftJoin('organisation as commissioner', 'commissioner.id', 'placement.commissioner_id')
    .leftJoin('organisation as arranger', 'arranger.id', 'placement.arranged_by_id')
    .leftJoin('child', 'child.id', 'placement.child_id')
    .leftJoin('provider_site as site', 'site.id', 'placement.site_id')
    .leftJoin('work_experience as work', 'work.placement_id', 'placement.id')
    .selectAll('placement')
    .select([
      'provider.name as provider_name',
      'commissioner.name as commissioner_name',
      'arranger.name as arranger_name',
      'site.name as site_name',
      'work.host_name',
      'child.forename',
      'child.surname',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof placements>['executeTakeFirstOrThrow']>>

export const named = (row: Row) => ({
  ...row,
  status: row.status as PlacementStatus,
  name: writeReference('placement', row.reference),
  childName: row.surname ? `${row.forename} ${row.surname}` : 'A child you no longer see',
  providerName: row.provider_name ?? row.host_name ?? 'A host',
  commissionerName: row.commissioner_name ?? 'Not known',
  /** Who does what is to be done here: the commissioner, or the partnership that arranges it for the authority. */
  runnerName: row.arranger_name ?? row.commissioner_name ?? 'Not known',
})

/** Who commissions it, and who arranges it in the authority’s name. */
export const commissionerWords = ({
  commissionerName,
  arranger_name,
}: Pick<Placement, 'commissionerName' | 'arranger_name'>): string =>
  arranger_name ? `${commissionerName}, arranged by ${arranger_name}` : commissionerName

export interface SessionRow {
  readonly id: string
  readonly placement_id: string
  readonly weekday: number
  readonly starts_at: string
  readonly ends_at: string
  readonly break_minutes: number
  readonly in_weeks: 'every' | 'A' | 'B'
  readonly supervised_by: string | null
  readonly subjects: readonly string[]
  readonly travel: string | null
  readonly from_on: IsoDate
  readonly to_on: IsoDate | null
}

/** Everything that these placements were ever planned to be, in the order of the week. */
export const sessionsOf = (tx: Tx, placementIds: readonly string[]): Promise<SessionRow[]> =>
  placementIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('placement_session')
        .select([
          'id',
          'placement_id',
          'weekday',
          'starts_at',
          'ends_at',
          'break_minutes',
          'in_weeks',
          'supervised_by',
          'subjects',
          'travel',
          'from_on',
          'to_on',
        ])
        .where('placement_id', 'in', placementIds)
        .orderBy('from_on')
        .orderBy('weekday')
        .orderBy('starts_at')
        .orderBy('id')
        .execute()
