import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type DirectionStatus, statusWords } from './direction.ts'

/** A direction with the names that people know it by; hidden and absent look alike. */
export async function directionById(tx: Tx, id: string) {
  const row = await directions(tx).where('direction.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return named(row)
}
export type Direction = Awaited<ReturnType<typeof directionById>>

/** Every direction of a child that the reader may see, the newest first. */
export const directionsOf = async (tx: Tx, childId: string): Promise<Direction[]> =>
  (
    await directions(tx)
      .where('direction.child_id', '=', childId)
      .orderBy('direction.start_on', 'desc')
      .orderBy('direction.made_at', 'desc')
      .execute()
  ).map(named)

const directions = (tx: Tx) =>
  tx
    .selectFrom('off_site_direction as direction')
    .leftJoin('organisation as school', 'school.id', 'direction.school_id')
    .selectAll('direction')
    .select('school.name as school_name')

const named = (
  row: Awaited<ReturnType<ReturnType<typeof directions>['executeTakeFirstOrThrow']>>,
) => ({
  ...row,
  status: row.status as DirectionStatus,
  schoolName: row.school_name ?? 'A school',
  /** What people call it: there is one from a day. */
  name: row.start_on ? `Direction from ${shortDayInWords(row.start_on)}` : 'Direction',
  /** The words of the notice, as they were sent. */
  text: (row.notice as { readonly text?: string } | null)?.text ?? null,
})

/** A direction of one's own school in one of these statuses; another's does not exist for who wants to change it. */
export async function ownDirection(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  id: string,
  statuses: readonly DirectionStatus[],
): Promise<Direction> {
  const direction = await directionById(tx, id)
  if (direction.school_id !== me.organisationId) throw new NotFound()
  if (!statuses.includes(direction.status))
    throw new Refusal(
      `This direction is ${statusWords[direction.status].word.toLowerCase()}, so this cannot be done with it.`,
    )
  return direction
}

/** Whether the child has an EHCP on that day: the authority then gets the notice too, and may ask for a review. */
export const hasPlan = async (tx: Tx, childId: string, day: IsoDate): Promise<boolean> =>
  (await tx
    .selectFrom('special_needs')
    .select('id')
    .where('child_id', '=', childId)
    .where('status', '=', 'ehcp')
    .where('from_on', '<=', day)
    .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', day)]))
    .executeTakeFirst()) !== undefined
