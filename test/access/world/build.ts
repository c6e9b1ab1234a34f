import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Dice } from './dice.ts'
import type { Asker, Tables } from './world.ts'

/** What the parts of a world share while it is made. */
export interface Building {
  readonly dice: Dice
  readonly today: IsoDate
  readonly now: Date
  readonly rows: Tables
  readonly askers: Asker[]
  /** How many of everything: 1 is a whole world, less is a small one. */
  readonly size: number
}

/** A day so many days from today (negative: ago). */
export const day = ({ today }: Pick<Building, 'today'>, days: number): IsoDate =>
  addDays(today, days)

/** A moment so many days from now. */
export const moment = ({ now }: Pick<Building, 'now'>, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString()

export const organisationsOf = ({ rows }: Pick<Building, 'rows'>, kind: string): string[] =>
  rows.organisation.filter(each => each.kind === kind).map(({ id }) => id)

export const teamOf = ({ rows }: Pick<Building, 'rows'>, team: string): string => {
  const found = rows.organisation.find(each => each.team === team)
  if (!found) throw new Error(`There is no team ${team}`)
  return found.id
}

/** A span that is over, holds today, or is still to come: to its last day exactly, often enough. */
export function span(building: Building): { from_on: IsoDate; to_on: IsoDate | null } {
  const { dice } = building
  const at = (days: number) => day(building, days)
  return dice.pick([
    { from_on: at(-400), to_on: null },
    { from_on: at(-200), to_on: null },
    { from_on: at(-100), to_on: at(90) },
    { from_on: at(-300), to_on: at(-30) },
    { from_on: at(-300), to_on: at(-1) },
    { from_on: at(-300), to_on: at(0) },
    { from_on: at(0), to_on: null },
    { from_on: at(1), to_on: null },
    { from_on: at(30), to_on: at(200) },
  ])
}
