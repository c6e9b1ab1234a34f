import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'
import { removalGround } from '#rules/data/removal-grounds.ts'
import type { RemovalStatus } from './removal.ts'

/** Removals with the names that people know them by; row-level security leaves those that the reader may see. */
export const removals = (tx: Tx) =>
  tx
    .selectFrom('roll_removal as removal')
    .innerJoin('organisation as school', 'school.id', 'removal.school_id')
    .leftJoin('child', 'child.id', 'removal.child_id')
    .selectAll('removal')
    .select(['school.name as school', 'child.forename', 'child.surname'])

type Row = Awaited<ReturnType<ReturnType<typeof removals>['executeTakeFirstOrThrow']>>

export const named = (row: Row) => ({
  ...row,
  status: row.status as RemovalStatus,
  childName: row.surname ? `${row.forename} ${row.surname}` : 'A child you no longer see',
  groundWords: groundWords(row.ground),
})

/** The fifteen grounds in their own words; what a school wrote in their place is said to be none of them. */
export const otherGrounds: Readonly<Record<string, string>> = {
  'stopped-attending': 'Has stopped attending',
  'in-alternative-provision': 'Is taught somewhere else',
  'another-reason': 'Another reason',
}
export const groundWords = (key: string): string => {
  const ground = removalGround(key)
  return ground
    ? `${ground.statement} (ground ${ground.letter})`
    : `${otherGrounds[key] ?? key} (none of the fifteen grounds)`
}

export async function removalById(tx: Tx, id: string) {
  const row = await removals(tx).where('removal.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return named(row)
}
export type RollRemoval = Awaited<ReturnType<typeof removalById>>

/** The removal for its own school, while it stands as the page needs it. */
export async function removalToChange(
  { tx, me }: { readonly tx: Tx; readonly me: Me },
  id: string,
  statuses: readonly RemovalStatus[],
): Promise<RollRemoval> {
  const removal = await removalById(tx, id)
  if (removal.school_id !== me.organisationId) throw new NotFound()
  if (!statuses.includes(removal.status))
    throw new Refusal(`This removal is ${removal.status} already.`)
  return removal
}

export const removalsOfChild = async (tx: Tx, childId: string): Promise<RollRemoval[]> =>
  (
    await removals(tx)
      .where('removal.child_id', '=', childId)
      .orderBy('removal.proposed_on', 'desc')
      .orderBy('removal.id')
      .execute()
  ).map(named)

export const absencesOf = (tx: Tx, removalId: string) =>
  tx
    .selectFrom('removal_absence')
    .select(['id', 'from_on', 'to_on', 'session', 'code'])
    .where('removal_id', '=', removalId)
    .orderBy('from_on')
    .orderBy('recorded_at')
    .execute()
