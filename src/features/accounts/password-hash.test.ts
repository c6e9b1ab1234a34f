import { expect, test } from 'vitest'
import { hashPassword, passwordMatches } from './password-hash.ts'

test('A password matches its own hash, however its accents were typed, and nobody else’s', async () => {
  const stored = await hashPassword('caf\u00e9 au lait, s\u2019il vous pla\u00eet')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordMatches(stored, 'cafe\u0301 au lait, s\u2019il vous plai\u0302t')).toBe(true)
  expect(await passwordMatches(stored, 'cafe au lait')).toBe(false)
  expect(await passwordMatches(null, 'nobody signs in with this')).toBe(false)
  expect(await passwordMatches(undefined, 'nobody signs in with this')).toBe(false)
})

test('Two are hashed at a time, twenty wait, and whoever comes after is asked to come again', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, () => hashPassword('three wet herons on a gate')),
  )
  const refused = answers.filter(answer => answer.status === 'rejected')
  expect(refused).toHaveLength(18)
  expect(refused.map(({ reason }) => reason.status)).toEqual(Array(18).fill(429))
  expect(await hashPassword('and then there is room again')).toBeTypeOf('string')
})
