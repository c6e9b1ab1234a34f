import { newId } from '#domain/ids.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import type { Answers } from '../forms.ts'
import { seal, unseal } from '../secret.ts'
import type { Visit } from './visit.ts'

const recent = 10 * 60_000
const heldFor = 20 * 60_000
const kind = 'held form'

/** Thrown where somebody has to prove again that it is them; what they had filled in is kept meanwhile. */
export class ConfirmFirst extends Error {}

/**
 * For what must not be done by whoever finds a screen unlocked: the second factor was given in the last ten minutes
 * (security AU-20). Otherwise it is asked for, and then the same form goes on. Invented people have no factors.
 */
export function requireRecentFactor({ me, now, site }: Pick<Visit, 'me' | 'now' | 'site'>) {
  if (site.configuration.demo) return
  if (me.secondFactorAt && now.getTime() - me.secondFactorAt.getTime() < recent) return
  throw new ConfirmFirst('Confirm that it is you')
}

export interface HeldForm {
  readonly path: string
  readonly answers: Answers
}

/** Keeps a posted form, sealed, until its person has confirmed. Returns the id under which it waits. */
export async function holdForm(
  { tx, me, now, site }: Pick<Visit, 'tx' | 'me' | 'now' | 'site'>,
  { path, answers }: HeldForm,
): Promise<string> {
  const id = newId()
  const { [hiddenFields.csrf]: _token, [hiddenFields.key]: _key, ...kept } = answers
  const text = Buffer.from(JSON.stringify({ path, answers: kept }))
  await tx
    .insertInto('challenge')
    .values({
      id,
      user_id: me.userId,
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
