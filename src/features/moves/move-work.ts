import type { IsoDate } from '#domain/dates.ts'

/** Something that a move asks of somebody, for the list of what needs doing. */
export interface MoveWork {
  readonly what: string
  readonly about: string
  readonly detail: string
  readonly href: string
  readonly due: IsoDate | null
  readonly since: IsoDate
  readonly turn: 'ours' | 'others'
  readonly whoseTurn?: string
}
