import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { secretOf } from '#platform/secret.ts'
import { codeHash, codeIn, proofOf, pupilCode, pupilToken } from './pupil-secrets.ts'

const secret = secretOf('a secret of this test, and long enough for it')
const [one, other] = [newId(), newId()]
const token = pupilToken(secret, one)

test('A link has 32 bytes and a code of six letters that nobody mistakes', () => {
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(pupilCode(secret, one)).toMatch(/^[A-HJKMNP-RT-Y346789]{6}$/)
  expect(pupilToken(secret, other)).not.toBe(token)
})

test('A code fits its own link only, however it is typed', () => {
  const hash = codeHash(secret, token, 'AB3 D4-F')
  expect(codeHash(secret, token, 'ab3d4f')).toEqual(hash)
  expect(codeHash(secret, pupilToken(secret, other), 'ab3d4f')).not.toEqual(hash)
})

test('A proof that was made up, or made for another link, proves nothing', () => {
  const proof = proofOf(secret, token, 'AB3D4F')
  expect(codeIn(secret, token, proof)).toBe('AB3D4F')
  expect(codeIn(secret, pupilToken(secret, other), proof)).toBeUndefined()
  expect(codeIn(secret, token, 'AB3D4F.AAAA')).toBeUndefined()
  expect(codeIn(secret, token, undefined)).toBeUndefined()
})
