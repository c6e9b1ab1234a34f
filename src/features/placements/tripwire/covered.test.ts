import { expect, test } from 'vitest'
import { isCovered, type Weighed } from './covered.ts'

const given: Weighed = { rule: 'ILL-02', level: 'high', values: { count: 5, provider: 'forge' } }

test.each<[string, Weighed, boolean]>([
  ['the same', given, true],
  ['fewer children', { ...given, values: { count: 4, provider: 'forge' } }, true],
  ['less grave', { ...given, level: 'warning' }, true],
  ['more children', { ...given, values: { count: 6, provider: 'forge' } }, false],
  ['graver', { ...given, level: 'critical' }, false],
  ['another provider', { ...given, values: { count: 5, provider: 'anvil' } }, false],
  ['something that nobody knew of', { ...given, values: { ...given.values, missing: 'x' } }, false],
  ['days that have gone by', { ...given, values: { ...given.values, schoolDays: 9 } }, true],
  ['another rule', { ...given, rule: 'REG-01' }, false],
  ['less cover', { ...given, amounts: { cover: 100 } }, false],
])('an override and what is found now: %s', (_what, now, covered) => {
  expect(isCovered(now, [given])).toBe(covered)
})
