import { createHash, createHmac } from 'node:crypto'
import { newId } from '#domain/ids.ts'
import type { Tx } from './database/database.ts'
import type { Secret } from './secret.ts'

export type LinkKind = 'invitation' | 'reset'

/** How long a link may be used, and where it leads. */
const kinds = {
  invitation: { days: 7, path: '/invitation/' },
  reset: { days: 1 / 24, path: '/reset/' },
} as const

/**
 * A link's 32 bytes are worked out from its id and the installation's secret, so they can be put into a message when it
 * is sent (and sent again) without standing in any table; the database keeps their hash.
 */
const tokenOf = (secret: Secret, id: string) =>
  createHmac('sha256', secret.key('one-time link')).update(id).digest('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest()

export const addressOfLink = (
  secret: Secret,
  baseUrl: string,
  link: { id: string; kind: string },
) => `${baseUrl}${kinds[link.kind as LinkKind].path}${tokenOf(secret, link.id)}`

/** Makes a link and revokes earlier ones of its kind for this person: only the newest letter in a mailbox works. */
export async function makeLink(
  tx: Tx,
  secret: Secret,
  link: { kind: LinkKind; userId: string; madeBy?: string | undefined; now: Date },
): Promise<string> {
  await revokeLinks(tx, link)
  const id = newId()
  await tx
    .insertInto('one_time_link')
    .values({
      id,
      kind: link.kind,
      token_hash: hashOf(tokenOf(secret, id)),
      user_id: link.userId,
      made_by: link.madeBy ?? null,
      expires_at: new Date(link.now.getTime() + kinds[link.kind].days * 86_400_000),
      created_at: link.now,
    })
    .execute()
  return id
}

export async function revokeLinks(
  tx: Tx,
  { userId, kind, now }: { userId: string; kind?: LinkKind; now: Date },
) {
  await tx
    .updateTable('one_time_link')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .$if(kind !== undefined, query => query.where('kind', '=', kind as LinkKind))
    .execute()
}

/** The link that a token opens, if it may still be used. Looking at it does not use it up. */
export async function openLink(tx: Tx, kind: LinkKind, token: string, now: Date) {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  return tx
    .selectFrom('one_time_link')
    .select(['id', 'user_id'])
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Uses a link up. False when somebody did so a moment ago. */
export async function useLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
