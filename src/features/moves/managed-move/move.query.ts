import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'
import type { MoveStatus } from './managed-move.ts'
import { statusWords } from './words.ts'

/** Managed moves with the names that people know them by; row-level security leaves those that the reader may see. */
export const moves = (tx: Tx) =>
  tx
    .selectFrom('managed_move as move')
    .innerJoin('organisation as giving', 'giving.id', 'move.from_school_id')
    .innerJoin('organisation as receiving', 'receiving.id', 'move.to_school_id')
    .leftJoin('child', 'child.id', 'move.child_id')
    .selectAll('move')
    .select([
      'giving.name as fromSchool',
      'receiving.name as toSchool',
      'child.forename',
      'child.surname',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof moves>['executeTakeFirstOrThrow']>>

export const named = (row: Row) => ({
  ...row,
  status: row.status as MoveStatus,
  childName: row.surname ? `${row.forename} ${row.surname}` : 'A child you no longer see',
})

/** A move that the reader may see; hidden and absent look alike. */
export async function moveById(tx: Tx, id: string) {
  const row = await moves(tx).where('move.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return named(row)
}
export type Move = Awaited<ReturnType<typeof moveById>>

export type Side = 'from' | 'to' | undefined
export const sideOf = (
  { from_school_id, to_school_id }: Pick<Move, 'from_school_id' | 'to_school_id'>,
  me: { readonly organisationId: string | undefined },
): Side =>
  me.organisationId === from_school_id
    ? 'from'
    : me.organisationId === to_school_id
      ? 'to'
      : undefined

/** The move for a school that changes it: another’s is not there, and what is over says so. */
export async function moveToChange(
  { tx, me }: { readonly tx: Tx; readonly me: Me },
  id: string,
  sides: readonly Side[],
  statuses: readonly MoveStatus[],
): Promise<Move> {
  const move = await moveById(tx, id)
  if (!sides.includes(sideOf(move, me))) throw new NotFound()
  if (!statuses.includes(move.status))
    throw new Refusal(
      `This move is ${statusWords[move.status].word.toLowerCase()}, so this cannot be done with it.`,
    )
  return move
}

export const movesOfChild = async (tx: Tx, childId: string): Promise<Move[]> =>
  (
    await moves(tx)
      .where('move.child_id', '=', childId)
      .orderBy('move.made_at', 'desc')
      .orderBy('move.id')
      .execute()
  ).map(named)
