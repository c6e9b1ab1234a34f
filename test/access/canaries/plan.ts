import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Dice } from '../world/dice.ts'
import type { Table, World } from '../world/world.ts'
import { oneOfEach, spread, stateOf, turnOf } from './choose.ts'
import type { Judge } from './judge.ts'
import { type Parameter, parametersOf, sameForAll } from './parameters.ts'
import type { Viewer } from './viewers.ts'

type Row = Readonly<Record<string, unknown>>
export type Kind = 'plain' | 'own' | 'foreign' | 'mixed' | 'missing' | 'of another kind'
export interface Visit {
  readonly path: string
  readonly kind: Kind
  /** Of what is theirs: the state in which it is, on which it depends what may be done with it. */
  readonly state?: string
}

/** The addresses of a route at which a viewer looks: of what is theirs, of what is not, and of what is nothing. */
export function visitsOf(
  world: World,
  judge: Judge,
  chance: Dice,
  route: string,
  viewer: Viewer,
  { own = 3, foreign = 3, everyKind = true } = {},
): Visit[] {
  const parameters = parametersOf(route)
  const fixed = parameters.find(({ name, table }) => !table && sameForAll[name])
  if (fixed)
    return (sameForAll[fixed.name] ?? []).flatMap(value =>
      visitsOf(world, judge, chance, route.replace(`:${fixed.name}`, value), viewer, {
        own,
        foreign: 1,
        everyKind,
      }),
    )
  const last = parameters.at(-1)
  if (!last) return [{ path: route, kind: 'plain' }]
  if (!last.table) return []
  const me = judge.who(viewer)
  const table = last.table
  const rows = addressed(world, route, parameters, table)
  const readable = rows.filter(row => judge.mayRead(me, table, row))
  // The address of a record that was joined with another leads to that one.
  const leadsTo = (row: Row) =>
    rows.find(({ id }) => table === 'child' && id === row['merged_into_id']) ?? row
  const others = rows.filter(row => !judge.mayRead(me, table, leadsTo(leadsTo(row))))
  const at = (row: Row, change: (name: string, value: string) => string = (_n, value) => value) =>
    addressOf(world, route, parameters, row, change)
  const visits: Visit[] = []
  const add = (kind: Kind, path: string | undefined, state?: string) => {
    if (path) visits.push({ path, kind, ...(state ? { state } : {}) })
  }
  const turn = turnOf(`${route} ${viewer.asker.name}`)
  const ours = spread(turn, readable, own)
  for (const row of ours) add('own', at(row), stateOf(row))
  for (const row of oneOfEach(world, me, turn, others, foreign)) add('foreign', at(row))
  // Where a word and no id stands last, there is no word for nothing.
  if (!['id', 'slug', 'organisation_id'].includes(last.column)) return visits
  const nothing = last.column === 'slug' ? 'no-such-thing' : chance.id()
  const any = ours[0] ?? rows[0]
  if (!any) return visits
  const instead = (id: string) => at(any, (name, value) => (name === last.name ? id : value))
  add('missing', instead(nothing))
  // A page that looks for one kind of record by its id finds no other, whoever asks: a third of those who may are enough.
  if (last.column === 'id' && (everyKind || turn % 3 === 0)) {
    const other = table === 'child' ? 'referral' : 'child'
    const theirOwn = (world.rows[other] as readonly Row[]).find(row =>
      judge.mayRead(me, other, row),
    )
    add('of another kind', instead(String(theirOwn?.['id'] ?? viewer.asker.sessionId ?? nothing)))
  }
  // Somebody else’s record under one’s own, and one’s own under somebody else’s.
  const [theirs, mineRow] = [others[0], ours[0]]
  const first = parameters[0]
  // Of documents of one kind several share an address.
  if (parameters.length > 1 && first && theirs && mineRow && !route.includes(':document')) {
    add('mixed', instead(String(theirs[last.column])))
    const foreignPath = at(theirs)?.replace(
      String(theirs[last.column]),
      String(mineRow[last.column]),
    )
    if (foreignPath !== at(mineRow)) add('mixed', foreignPath)
  }
  return visits
}

/** The address of a record, with those that it belongs to before it. */
export function addressOf(
  world: World,
  route: string,
  parameters: readonly Parameter[],
  row: Row,
  change: (name: string, value: string) => string,
): string | undefined {
  let path = route
  for (const { name, table, column } of parameters) {
    const isLast = name === parameters.at(-1)?.name
    const value = isLast ? row[column] : table && parentOf(world, table, row)?.[column]
    if (!value) return undefined
    path = path.replace(`:${name}`, change(name, String(value)))
  }
  return path + (queries.find(([pattern]) => pattern.test(route))?.[1](world) ?? '')
}

const known = new WeakMap<World, Map<string, readonly Row[]>>()

/** The records that have an address of this kind: a document of a provider has none with a case. */
function addressed(world: World, route: string, parameters: readonly Parameter[], table: Table) {
  const routes = known.get(world) ?? new Map<string, readonly Row[]>()
  known.set(world, routes)
  const rows =
    routes.get(route) ??
    (world.rows[table] as readonly Row[]).filter(row =>
      addressOf(world, route, parameters, row, (_name, value) => value),
    )
  routes.set(route, rows)
  return rows
}

/** What else an address says, where a page asks for it. */
const queries: readonly (readonly [RegExp, (world: World) => string])[] = [
  [/^\/register\/:placement\//, ({ today }) => `?on=${mondayBefore(today)}&at=09:30`],
]
const mondayBefore = (today: IsoDate): IsoDate => {
  const since = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7
  return addDays(today, -(since === 0 ? 7 : since))
}

/** The columns by which a record names what it belongs to. */
const owners: readonly (readonly [column: string, table: Table])[] = [
  ['referral_id', 'referral'],
  ['agenda_item_id', 'agenda_item'],
  ['placement_id', 'placement'],
  ['evidence_id', 'evidence_item'],
  ['visit_id', 'visit'],
  ['plan_id', 'substantial_plan'],
  ['questionnaire_id', 'questionnaire'],
  ['direction_id', 'off_site_direction'],
  ['move_id', 'managed_move'],
  ['removal_id', 'roll_removal'],
]

/** The record that a row belongs to, or to which that belongs to which it belongs. */
function parentOf(world: World, table: Table, row: Row, deep = true): Row | undefined {
  const { rows } = world
  const named =
    row[table === 'provider' ? 'provider_id' : `${table}_id`] ??
    row[owners.find(([, owner]) => owner === table)?.[0] ?? '']
  if (named !== undefined && named !== null)
    return (rows[table] as readonly Row[]).find(
      each => (each['id'] ?? each['organisation_id']) === named,
    )
  if (!deep) return undefined
  for (const [column, owner] of owners) {
    if (!row[column]) continue
    const between = (rows[owner] as readonly Row[]).find(({ id }) => id === row[column])
    const found = between && parentOf(world, table, between, false)
    if (found) return found
  }
  return undefined
}
