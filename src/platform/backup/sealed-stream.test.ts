import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealing, unsealing } from './sealed-stream.ts'

const key = randomBytes(32)
const piece = 64 * 1024
const seal = (bytes: Buffer, name = 'a') => buffer(Readable.from([bytes]).pipe(sealing(key, name)))
const unseal = (bytes: Buffer, name = 'a', other = key) =>
  new Promise<Buffer>((resolve, reject) => {
    const stream = unsealing(other, name).on('error', reject)
    buffer(Readable.from(inBits(bytes)).pipe(stream)).then(resolve, reject)
  })

test.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 17])(
  '%i bytes come back as they were',
  async size => {
    const bytes = randomBytes(size)

    expect((await unseal(await seal(bytes))).equals(bytes)).toBe(true)
  },
)

test('The same bytes never look the same twice', async () => {
  const bytes = Buffer.alloc(1000)

  expect((await seal(bytes)).equals(await seal(bytes))).toBe(false)
})

test('Another key, or another file’s name, opens nothing', async () => {
  const sealed = await seal(Buffer.from('a child'))

  await expect(unseal(sealed, 'a', randomBytes(32))).rejects.toThrow(
    'The backup is damaged: a is not',
  )
  await expect(unseal(sealed, 'b')).rejects.toThrow('The backup is damaged: b is not')
})

test('Cut off anywhere, also between two pieces, it is not taken for whole', async () => {
  const sealed = await seal(randomBytes(2 * piece))
  const header = 8 + 32
  for (const length of [0, 5, header, header + 10, header + piece + 16, sealed.length - 1])
    await expect(unseal(sealed.subarray(0, length))).rejects.toThrow('is damaged')
  await expect(unseal(Buffer.concat([sealed, Buffer.from([0])]))).rejects.toThrow('is damaged')
})

test('Pieces that were swapped or left out are noticed', async () => {
  const sealed = await seal(randomBytes(3 * piece))
  const at = (n: number) => sealed.subarray(40 + n * (piece + 16), 40 + (n + 1) * (piece + 16))
  const header = sealed.subarray(0, 40)

  await expect(unseal(Buffer.concat([header, at(1), at(0), at(2)]))).rejects.toThrow('is damaged')
  await expect(unseal(Buffer.concat([header, at(0), at(2)]))).rejects.toThrow('is damaged')
})

test('One changed bit anywhere is noticed', async () => {
  const sealed = await seal(randomBytes(piece + 500))

  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (place, bit) => {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ (1 << bit)
      await expect(unseal(changed)).rejects.toThrow('is damaged')
    }),
    { numRuns: 150 },
  )
})

/** As a disk hands it over: in chunks that know nothing of our pieces. */
function* inBits(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007)
}
