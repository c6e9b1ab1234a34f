import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { isId, newId } from '#domain/ids.ts'
import type { Step, Visitor } from '#platform/http/visitor.ts'

/** Between the password and the second factor: ten minutes, five tries, one browser. */
const cookie = 'onroll-signing-in'
const kind = 'second factor'
const minutes = 10
const mostTries = 5

export interface PendingSignIn {
  readonly id: string
  readonly userId: string
  readonly email: string
  readonly sharedComputer: boolean
}

export async function beginPending(
  { tx }: Step,
  visitor: Visitor,
  { userId, email, sharedComputer }: Omit<PendingSignIn, 'id'>,
) {
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('challenge')
    .values({
      id,
      user_id: userId,
      kind,
      value: JSON.stringify({ hash: hashOf(token), email, sharedComputer }),
      expires_at: new Date(visitor.now.getTime() + minutes * 60_000),
    })
    .execute()
  visitor.keepCookie(cookie, `${id}.${token}`, minutes * 60)
}

/** Who has given a password in this browser and not yet a second factor. */
export async function pendingSignIn(
  { tx }: Step,
  visitor: Visitor,
): Promise<PendingSignIn | undefined> {
  const [id = '', token = ''] = (visitor.cookie(cookie) ?? '').split('.')
  if (!isId(id)) return undefined
  const found = await tx
    .selectFrom('challenge')
    .select(['user_id', 'value', 'tries'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', visitor.now)
    .executeTakeFirst()
  if (!found?.user_id || found.tries >= mostTries) return undefined
  const { hash, email, sharedComputer } = JSON.parse(found.value)
  if (hash !== hashOf(token)) return undefined
  return { id, userId: found.user_id, email, sharedComputer }
}

/** One more try; false when that was the last, and the password has to be given again. */
export async function countFactorTry({ tx }: Step, { id }: PendingSignIn): Promise<boolean> {
  const { tries } = await tx
    .updateTable('challenge')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirstOrThrow()
  return tries < mostTries
}

export async function endPending({ tx }: Step, visitor: Visitor, { id }: PendingSignIn) {
  await tx.updateTable('challenge').set({ used_at: visitor.now }).where('id', '=', id).execute()
  visitor.dropCookie(cookie)
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
