import { createHash, createHmac } from 'node:crypto'
import type { Me } from '../sessions.ts'
import type { Site } from './visit.ts'

/**
 * The key under which a device keeps what a person wrote without a signal. Only a page shown to that person, signed in,
 * holds it: what lies on the device is unreadable to everybody else.
 */
export const deviceKey = ({ secret }: Pick<Site, 'secret'>, { userId }: Pick<Me, 'userId'>) =>
  createHmac('sha256', secret.key('kept on a device')).update(userId).digest('base64')

/** Tells one person's kept things from another's on the same device. It is neither a name nor the key. */
export const deviceTag = (site: Pick<Site, 'secret'>, me: Pick<Me, 'userId'>): string =>
  createHash('sha256').update(deviceKey(site, me)).digest('hex').slice(0, 16)
