import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Secret } from '#platform/secret.ts'

// Letters and digits that nobody mistakes for each other, read aloud or on paper.
const alphabet = 'ABCDEFGHJKMNPQRTUVWXY346789'
const codeLength = 6

/** The link's 32 bytes, worked out from its id: they stand in no table, which holds their hash only. */
export const pupilToken = (secret: Secret, linkId: string): string =>
  createHmac('sha256', secret.key('pupil link')).update(linkId).digest('base64url')

/** The second secret, which is given by hand and never together with the link. */
export const pupilCode = (secret: Secret, linkId: string): string =>
  [...createHmac('sha256', secret.key('pupil code')).update(linkId).digest()]
    .slice(0, codeLength)
    .map(byte => alphabet[byte % alphabet.length])
    .join('')

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A keyed hash that fits this link alone: a code of six letters would be guessed from a plain one. */
export const codeHash = (secret: Secret, token: string, typed: string): Buffer =>
  createHmac('sha256', secret.key('pupil code hash'))
    .update(`${token} ${asTyped(typed)}`)
    .digest()

/** Small letters, spaces and dashes are how people type it. */
const asTyped = (typed: string) => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Both secrets were right in this browser a moment ago: its cookie says so, and cannot be made up. */
export const proofOf = (secret: Secret, token: string, typed: string): string =>
  `${asTyped(typed)}.${seal(secret, token, asTyped(typed)).toString('base64url')}`

export function codeIn(
  secret: Secret,
  token: string,
  proof: string | undefined,
): string | undefined {
  const [code = '', given = ''] = proof?.split('.') ?? []
  const wanted = seal(secret, token, code)
  const sealed = Buffer.from(given, 'base64url')
  return sealed.length === wanted.length && timingSafeEqual(sealed, wanted) ? code : undefined
}

const seal = (secret: Secret, token: string, code: string) =>
  createHmac('sha256', secret.key('pupil proof')).update(`${token} ${code}`).digest()
