import { newId } from '#domain/ids.ts'
import type { Route } from '#platform/http/page.tsx'
import { csrfToken } from '#platform/sessions.ts'
import { type Answers, pairs } from '#testing/filled-in.ts'
import type { Dice } from '../world/dice.ts'
import type { World } from '../world/world.ts'
import { type Answer, isToldApart } from './apart.ts'
import { turnOf } from './choose.ts'
import type { Harvest } from './harvest.ts'
import type { Judge } from './judge.ts'
import { inTurns, type lookingAt } from './look.ts'
import { visitsOf } from './plan.ts'
import { recordsIn, twinOf } from './twins.ts'
import type { Viewer } from './viewers.ts'
import { countOne, mayGo, type Walked } from './walk.ts'

export interface Posting {
  readonly world: World
  readonly judge: Judge
  readonly chance: Dice
  readonly looking: ReturnType<typeof lookingAt>
  readonly harvest: Harvest
  readonly walked: Walked
  readonly thorough: boolean
  /** Looks again at what seems to be a leak, with the world as it stands by now. */
  readonly sure: (viewer: Viewer, text: string, typed: string) => Promise<string[]>
}

/** What each viewer may not do: to what is not theirs, to what there is not, and what their role does not do at all. */
export async function postWhatIsRefused(
  posting: Posting,
  routes: readonly Route[],
  viewers: readonly Viewer[],
) {
  await inTurns(work(routes, viewers), 4, async ({ viewer, route }) => {
    const { world, judge, chance, looking, harvest } = posting
    const permitted = mayGo(judge, viewer, route)
    const visits = visitsOf(world, judge, chance, route.path, viewer, {
      own: 1,
      foreign: 1,
      everyKind: posting.thorough,
    })
    const body = harvest.forms.get(route.path)?.[0]?.answers ?? new Map()
    // Who may not do this kind of thing was refused the page already, where there is one.
    const seenRefused = route.method === 'GET and POST' && !posting.thorough
    const refused = permitted
      ? visits.filter(({ kind }) => kind !== 'own' && kind !== 'plain')
      : visits.slice(0, seenRefused ? 0 : 1)
    const somebody = looking.turnOf(viewer, false)
    const answers: Answer[] = []
    for (const { path, kind } of refused)
      answers.push({ ...(await post(posting, somebody, route, path, body)), kind })
    if (permitted) await compare(posting, somebody, route, body, answers)
  })
}

/** What each viewer may do, done badly: nothing filled in, nonsense, other people’s records, fields that there are not. */
export async function postBadly(
  posting: Posting,
  routes: readonly Route[],
  viewers: readonly Viewer[],
) {
  await inTurns(work(routes, viewers), 4, async ({ viewer, route }) => {
    const { world, judge, chance, looking, harvest } = posting
    const shown = harvest.forms.get(route.path)
    const own = visitsOf(world, judge, chance, route.path, viewer, { own: 1, foreign: 0 }).find(
      ({ kind }) => kind === 'own' || kind === 'plain',
    )
    // A button without a question cannot be pressed badly.
    if (!own || !mayGo(judge, viewer, route) || !shown?.some(({ answers }) => questions(answers)))
      return
    const form = shown.find(({ viewer: other }) => other === viewer) ?? shown[0]
    const path = form?.viewer === viewer ? form.action : own.path
    const answers = form?.answers ?? new Map()
    const ways = [
      nothing(answers),
      nonsense(answers),
      foreign(answers, world, judge, viewer),
      unexpected(answers),
    ]
    const turn = turnOf(`${route.path} ${viewer.asker.name}`)
    for (const [at, bad] of ways.entries())
      if (posting.thorough || at === turn % ways.length)
        await post(posting, looking.turnOf(viewer, true), route, path, bad)
      else countOne(posting.walked, 'left out: another bad way')
  })
}

/** What somebody was shown, sent as it stands: the change is made if it can be. */
export async function postAsShown(posting: Posting, routes: readonly Route[]) {
  for (const route of routes.filter(({ path }) => !leavesThe.test(path)))
    for (const { viewer, action, answers } of posting.harvest.forms.get(route.path) ?? [])
      await post(posting, posting.looking.turnOf(viewer, true), route, action, answers)
}
// Who signs out, or ends sessions, is not there for the rest.
const leavesThe = /sign-out|end-sessions|\/end$|end-others|\/account(?!s)|set-up|sign-in/

