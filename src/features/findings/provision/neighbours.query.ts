import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Placement, Pupil, SubstantialPlan } from '#rules/facts.ts'
import { startOf } from './provision-facts.ts'
import { type Stretch, timetableOn } from './timetable.ts'

export type NeighbourRow = Omit<Stretch, 'weekday'> & {
  readonly weekday: number | null
  readonly child_number: string
  readonly placement_number: string
  readonly this_child: boolean
  readonly status: 'offered' | 'accepted' | 'live'
  readonly start_on: IsoDate
  readonly end_on: IsoDate | null
  readonly looked_after: boolean | null
  readonly ehcp: boolean | null
  readonly sen_support: boolean | null
  readonly plan_end_on: IsoDate | null
  readonly compulsory_school_age: boolean
}

/** The other children of a provider, from all commissioners, under numbers that mean nothing outside this answer. */
export interface Neighbours {
  readonly pupils: readonly Pupil[]
  readonly placements: readonly Placement[]
  readonly substantialPlans: readonly SubstantialPlan[]
}

/** Everybody at the provider but the child asked about, whose own rows are read by name. */
export async function neighbourRows(
  tx: Tx,
  providerId: string,
  childId: string,
): Promise<readonly NeighbourRow[]> {
  const { rows } = await sql<NeighbourRow>`
    select * from onroll.provision_at(${providerId}, ${childId}) where not this_child`.execute(tx)
  return rows
}

/** The same as the rules read it on a day; with `asIfItRan` also what was only offered counts from its planned day. */
export function neighboursFrom(
  rows: readonly NeighbourRow[],
  providerId: string,
  day: IsoDate,
  asIfItRan: boolean,
): Neighbours {
  const children = Map.groupBy(rows, row => `child ${row.child_number} at ${providerId}`)
  const placements = Map.groupBy(rows, row => `placement ${row.placement_number} at ${providerId}`)
  return {
    pupils: [...children].flatMap(([id, [row]]) => (row ? [pupilFrom(id, row)] : [])),
    placements: [...placements].flatMap(([id, mine]) => {
      const row = mine[0]
      if (!row) return []
      const start = asIfItRan ? row.start_on : startOf(row.status, row.start_on, day)
      return [placementFrom(id, providerId, row, mine, start, day)]
    }),
    substantialPlans: [...children].flatMap(([id, mine]) => {
      const end = mine.find(({ plan_end_on }) => plan_end_on)?.plan_end_on
      return end ? [planFrom(id, providerId, end)] : []
    }),
  }
}

/** Days on which another child starts, or another week begins: between them the counts stay as they are. */
export const turningDays = (rows: readonly NeighbourRow[]): IsoDate[] => [
  ...new Set(rows.flatMap(({ start_on, from_on }) => (from_on ? [start_on, from_on] : [start_on]))),
]

const pupilFrom = (id: string, row: NeighbourRow): Pupil => ({
  id,
  // The age itself is not told, only whether the law asks for education at it.
  yearGroup: row.compulsory_school_age ? 9 : 12,
  ...(row.ehcp === null
    ? {}
    : { send: { status: row.ehcp ? 'ehcp' : row.sen_support ? 'sen-support' : 'none' } }),
  ...(row.looked_after === null
    ? {}
    : { care: { status: row.looked_after ? 'looked-after' : 'never-looked-after' } }),
})

function placementFrom(
  id: string,
  provider: string,
  row: NeighbourRow,
  rows: readonly NeighbourRow[],
  start: IsoDate,
  day: IsoDate,
): Placement {
  const week = rows.flatMap(each =>
    each.weekday === null ? [] : [{ ...each, weekday: each.weekday }],
  )
  return {
    id,
    pupil: `child ${row.child_number} at ${provider}`,
    provider,
    start,
    ...(row.end_on && row.end_on >= day ? { end: row.end_on } : {}),
    timetable: timetableOn(week, start > day ? start : day),
  }
}

/** Only a complete plan is ever put in force, so that it is there says all that the rules ask. */
const planFrom = (pupil: string, provider: string, end: IsoDate): SubstantialPlan => ({
  id: `plan of ${pupil}`,
  pupil,
  provider,
  writtenDate: '2000-01-01' as IsoDate,
  schoolAgreedDate: '2000-01-01' as IsoDate,
  parentAgreements: [{ person: 'anybody', agreed: true }],
  reviewDate: end,
  endDate: end,
})
