import { may } from '#domain/permissions.ts'
import type { Route } from '#platform/http/page.tsx'
import type { Dice } from '../world/dice.ts'
import type { World } from '../world/world.ts'
import { type Answer, isToldApart } from './apart.ts'
import type { Harvest } from './harvest.ts'
import type { Judge } from './judge.ts'
import type { lookingAt } from './look.ts'
import { inTurns } from './look.ts'
import { type Visit, visitsOf } from './plan.ts'
import { recordsIn, twinOf } from './twins.ts'
import type { Viewer } from './viewers.ts'

export interface Walked {
  readonly leaks: Map<string, string>
  readonly faults: Map<string, string>
  /** What was not found although it is there, and what is not there: answered otherwise, or in other words. */
  readonly toldApart: Map<string, string>
  /** Routes that showed somebody what they are for. */
  readonly shown: Set<string>
  /** In which states of a record its page was shown, by route: there the next person looks first. */
  readonly states: Map<string, Set<string>>
  readonly times: { there: number[]; notThere: number[] }
  readonly count: Record<string, number>
}
export const nothingWalked = (): Walked => ({
  leaks: new Map(),
  faults: new Map(),
  toldApart: new Map(),
  shown: new Set(),
  states: new Map(),
  times: { there: [], notThere: [] },
  count: {},
})

export const countOne = ({ count }: Walked, what: string) => {
  count[what] = (count[what] ?? 0) + 1
}

interface Walk {
  readonly world: World
  readonly judge: Judge
  readonly chance: Dice
  readonly looking: ReturnType<typeof lookingAt>
  readonly harvest: Harvest
  readonly walked: Walked
  /** At night: more records of each kind, lists in every order, every way of filling in a form badly. */
  readonly thorough: boolean
}

export const mayGo = (judge: Judge, viewer: Viewer, { permission }: Pick<Route, 'permission'>) => {
  const { me } = judge.who(viewer)
  if (permission === 'anyone') return true
  if (!me) return false
  return (
    (me.membershipId !== undefined || permission === 'account.own') &&
    may(
      {
        role: me.role,
        administrator: me.administrator,
        organisationKind: me.organisationKind as 'school' | undefined,
      },
      permission,
    )
  )
}

/** Every route that can be looked at, as every viewer, at what is theirs and at what is not. */
export async function walkAll(walk: Walk, routes: readonly Route[], viewers: readonly Viewer[]) {
  const refused = new Set<string>()
  // Whose right has ended, or who has none, is refused by what a page asks for: once for each kind of right.
  const isTold = (viewer: Viewer, route: Route) => {
    const isOneOfMany = viewer.colleagues.length > 0 || viewer.cookie === undefined
    if (walk.thorough || isOneOfMany || mayGo(walk.judge, viewer, route)) return true
    const right = `${viewer.asker.name} ${route.permission}`
    if (!refused.has(right)) return refused.add(right)
    countOne(walk.walked, 'left out: refused in the same way')
    return false
  }
  // One route after another, so that nobody asks all of theirs within one minute.
  const work = routes
    .filter(({ method }) => method !== 'POST')
    .flatMap(route => viewers.map(viewer => ({ viewer, route })))
    .filter(({ viewer, route }) => isTold(viewer, route))
  await inTurns(work, 4, ({ viewer, route }) => walkRoute(walk, viewer, route))
}

/** Every list again, as whoever may see it: as it opens, without its filters. */
export async function walkLists(walk: Walk, routes: readonly Route[], viewers: readonly Viewer[]) {
  const work = routes
    .filter(({ method, path }) => method !== 'POST' && !path.includes(':'))
    .flatMap(route => viewers.map(viewer => ({ viewer, route })))
    .filter(({ viewer, route }) => mayGo(walk.judge, viewer, route))
  await inTurns(work, 4, async ({ viewer, route }) => {
    await visitOnce(walk, walk.looking.turnOf(viewer, true), route, {
      path: route.path,
      kind: 'plain',
    })
  })
}

