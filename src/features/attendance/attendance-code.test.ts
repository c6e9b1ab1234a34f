import { expect, test } from 'vitest'
import { type CodedMark, type CodedPlacement, suggestedCode } from './attendance-code.ts'

const placement = (more: Partial<CodedPlacement> = {}): CodedPlacement => ({
  kind: 'alternative provision',
  arranged_under: null,
  dual_registered: false,
  supervised: true,
  ...more,
})
const mark = (more: Partial<CodedMark> = {}): CodedMark => ({
  happened: true,
  mark: 'present',
  minutes_late: null,
  reason: null,
  ...more,
})

test.each<[string, Partial<CodedPlacement>, string | undefined]>([
  ['arranged by the school', {}, 'B'],
  ['arranged by the authority', { arranged_under: 's19' }, 'K'],
  [
    'arranged by the authority, and dual registered',
    { arranged_under: 's42', dual_registered: true },
    'K',
  ],
  ['dual registered', { dual_registered: true }, 'D'],
  ['work experience', { kind: 'work experience' }, 'W'],
  ['without supervision', { supervised: false }, undefined],
])('A child who attended provision %s', (_what, more, code) => {
  expect(suggestedCode(placement(more), mark()).code).toBe(code)
})

test.each<[CodedMark['reason'], string]>([
  ['ill', 'I'],
  ['appointment', 'M'],
  ['agreed by school', 'C'],
  ['other', 'O'],
  ['not known', 'N'],
])('A child who was absent, %s: %s, and never B', (reason, code) => {
  const absent = mark({ mark: 'absent', reason })
  expect(suggestedCode(placement(), absent).code).toBe(code)
  expect(suggestedCode(placement({ arranged_under: 's19' }), absent).code).toBe(code)
})

test('A late child attended, and the reason says how late', () => {
  const { code, why } = suggestedCode(placement(), mark({ mark: 'late', minutes_late: 12 }))
  expect(code).toBe('B')
  expect(why).toContain('12 minutes late')
})

test.each([
  ['nobody has heard of', undefined],
  ['did not happen', mark({ happened: false, mark: null })],
])('For a session that %s there is no code', (_what, given) => {
  expect(suggestedCode(placement(), given).code).toBeUndefined()
})
