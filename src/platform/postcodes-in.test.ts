import { expect, test } from 'vitest'
import { postcodesIn } from './postcodes-in.ts'

test.each([
  ['ZZ1 1AA', ['ZZ11AA']],
  ['zz11aa', ['ZZ11AA']],
  ['go to Z Z 1 1 A A now', ['ZZ11AA', 'Z11AA']],
  ['ZZ1-1AA, or ZZ1.1AB', ['ZZ11AA', 'ZZ11AB']],
  ['EC1A 1BB', ['EC1A1BB']],
  ['M1 1AE', ['M11AE']],
  ['room 12 at 3pm', []],
  ['XZZ1 1AAX', []],
  ['ZZ1 1AC', []],
])('In “%s” there is %j', (text, codes) => {
  expect(postcodesIn(text).map(({ code }) => code)).toEqual(codes)
})

test('A place in the text is told exactly, so that it can be taken out', () => {
  const text = 'The family is at zz1  1aa now'
  const [{ at = 0, length = 0 } = {}] = postcodesIn(text)

  expect(text.slice(at, at + length)).toBe('zz1  1aa')
})

test.each(['a1', 'Z', '1', 'a 1 ', 'ZZ1 1A', '-'])(
  'A hundred thousand times “%s” takes no time',
  nasty => {
    const before = performance.now()
    postcodesIn(nasty.repeat(100_000 / nasty.length))

    expect(performance.now() - before).toBeLessThan(500)
  },
)
