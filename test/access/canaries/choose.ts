import type { Asking } from '../oracle/asking.ts'
import type { World } from '../world/world.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Which of many records has its turn where one of a kind is asked for. It follows from who asks where, so that every run
 * asks the same, and the pages of one kind of record are asked about different ones.
 */
export function turnOf(words: string): number {
  let turn = 0
  for (const letter of words) turn = (turn * 31 + letter.charCodeAt(0)) % 1_000_003
  return turn
}

export const stateOf = (row: Row) => `${row['status']} ${row['kind']} ${row['state']}`

/** So many, of states that differ as far as there are any. */
export const spread = (turn: number, rows: readonly Row[], most: number) =>
  inTurn(turn, [...Map.groupBy(rows, stateOf).values()], most)

/**
 * Of what is not theirs one of each class: whose it is, and whether it belongs to the organisation of who asks, who then
 * is kept from it by their role. More than one of a class only where more are wanted than there are classes.
 */
export function oneOfEach(
  world: World,
  { me }: Asking,
  turn: number,
  rows: readonly Row[],
  most: number,
): Row[] {
  const kinds = kindsOf(world)
  const classOf = (row: Row) => {
    const named = Object.values(row).map(String)
    const whose = kinds.get(named.find(value => kinds.has(value)) ?? '')
    return named.includes(me?.organisationId ?? '-') ? 'our own' : whose
  }
  const classes = [...Map.groupBy(rows, classOf).values()]
  return inTurn(turn, classes, Math.max(most, classes.length))
}

/** The first whose turn it is of every group, then the next of every group, until there are so many. */
function inTurn(turn: number, groups: readonly (readonly Row[])[], most: number): Row[] {
  const picked: Row[] = []
  const longest = Math.max(0, ...groups.map(({ length }) => length))
  for (let round = 0; round < longest && picked.length < most; round += 1)
    for (const [at] of groups.entries()) {
      const group = groups[(at + turn) % groups.length] ?? []
      const row = round < group.length ? group[(turn + round) % group.length] : undefined
      if (row && picked.length < most) picked.push(row)
    }
  return picked
}

const known = new WeakMap<World, Map<string, string>>()
function kindsOf(world: World): Map<string, string> {
  const kinds =
    known.get(world) ?? new Map(world.rows.organisation.map(({ id, kind }) => [id, kind]))
  known.set(world, kinds)
  return kinds
}
