import type { Dice } from '../world/dice.ts'
import type { World } from '../world/world.ts'
import type { Judge } from './judge.ts'
import { type Parameter, parametersOf } from './parameters.ts'
import { addressOf } from './plan.ts'
import type { Viewer } from './viewers.ts'

type Row = Readonly<Record<string, unknown>>

/** An address at which there is nothing, and which is otherwise the one that was asked for. */
export interface Twin {
  readonly path: string
  /** A record that the viewer may read stands before it: what is said may be about that one. */
  readonly behindReadable: boolean
}

/**
 * The same address with nothing in place of the first record in it that the viewer may not read. Whoever can tell
 * the two answers apart knows that the record is there: a visit of a provider, an agreement, an objective of a plan.
 */
export function twinOf(
  { world, judge, chance }: { world: World; judge: Judge; chance: Dice },
  route: string,
  viewer: Viewer,
  path: string,
): Twin | undefined {
  const parameters = parametersOf(route)
  const values = valuesIn(route, path)
  const me = judge.who(viewer)
  let behindReadable = false
  for (const [at, parameter] of parameters.entries()) {
    const { name, table, column } = parameter
    const value = values[name]
    if (!table || value === undefined) continue
    const isLast = at === parameters.length - 1
    const row = (world.rows[table] as readonly Row[]).find(each =>
      isLast
        ? each[column] === value && standsAt(world, route, parameters, each, path)
        : each[column] === value,
    )
    if (row && judge.mayRead(me, table, row)) {
      // One’s own, under what is no place of its own.
      behindReadable = true
      continue
    }
    const nothing = nothingFor(world, chance, parameter, values)
    return nothing ? { path: path.replace(value, nothing), behindReadable } : undefined
  }
  return undefined
}

/** How many records an address names. */
export const recordsIn = (route: string): number =>
  parametersOf(route).filter(({ table }) => table).length

const standsAt = (
  world: World,
  route: string,
  parameters: readonly Parameter[],
  row: Row,
  path: string,
) =>
  addressOf(world, route, parameters, row, (_name, value) => value)?.split('?')[0] ===
  path.split('?')[0]

function valuesIn(route: string, path: string): Readonly<Record<string, string>> {
  const pattern = route.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/?]+)')
  return new RegExp(`^${pattern}(?:\\?.*)?$`).exec(path)?.groups ?? {}
}

/** What names nothing in this place: of documents, one that this provider has not. */
function nothingFor(
  { rows }: World,
  chance: Dice,
  { column }: Parameter,
  values: Readonly<Record<string, string>>,
): string | undefined {
  if (column === 'slug') return 'no-such-thing'
  if (column !== 'document') return chance.id()
  const theirs = new Set(
    rows.evidence_item
      .filter(({ provider_id }) => provider_id === values['provider'])
      .map(({ document }) => document),
  )
  return rows.evidence_item.map(({ document }) => document).find(each => !theirs.has(each))
}
