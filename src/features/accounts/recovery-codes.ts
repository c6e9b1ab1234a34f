import { createHmac, randomInt } from 'node:crypto'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Secret } from '#platform/secret.ts'

// Without letters and digits that look alike on paper.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of twelve signs (59 bits each), to be kept on paper. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join(''),
    ).join('-'),
  )

/** Replaces a person's codes. Only keyed hashes are kept. */
export async function keepRecoveryCodes(
  tx: Tx,
  secret: Secret,
  userId: string,
  codes: readonly string[],
) {
  await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map(code => ({
        id: newId(),
        user_id: userId,
        code_hash: hashOf(secret, userId, code),
      })),
    )
    .execute()
}

/** Uses one code up. False when it is none of this person's, or was used before. */
export async function takeRecoveryCode(
  tx: Tx,
  secret: Secret,
  { userId, typed, now }: { userId: string; typed: string; now: Date },
): Promise<boolean> {
  const taken = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashOf(secret, userId, typed))
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

const hashOf = (secret: Secret, userId: string, code: string) =>
  createHmac('sha256', secret.key('recovery codes'))
    .update(`${userId}|${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest()
