import { createHmac } from 'node:crypto'

/** Who asks, for row-level security: a person under one membership, or a service with a named purpose. */
export interface Context {
  readonly userId?: string | undefined
  readonly membershipId?: string | undefined
  readonly sessionId?: string | undefined
  /** 'job': what a person has set going, done under that person’s rights as they are when it is done. */
  readonly purpose: 'request' | 'job' | 'sign-in' | 'demo' | 'set-up' | 'worker' | 'health'
}

const keyNumber = 1
const lifetimeInSeconds = 120

/** The signed text of `onroll.context`. It holds for one database connection (its pid) and two minutes. */
export function signedContext(context: Context, pid: number, key: Buffer, now: number): string {
  const expiry = Math.floor(now / 1000) + lifetimeInSeconds
  const payload = [
    context.userId ?? '',
    context.membershipId ?? '',
    context.sessionId ?? '',
    context.purpose,
    pid,
    expiry,
    keyNumber,
  ].join('|')
  return `${payload}|${createHmac('sha256', key).update(payload).digest('hex')}`
}

/** HMAC's two padded keys, with which the database checks the signature by its own sha256. */
export function contextPads(key: Buffer): [inner: Buffer, outer: Buffer] {
  const block = Buffer.alloc(64)
  key.copy(block)
  return [block.map(byte => byte ^ 0x36) as Buffer, block.map(byte => byte ^ 0x5c) as Buffer]
}
