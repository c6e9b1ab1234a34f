import { createHash, randomBytes } from 'node:crypto'
import { newId } from '#domain/ids.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { purposeOfDatabase } from './demonstration-database.ts'

const kind = 'set-up'
const minutes = 30

/**
 * At the start of an installation in which there is nobody: a secret, shown once to whoever starts it, with which the
 * first administrator is entered. Good for half an hour and one use; each start makes the earlier ones worthless.
 */
export async function setUpSecret(db: Db, now: Date): Promise<string | undefined> {
  if ((await purposeOfDatabase(db)) !== 'empty') return undefined
  const secret = randomBytes(20).toString('base64url')
  await db.as({ purpose: 'sign-in' }, async tx => {
    await tx.deleteFrom('challenge').where('kind', '=', kind).execute()
    await tx
      .insertInto('challenge')
      .values({
        id: newId(),
        user_id: null,
        kind,
        value: hashOf(secret),
        expires_at: new Date(now.getTime() + minutes * 60_000),
      })
      .execute()
  })
  return secret
}

/** Uses the secret up. False when it is wrong, was used, or is more than half an hour old. */
export async function takeSetUpSecret(tx: Tx, typed: string, now: Date): Promise<boolean> {
  const taken = await tx
    .updateTable('challenge')
    .set({ used_at: now })
    .where('kind', '=', kind)
    .where('value', '=', hashOf(typed.trim()))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
