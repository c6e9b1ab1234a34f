import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

export interface Factors {
  readonly name: string
  readonly email: string
  readonly hasPassword: boolean
  readonly totpSecret: Buffer | null
  readonly totpLastStep: number | null
  readonly passkeys: number
  readonly recoveryCodes: number
}

/** What a person can prove who they are with. For the person, and at sign-in. */
export async function factorsOf(tx: Tx, userId: string): Promise<Factors | undefined> {
  const { rows } = await sql<Factors>`
    select name, email, has_password as "hasPassword", totp_secret as "totpSecret",
           totp_last_step as "totpLastStep", passkeys, recovery_codes as "recoveryCodes"
      from factors_of(${userId})`.execute(tx)
  return rows[0]
}

export const hasSecondFactor = ({ totpSecret, passkeys }: Factors) =>
  totpSecret !== null || passkeys > 0

/** The person behind an address, with their password's hash. At sign-in only. */
export async function credentialsOf(tx: Tx, email: string) {
  const { rows } = await sql<{ userId: string; passwordHash: string | null }>`
    select user_id as "userId", password_hash as "passwordHash" from credentials_of(${email})
     where ended_at is null`.execute(tx)
  return rows[0]
}

/** One's own password, as far as it is stored: its hash. */
export async function credentialsOfMine(tx: Tx): Promise<{ passwordHash: string | null }> {
  const { rows } = await sql<{ passwordHash: string | null }>`
    select password_hash as "passwordHash" from my_credentials()`.execute(tx)
  return { passwordHash: rows[0]?.passwordHash ?? null }
}
