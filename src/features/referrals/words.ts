import { localAuthorities } from '#domain/codes/local-authority.ts'
import { sendNeeds } from '#domain/codes/send-need.ts'
import { suspensionReasons } from '#domain/codes/suspension.ts'

export const authorityWords = (key: string | null | undefined): string | undefined =>
  key ? (localAuthorities.find(key)?.name ?? key) : undefined

export const poundsWords = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 === 0 ? 0 : 2 })}`

export const specialNeedsWords: Readonly<Record<string, string>> = {
  none: 'No special educational needs',
  'sen-support': 'SEN support',
  ehcp: 'Education, health and care plan (EHCP)',
}

export const careWords: Readonly<Record<string, string>> = {
  'never-looked-after': 'Not looked after',
  'looked-after': 'Looked after',
  'previously-looked-after': 'Previously looked after',
}

export const needWords = (key: string | null): string | undefined =>
  key ? (sendNeeds.find(key)?.name ?? key) : undefined

export const reasonWords = (keys: readonly string[]): string =>
  keys.map(key => suspensionReasons.find(key)?.name ?? key).join('; ')

export const yesNo = (answer: boolean | null): string | undefined =>
  answer === null ? undefined : answer ? 'Yes' : 'No'
