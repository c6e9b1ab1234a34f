import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { boundedWasm } from './bounded-wasm.ts'

const pdfium = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('@hyzyla/pdfium')), 'pdfium.wasm'),
)

test('A module of one page may grow to its bound, and no further', async () => {
  // (module (memory (export "m") 1 200))
  const wasm = Buffer.from(
    '0061736d01000000050501010 1c801070501016d0200'.replaceAll(' ', ''),
    'hex',
  )
  const memoryOf = async (bytes: Buffer<ArrayBuffer>) =>
    (await WebAssembly.instantiate(bytes)).instance.exports['m'] as WebAssembly.Memory
  const bounded = await memoryOf(boundedWasm(wasm, 3))
  expect(bounded.grow(2)).toBe(1)
  expect(() => bounded.grow(1)).toThrow()
  expect((await memoryOf(boundedWasm(wasm, 9_000))).grow(100)).toBe(1)
})

test('PDFium is as long as before, and still a module', async () => {
  const bounded = boundedWasm(pdfium, 8_192)
  expect(bounded.length).toBe(pdfium.length)
  expect(bounded.equals(pdfium)).toBe(false)
  expect(WebAssembly.validate(bounded)).toBe(true)
})

test('What needs more from the start, or is no module, is refused', () => {
  expect(() => boundedWasm(pdfium, 10)).toThrow('no memory')
  expect(() => boundedWasm(Buffer.from('0061736d01000000', 'hex'), 10)).toThrow('no memory')
})
