import { addDays, type IsoDate, laterOf, londonDay } from '#domain/dates.ts'

/** One thing on record that answers part of a question: the words, where they come from, and of which day they are. */
export interface Piece {
  readonly text: string
  readonly source: string
  readonly on: IsoDate | null
  /** After so many days it is to be looked at again; nothing, where it does not age. */
  readonly keeps?: number | undefined
}

// Documents, visits and training: the annual duty of a commissioner (QAV-01). Reviews, contacts and plans: half a term.
export const aYear = 366
export const halfATerm = 49

export const isOld = ({ on, keeps }: Piece, today: IsoDate): boolean =>
  keeps !== undefined && on !== null && addDays(on, keeps) < today

/** The newest of several days. */
export const newest = (days: readonly (IsoDate | null)[]): IsoDate | null =>
  days.reduce<IsoDate | null>(
    (best, day) => (day === null ? best : best === null ? day : laterOf(best, day)),
    null,
  )

export const dayOf = (moment: Date): IsoDate => londonDay(moment)

/** The words of a draft: every piece a sentence of its own. */
export const draftFrom = (pieces: readonly Piece[]): string =>
  pieces.map(({ text }) => text).join('\n')

/** A sentence, or nothing where nothing is recorded. */
export const said = (
  text: string | null | undefined,
  source: string,
  on: IsoDate | null,
  keeps?: number,
  before = '',
): Piece[] => (text?.trim() ? [{ text: `${before}${text.trim()}`, source, on, keeps }] : [])
