import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Visitor } from '#platform/http/visitor.ts'
import type { Secret } from '#platform/secret.ts'

const cookie = 'onroll-device'
const oneYear = 365 * 86_400
const mostPeople = 5

/**
 * The mark that a browser keeps of somebody who signed in with it. It opens nothing: it only gives them tries of their
 * own when a stranger has used up those of their account (security AU-06).
 */
export function knownDevice(visitor: Visitor, email: string): string | undefined {
  return marksOf(visitor).find(mark => isFor(visitor.site.secret, mark, email))
}

export function rememberDevice(visitor: Visitor, email: string) {
  const { secret } = visitor.site
  const others = marksOf(visitor).filter(mark => !isFor(secret, mark, email))
  const nonce = randomBytes(12).toString('base64url')
  const marks = [`${nonce}.${signature(secret, nonce, email)}`, ...others].slice(0, mostPeople)
  visitor.keepCookie(cookie, marks.join('~'), oneYear)
}

const marksOf = (visitor: Visitor) =>
  (visitor.cookie(cookie) ?? '').split('~').filter(Boolean).slice(0, mostPeople)

const signature = (secret: Secret, nonce: string, email: string) =>
  createHmac('sha256', secret.key('known device'))
    .update(`${nonce}|${email.toLowerCase()}`)
    .digest('base64url')

function isFor(secret: Secret, mark: string, email: string) {
  const [nonce = '', given = ''] = mark.split('.')
  const expected = Buffer.from(signature(secret, nonce, email))
  const found = Buffer.from(given)
  return expected.length === found.length && timingSafeEqual(expected, found)
}
