import { sql } from 'kysely'
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Tx } from '#platform/database/database.ts'
import { type Secret, seal, unseal } from '#platform/secret.ts'

const period = 30

export const newSeed = () => generateSecret()

/** What an authenticator app reads from the picture. */
export const appAddress = (seed: string, email: string) =>
  generateURI({ issuer: 'Onroll', label: email, secret: seed })

/** A seed lies sealed in the database, bound to its person. */
export const sealSeed = (secret: Secret, seed: string, about: string) =>
  seal(secret.key('authenticator'), Buffer.from(seed), about)
export const unsealSeed = (secret: Secret, sealed: Buffer, about: string) =>
  unseal(secret.key('authenticator'), sealed, about).toString()

/** The step that a code belongs to: now, or half a minute before or after. Undefined when it is wrong. */
export function stepOf(seed: string, typed: string, now: Date): number | undefined {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const result = verifySync({
    secret: seed,
    token,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: period,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** Takes a step for good. False when this code, or a later one, was used before. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean
  }>`select use_totp_step(${userId}, ${step}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}