async function walkRoute(walk: Walk, viewer: Viewer, route: Route) {
  const { world, judge, chance, looking } = walk
  const many = viewer.colleagues.length > 0
  const permitted = mayGo(judge, viewer, route)
  const visits = visitsOf(world, judge, chance, route.path, viewer, {
    own: many ? 60 : 1,
    foreign: walk.thorough ? 4 : 1,
    everyKind: walk.thorough,
  })
  // Who may not do this kind of thing at all is refused before anything is read.
  if (!permitted) {
    for (const visit of visits.slice(0, 1)) await visitOnce(walk, viewer, route, visit)
    return
  }
  const states = walk.walked.states.get(route.path) ?? new Set<string>()
  walk.walked.states.set(route.path, states)
  const wasShown = ({ state = '' }: Visit) => Number(states.has(state))
  const own = visits
    .filter(({ kind }) => kind === 'own' || kind === 'plain')
    .sort((a, b) => wasShown(b) - wasShown(a))
  let shown = 0
  for (const [tried, visit] of own.entries()) {
    if (shown >= (walk.thorough ? 3 : 1)) break
    // What somebody was shown already is not looked for among all that there is.
    if (tried >= (walk.thorough ? 12 : 4) && walk.walked.shown.has(route.path)) break
    const seen = await visitOnce(walk, looking.turnOf(viewer, true), route, visit)
    if (seen.status === 200) {
      shown += 1
      states.add(visit.state ?? '')
    }
    if (visit.kind === 'plain' && seen.status === 200 && many)
      for (const path of filtersIn(route.path, seen.text).slice(0, walk.thorough ? 8 : 3))
        await visitOnce(walk, looking.turnOf(viewer, true), route, { path, kind: 'plain' })
  }
  const somebody = looking.turnOf(viewer, false)
  const apart: Answer[] = []
  // Who has no colleagues may not ask as often: the others show that what there is not is answered alike.
  const others = visits.filter(({ kind }) => kind !== 'own' && kind !== 'plain')
  for (const visit of others.filter(({ kind }) => many || kind === 'foreign'))
    apart.push({ ...visit, ...(await visitOnce(walk, somebody, route, visit)) })
  await compare(walk, viewer, somebody, route, apart)
}

async function visitOnce(walk: Walk, viewer: Viewer, route: Route, { path, kind }: Visit) {
  const { judge, looking, walked, harvest } = walk
  const seen = await looking.look(viewer, path)
  const role = viewer.membership?.role ?? viewer.asker.name
  countOne(walked, kind)
  if (seen.status === 500) walked.faults.set(`500 at ${route.path}`, `${role} ${path}`)
  if (seen.status === 429) walked.faults.set('429', path)
  if (seen.status === 200 || (seen.status === 303 && !/^\/(sign-in|account)/.test(seen.location)))
    walked.shown.add(route.path)
  for (const leak of judge.leaks(viewer, seen.text, path))
    walked.leaks.set(`${leak} at ${route.path} to ${role}`, path)
  if (seen.status === 200) harvest.take(viewer, path, seen.text)
  return seen
}

/** A record that may not be read answers like one that there is not: the same words, the same kind of number, the same time. */
async function compare(
  walk: Walk,
  viewer: Viewer,
  somebody: Viewer,
  route: Route,
  apart: readonly Answer[],
) {
  const { walked } = walk
  const missing = apart.find(({ kind }) => kind === 'missing')
  const isAlone = recordsIn(route.path) === 1
  for (const seen of apart) {
    if (seen.kind === 'missing') continue
    const twin = twinOf(walk, route.path, viewer, seen.path)
    // Where one record makes the address, nothing is the same nothing for all of them.
    const nothing =
      isAlone || !twin || viewer.colleagues.length === 0
        ? missing
        : await visitOnce(walk, somebody, route, { path: twin.path, kind: 'missing' })
    if (seen.kind === 'foreign' && seen.status === 404 && nothing) {
      walked.times.there.push(seen.ms)
      walked.times.notThere.push(nothing.ms)
    }
    if (isToldApart(route, seen, nothing, twin))
      walked.toldApart.set(
        `${route.path}: ${seen.kind} answers ${seen.status}, nothing ${nothing?.status}`,
        `${seen.viewer.membership?.role} ${seen.path}`,
      )
  }
}

/** The list in its other orders, filters and pages, as its own links have them. */
const filtersIn = (path: string, text: string) => [
  ...new Set(
    [...text.matchAll(/href="([^"?#]+)\?([^"]+)"/g)].flatMap(([, to, query]) =>
      to === path ? [`${to}?${query?.replaceAll('&amp;', '&')}`] : [],
    ),
  ),
]
