import { expect, test } from 'vitest'
import { compact, oneLine, severalLines } from './plain-text.ts'

test('Text on one line loses what nobody sees and keeps what everybody does', () => {
  expect(oneLine('  Zoe\u0308 \u200b O’Neill\u202e\t Smith\u0000 ')).toBe('Zoë O’Neill Smith')
  expect(oneLine('a\u00a0b\r\nc\ufeff')).toBe('a b c')
  expect(oneLine('\ud800x')).toBe('x')
  expect(oneLine('👩‍🏫 😀')).toBe('👩🏫 😀')
})

test('Several lines keep their breaks, whatever the machine that wrote them', () => {
  expect(severalLines('one\r\ntwo\rthree\n\n\n\nfour \u200b\n')).toBe('one\ntwo\nthree\n\nfour')
})

test('Identifiers are compared without spaces, dashes, dots, case and width', () => {
  expect(compact(' k8554–0012 6001.')).toBe('K855400126001')
  expect(compact('Ｋ８５５')).toBe('K855')
})

test('A hundred thousand hostile characters take no time', () => {
  const before = performance.now()
  for (const nasty of [' ', '\u200b', '\n ', '- '])
    severalLines(nasty.repeat(100_000 / nasty.length))
  expect(performance.now() - before).toBeLessThan(500)
})
