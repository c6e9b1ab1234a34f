import type { IsoDate } from '#domain/dates.ts'
import { draftFrom, isOld, type Piece } from '../known/piece.ts'
import type { Answer } from './questionnaire.query.ts'

export type Standing = 'to answer' | 'look again' | 'confirmed'

/**
 * How an answer stands: nobody has confirmed it; what it was drafted from has changed or grown old since; or it is
 * confirmed.
 */
export function standingOf(
  answer: Answer | undefined,
  pieces: readonly Piece[],
  today: IsoDate,
): Standing {
  if (!answer?.confirmedAt || answer.answer.trim() === '') return 'to answer'
  const changed = (answer.drafted ?? '') !== draftFrom(pieces)
  return changed || pieces.some(piece => isOld(piece, today)) ? 'look again' : 'confirmed'
}
