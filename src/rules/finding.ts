import type { IsoDate } from '#domain/dates.ts'
import type { SubjectType } from './subjects.ts'

/** Rising: to know, to watch, a gate is closed, a duty is not met, legal risk now. */
export const levels = ['info', 'warning', 'high', 'breach', 'critical'] as const
export type Level = (typeof levels)[number]

export const standings = [
  'law',
  'statutory-guidance',
  'council-expectation',
  'local-agreement',
  'planned',
  'design',
] as const
/** What a rule, a number or a source rests on: “must” and “our framework says” are different sentences. */
export type Standing = (typeof standings)[number]

/** What must not go on without a recorded override. */
export const actions = {
  'accept-referral': 'take the referral out of intake',
  'list-at-panel': 'put the case on a panel’s agenda',
  'issue-decision': 'send the allocation of a Fair Access case',
  'close-case': 'close a Fair Access case',
  'start-programme': 'start the programme at its tier',
  'start-placement': 'let a pupil start at the provider',
  'close-placement': 'close a placement',
  'start-managed-move': 'start a managed move',
  'issue-off-site-notice': 'issue the notice of an off-site direction',
  'start-off-site-direction': 'start an off-site direction',
  'remove-from-roll': 'delete the name from the register',
  'send-invoice': 'send the invoice',
  'request-remainder': 'ask a non-member for the cost above the statutory part',
  'apply-cost-share': 'charge by the shares',
  'transfer-funding': 'transfer the top-up',
  'accept-specialist-placement': 'accept the partnership as specialist placement',
  'complete-specialist-set-up': 'mark the specialist placement as set up',
  'return-questionnaire': 'return the questionnaire',
  'publish-answer': 'publish the answer',
  'record-work-experience': 'record it as work experience and let it start',
} as const
export type Action = keyof typeof actions

/**
 * Values that grow or shrink by the passing of days alone. Nothing has happened when they change, so a finding is the same
 * with them; its message names the day from which they are counted.
 */
export const passing: ReadonlySet<string> = new Set(['schoolDays', 'daysLeft', 'ageDays'])

/** What a rule says of one subject. Amounts are whole pence; values are single words, numbers or answers. */
export type Finding = {
  readonly rule: string
  readonly subject: { readonly type: SubjectType; readonly id: string }
  readonly level: Level
  readonly blocks: readonly Action[]
  readonly basis: Standing
  readonly due?: IsoDate
  readonly overdueDays?: number
  readonly amounts?: Readonly<Record<string, number>>
  readonly values?: Readonly<Record<string, string | number | boolean>>
  readonly message: string
}

type Loose<T> = Readonly<Record<string, T | undefined>>

/** A finding as a rule writes it: the engine adds rule, subject and the rule's first basis, and drops what is undefined. */
export type Draft = {
  readonly level: Level
  readonly message: string
  readonly blocks?: readonly Action[] | undefined
  readonly basis?: Standing | undefined
  readonly due?: IsoDate | undefined
  readonly overdueDays?: number | undefined
  readonly amounts?: Loose<number> | undefined
  readonly values?: Loose<string | number | boolean> | undefined
}
