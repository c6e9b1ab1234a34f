import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import type { Secret } from '#platform/secret.ts'

/** Failed tries after which an account, or an address, has to wait (security AU-05). Nobody is locked out for good. */
const mostForAccount = { tries: 10, within: '15 minutes' }
const mostForAddress = { tries: 100, within: '1 hour' }

interface Try {
  readonly email: string
  readonly address: string
  /** A device from which this person signed in before: it has an allowance of its own, which a stranger cannot use up. */
  readonly device: string | undefined
}

/**
 * Counts a try as failed before anything is looked at, so that a thousand at once cannot slip by. Returns its number,
 * to be put right if the try was good; undefined when there have been too many.
 */
export async function countTry(tx: Tx, secret: Secret, attempt: Try): Promise<number | undefined> {
  const account = keyOf(secret, attempt)
  await sql`select pg_advisory_xact_lock(hashtextextended(${account.toString('hex')}, 1))`.execute(
    tx,
  )
  await sql`select pg_advisory_xact_lock(hashtextextended(${attempt.address}, 2))`.execute(tx)
  const { rows } = await sql<{ forAccount: number; forAddress: number }>`
    select (select count(*) from sign_in_attempt where email_hash = ${account} and not succeeded
              and at > clock_timestamp() - ${mostForAccount.within}::interval) as "forAccount",
           (select count(*) from sign_in_attempt where address = ${attempt.address} and not succeeded
              and at > clock_timestamp() - ${mostForAddress.within}::interval) as "forAddress"`.execute(
    tx,
  )
  const [found] = rows
  const tooMany =
    (found?.forAccount ?? 0) >= mostForAccount.tries ||
    (attempt.device === undefined && (found?.forAddress ?? 0) >= mostForAddress.tries)
  if (tooMany) return undefined
  const counted = await tx
    .insertInto('sign_in_attempt')
    .values({ email_hash: account, address: attempt.address, succeeded: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return counted.id
}

/** The try was good after all: it no longer counts. */
export const forgiveTry = (tx: Tx, id: number) =>
  tx.updateTable('sign_in_attempt').set({ succeeded: true }).where('id', '=', id).execute()

/** What is kept says neither which address nor which device. */
const keyOf = (secret: Secret, { email, device }: Try) =>
  createHmac('sha256', secret.key('tries'))
    .update(`${email.toLowerCase()}|${device ?? ''}`)
    .digest()

export const tooManyTries =
  'There have been too many tries to sign in. Wait 15 minutes and try again, or sign in with a passkey.'
