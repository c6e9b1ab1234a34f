import type { Known } from './known.query.ts'
import type { Piece } from './piece.ts'
import { choicePieces } from './pieces-choice.ts'
import { monitoringPieces } from './pieces-monitoring.ts'

/** What is known for each question of the form, by its number. */
export const piecesFor = (known: Known): Readonly<Record<number, readonly Piece[]>> => ({
  ...choicePieces(known),
  ...monitoringPieces(known),
})
