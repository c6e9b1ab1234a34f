import type { Changes } from '../move-referral.ts'
import type { Field } from './fields.ts'

/** Rows that belong to the referral itself. */
export type RowKind = 'steps' | 'attendance' | 'risks'
/** What is recorded of the child, shown in the section and changed on the child’s own page. */
export type RecordKind = 'child' | 'contacts' | 'suspensions' | 'special-needs' | 'care'

export interface Section {
  readonly key: string
  readonly title: string
  readonly intro?: string
  readonly record?: RecordKind
  readonly rows?: RowKind
  readonly fields: readonly Field<keyof Changes & string>[]
  /** May be left out without holding up the referral. */
  readonly optional?: true
}
