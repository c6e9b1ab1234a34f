import type { IsoDate } from '#domain/dates.ts'
import type { Flash } from '#govuk/page-context.ts'
import type { AuditEntry } from '../audit.ts'
import type { Tx } from '../database/database.ts'
import type { Me } from '../sessions.ts'
import type { Params, Site } from './visit.ts'

/** What may be done for somebody who is not signed in; row-level security knows the purpose. */
export type Purpose = 'sign-in' | 'demo' | 'set-up'

export interface Step {
  readonly tx: Tx
  /** Remembered in this transaction, after everything else. */
  audit(entry: AuditEntry): void
}

/**
 * One request of somebody who need not be signed in. Unlike a visit it opens its transactions itself: a failed attempt
 * must stay counted, and a password is hashed while no transaction waits for it.
 */
export interface Visitor<Path extends string = string, Query = unknown> {
  readonly me: Me | undefined
  readonly today: IsoDate
  readonly now: Date
  readonly params: Params<Path>
  readonly query: Query
  readonly requestId: string
  readonly site: Site
  /** The network address that the request came from. */
  readonly address: string
  /** What the browser says that it is. */
  readonly device: string | undefined
  /** Random, and the same for every request of this browser while nobody is signed in. */
  readonly browser: string
  /** The value of one of our cookies. */
  cookie(name: string): string | undefined
  keepCookie(name: string, value: string, seconds?: number): void
  dropCookie(name: string): void
  keepSession(token: string): void
  dropSession(): void
  /** Told once, on the next page. */
  flash(text: string, type?: Flash['type']): void
  inTransaction<T>(purpose: Purpose, work: (step: Step) => Promise<T>): Promise<T>
  /** Is this a page of ours to which somebody may be sent on? */
  isPlace(path: string): boolean
}
