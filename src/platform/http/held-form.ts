import { newId } from '#domain/ids.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import type { Answers } from '../forms.ts'
import { seal, unseal } from '../secret.ts'
import { csrfMatches, timedOutSession } from '../sessions.ts'
import { answersOf } from './answers.ts'
import { sessionToken } from './cookies.ts'
import type { Http, Site, Visit } from './visit.ts'

const heldFor = 60 * 60_000
const kind = 'held form'

export interface HeldForm {
  readonly path: string
  readonly answers: Answers
}

/** Keeps a posted form, sealed, until its person has confirmed. Returns the id under which it waits. */
export async function holdForm(
  { tx, userId, now, site }: Pick<Visit, 'tx' | 'now' | 'site'> & { userId: string },
  { path, answers }: HeldForm,
): Promise<string> {
  const id = newId()
  const { [hiddenFields.csrf]: _token, [hiddenFields.key]: _key, ...kept } = answers
  const text = Buffer.from(JSON.stringify({ path, answers: kept }))
  await tx
    .insertInto('challenge')
    .values({
      id,
      user_id: userId,
      kind,
      value: seal(site.secret.key(kind), text, id).toString('base64'),
      expires_at: new Date(now.getTime() + heldFor),
    })
    .execute()
  return id
}

/** The form that waits under an id, for the person who sent it. */
export async function heldForm(
  { tx, me, now, site }: Pick<Visit, 'tx' | 'me' | 'now' | 'site'>,
  id: string,
): Promise<HeldForm | undefined> {
  const held = await tx
    .selectFrom('challenge')
    .select('value')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('user_id', '=', me.userId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!held) return undefined
  return JSON.parse(unseal(site.secret.key(kind), Buffer.from(held.value, 'base64'), id).toString())
}

/**
 * Where somebody is sent who is not signed in (any more). A form that was sent too late, by the session that timed out
 * under it, is kept for its person: after signing in it goes on with what was filled in (security AU-04).
 */
export async function signInAndComeBack(c: Http, site: Site): Promise<string> {
  const { pathname, search } = new URL(c.req.url)
  const path = pathname + search
  const next = c.req.method === 'GET' ? path : await keptForLater(c, site, path)
  return next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'
}

async function keptForLater(c: Http, site: Site, path: string): Promise<string | undefined> {
  const timedOut = await timedOutSession(site.db, sessionToken(c, site))
  if (!timedOut || c.req.header('content-type')?.startsWith('multipart/')) return undefined
  const answers = await answersOf(c)
  if (csrfMatches(timedOut, answers[hiddenFields.csrf]) === 'forged') return undefined
  const id = await site.db.as({ purpose: 'sign-in' }, tx =>
    holdForm({ tx, userId: timedOut.userId, now: site.now(), site }, { path, answers }),
  )
  return `/account/continue/${id}`
}
