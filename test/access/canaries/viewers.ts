import { createHash, randomBytes } from 'node:crypto'
import type { csrfToken } from '#platform/sessions.ts'
import { dice } from '../world/dice.ts'
import type { Membership } from '../world/rows.ts'
import type { Asker, World } from '../world/world.ts'

/** Somebody who looks, in a browser of theirs; or a browser in which nobody is signed in. */
export interface Viewer {
  readonly asker: Asker
  readonly cookie: string | undefined
  /** What the token of a form is made of. */
  readonly csrf: Parameters<typeof csrfToken>[0] | undefined
  readonly membership: Membership | undefined
  /** People of the same role in the same organisation, who take turns with what is nobody’s own. */
  readonly colleagues: Viewer[]
}

const perRole = 14

/** So many requests in so short a time are more than one person may send: each has colleagues who take turns. */
export function addColleagues(world: World) {
  const { rows } = world
  const chance = dice(77)
  for (const each of standIns(world))
    for (let n = 0; n < perRole; n++) {
      const [user, membership, session] = [chance.id(), chance.id(), chance.id()]
      rows.user_account.push({ id: user, ended_at: null })
      rows.membership.push({ ...each, id: membership, user_id: user })
      rows.session.push({ id: session, user_id: user, membership_id: membership, ended_at: null })
      ;(world.askers as Asker[]).push({
        name: `${each.role} colleague ${n}`,
        userId: user,
        membershipId: membership,
        sessionId: session,
        purpose: 'request',
      })
    }
}

/** One of each role, and an administrator of each kind of organisation. */
function standIns({ rows, today }: World): Membership[] {
  const seen = new Set<string>()
  return rows.membership.filter(({ role, administrator, valid_from, valid_to }) => {
    const kind = `${role} ${administrator}`
    if (seen.has(kind) || valid_from > today || (valid_to && valid_to <= today)) return false
    seen.add(kind)
    return true
  })
}

export function viewersOf(world: World) {
  const { rows, askers } = world
  const members = new Map(rows.membership.map(each => [each.id, each]))
  const all = askers.flatMap((asker): Viewer[] => {
    const session = rows.session.find(({ id }) => id === asker.sessionId)
    if (asker.purpose !== 'request' || !session || session.user_id !== asker.userId) return []
    if (asker.membershipId && session.membership_id !== asker.membershipId) return []
    if (session['token_hash'] !== undefined) return []
    const token = randomBytes(32).toString('base64url')
    const secret = randomBytes(32)
    Object.assign(session, {
      membership_id: asker.membershipId ?? null,
      token_hash: `\\x${createHash('sha256').update(token).digest('hex')}`,
      csrf_secret: `\\x${secret.toString('hex')}`,
      second_factor_at: world.now.toISOString(),
    })
    return [
      {
        asker,
        cookie: `onroll=${token}`,
        csrf: {
          csrfSecret: secret,
          sessionId: session.id,
          membershipId: asker.membershipId,
        } as Parameters<typeof csrfToken>[0],
        membership: asker.membershipId ? members.get(asker.membershipId) : undefined,
        colleagues: [],
      },
    ]
  })
  const kindOf = ({ membership: m }: Viewer) =>
    m ? `${m.role} ${m.organisation_id} ${m.administrator}` : ''
  const [main, others] = [all.filter(each => !isColleague(each)), all.filter(isColleague)]
  const stoodFor = new Set<string>()
  for (const viewer of main) {
    if (/who|stolen/.test(viewer.asker.name) || stoodFor.has(kindOf(viewer))) continue
    stoodFor.add(kindOf(viewer))
    viewer.colleagues.push(...others.filter(other => kindOf(other) === kindOf(viewer)))
  }
  const nobody: Viewer = {
    asker: { name: 'nobody', purpose: 'nobody' },
    cookie: undefined,
    csrf: undefined,
    membership: undefined,
    colleagues: [],
  }
  const standing = main.filter(({ colleagues }) => colleagues.length > 0)
  // Whose right has ended or not begun, and who has none; of everybody else somebody stands for all.
  const unusual = main.filter(
    ({ asker }) => /who|last day|hat/.test(asker.name) && !asker.name.includes('confirmed'),
  )
  return { people: main, standing, unusual, nobody }
}

const isColleague = ({ asker }: Viewer) => asker.name.includes('colleague')
