import { findingsOfMoves } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** What keeps the move from starting, in sentences. */
export const blockersOfMove = async (tx: Tx, moveId: string): Promise<string[]> =>
  ((await findingsOfMoves(tx, [moveId])).get(moveId) ?? [])
    .filter(({ blocks }) => blocks.includes('start-managed-move'))
    .map(({ message }) => message)
