import type { Context as HonoContext } from 'hono'
import type { IsoDate } from '#domain/dates.ts'
import type { Flash } from '#govuk/page-context.ts'
import type { AuditEntry } from '../audit.ts'
import type { Configuration } from '../configuration.ts'
import type { Db, Tx } from '../database/database.ts'
import type { AnyJob } from '../jobs.ts'
import type { Log } from '../log.ts'
import type { Secret } from '../secret.ts'
import type { Me } from '../sessions.ts'
import type { Help } from './help-for-step.ts'

/** What the whole application is made of; features get at it through their visit. */
export interface Site {
  readonly db: Db
  readonly log: Log
  readonly secret: Secret
  readonly configuration: Configuration
  readonly now: () => Date
  readonly jobs: readonly AnyJob[]
}

/** "/panels/:panel/referrals/:referral" becomes { panel: string; referral: string }. */
export type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [N in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [N in Name]: string }
    : unknown

/** One request of one signed-in person: its transaction, its day, and what will be remembered of it. */
export interface Visit<Path extends string = string, Query = unknown> {
  readonly tx: Tx
  readonly me: Me
  readonly today: IsoDate
  readonly now: Date
  readonly params: Params<Path>
  readonly query: Query
  readonly requestId: string
  readonly site: Site
  /** Remembered in this transaction, after everything else. */
  audit(entry: AuditEntry): void
  /** Told once, on the next page. */
  flash(text: string, type?: Flash['type']): void
  /** Is this a page of ours to which somebody may be sent on? */
  isPlace(path: string): boolean
  /** Hands the browser a new token for its session. */
  keepSession(token: string): void
}

/** What a command needs of a visit. The demonstration acts through the same commands, on days gone by. */
export type Doer = Pick<Visit, 'tx' | 'me' | 'today' | 'now' | 'audit'>

export type Environment = {
  Variables: {
    requestId: string
    nonce: string
    me: Me | undefined
    route: string
    /** The article that belongs to this step. */
    help: Help | undefined
    /** What forms carry while nobody is signed in. */
    visitorToken: string | undefined
    isPlace: (path: string) => boolean
  }
}
export type Http = HonoContext<Environment>