const work = (routes: readonly Route[], viewers: readonly Viewer[]) =>
  viewers.flatMap(viewer =>
    routes.filter(({ method }) => method !== 'GET').map(route => ({ viewer, route })),
  )

async function post(
  posting: Posting,
  viewer: Viewer,
  route: Route,
  path: string,
  answers: Answers,
) {
  const { judge, looking, walked } = posting
  const body = route.path.startsWith('/api/')
    ? { body: '{}', headers: { 'content-type': 'application/json' } }
    : { body: bodyOf(viewer, route, answers) }
  const seen = await looking.look(viewer, path, { method: 'POST', ...body })
  const typed = `${path} ${pairs(answers)
    .map(([, value]) => String(value))
    .join(' ')}`
  const role = viewer.membership?.role ?? viewer.asker.name
  countOne(walked, `posted: ${seen.status}`)
  if (seen.status === 500) walked.faults.set(`500 from POST ${route.path}`, `${role} ${path}`)
  if (seen.status === 429) walked.faults.set('429', path)
  // 404 and 403 stop before the form is read; every other answer shows that it was.
  if (![403, 404, 429].includes(seen.status) && !/^\/(sign-in|account)/.test(seen.location))
    walked.shown.add(`POST ${route.path}`)
  if (judge.leaks(viewer, seen.text, typed).length > 0)
    for (const leak of await posting.sure(viewer, seen.text, typed))
      walked.leaks.set(`${leak} from POST ${route.path} to ${role}`, path)
  return seen
}

function bodyOf(viewer: Viewer, route: Route, answers: Answers): FormData | URLSearchParams {
  const fields = pairs(answers).filter(([name]) => name !== '_csrf' && name !== '_key')
  const all = [...fields, ['_key', newId()] as const, ['_csrf', tokenOf(viewer)] as const]
  if (!route.path.endsWith('/upload'))
    return new URLSearchParams(all.map(([name, value]) => [name, String(value)]))
  const form = new FormData()
  // The token comes first, so that a file is not received for nothing.
  for (const [name, value] of all.reverse()) form.append(name, value)
  form.append('file', new File(['Surname,Forename\nOne,Two\n'], 'words.csv', { type: 'text/csv' }))
  return form
}

const tokenOf = ({ csrf }: Viewer) => (csrf ? csrfToken(csrf) : 'none')

const questions = (answers: Answers) => [...answers.keys()].some(name => !name.startsWith('_'))
const hiddenOf = (answers: Answers) => [...answers].filter(([name]) => name.startsWith('_'))
const changed = (answers: Answers, to: (value: string) => string): Answers =>
  new Map([
    ...hiddenOf(answers),
    ...[...answers]
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, values]) => [name, values.map(value => to(String(value)))] as const),
  ])

const nothing = (answers: Answers): Answers => new Map([...hiddenOf(answers), ['_nothing', ['']]])
const nonsense = (answers: Answers) => changed(answers, () => '<nonsense> \u202e '.repeat(500))
/** Wherever an id may stand, somebody else’s. */
function foreign(answers: Answers, world: World, judge: Judge, viewer: Viewer): Answers {
  const me = judge.who(viewer)
  const theirs = world.rows.child.find(row => !judge.mayRead(me, 'child', row))?.id ?? ''
  return changed(answers, value => (/^[0-9a-f-]{36}$/.test(value) ? theirs : value))
}
const unexpected = (answers: Answers): Answers =>
  new Map([...answers, ['responsible_partnership_id', ['x']], ['__proto__', ['x']]])

/** A form about what is not theirs is answered like a form about what there is not. */
async function compare(
  posting: Posting,
  viewer: Viewer,
  route: Route,
  body: Answers,
  answers: readonly Answer[],
) {
  const missing = answers.find(({ kind }) => kind === 'missing')
  const isAlone = recordsIn(route.path) === 1
  for (const seen of answers) {
    if (seen.kind === 'missing') continue
    const twin = twinOf(posting, route.path, viewer, seen.path)
    const nothing = isAlone || !twin ? missing : await post(posting, viewer, route, twin.path, body)
    if (isToldApart(route, seen, nothing, twin))
      posting.walked.toldApart.set(
        `POST ${route.path}: ${seen.kind} answers ${seen.status}, nothing ${nothing?.status}`,
        `${seen.viewer.membership?.role} ${seen.path}`,
      )
  }
}
