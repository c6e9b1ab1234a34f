import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { amountInWords, judgeCover } from './cover.ts'

const today = isoDate('2026-11-17')
const million = 100_000_000
const word = (kind: Parameters<typeof judgeCover>[0], millions: number) =>
  judgeCover(kind, millions * million, today, {}).word

test.each([
  ['employers-liability', 4.9, 'Less than the law asks of an employer'],
  ['employers-liability', 5, 'Less than the Council’s guide'],
  ['employers-liability', 10, 'As much as the Council expects'],
  ['public-liability', 1, 'Less than Appendix 2 asks'],
  ['public-liability', 2, 'Less than the Council’s guide'],
  ['public-liability', 10, 'As much as the Council expects'],
  ['professional-indemnity', 1, 'Less than the Council’s guide'],
  ['professional-indemnity', 2, 'As much as the Council expects'],
] as const)('%s of £%s million: %s', (kind, millions, expected) => {
  expect(word(kind, millions)).toBe(expected)
})

test('An amount is said as people say it', () => {
  expect(amountInWords(500_000_000)).toBe('£5 million')
  expect(amountInWords(250_000_000)).toBe('£2,500,000')
})
