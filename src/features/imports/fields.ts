import type { ImportField } from '#platform/spreadsheet/match-columns.ts'
import type { ImportKind } from './batch.ts'
import { childFields } from './children/fields.ts'
import { referralFields } from './referrals/fields.ts'

const fields: Record<ImportKind, readonly ImportField[]> = {
  children: childFields,
  referrals: referralFields,
}
export const fieldsOf = (kind: ImportKind): readonly ImportField[] => fields[kind]

export const kindWords: Record<ImportKind, { title: string; things: string; one: string }> = {
  children: { title: 'Import children', things: 'children', one: 'child' },
  referrals: { title: 'Import referrals', things: 'referrals', one: 'referral' },
}
