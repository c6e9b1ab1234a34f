import { crc32 } from 'node:zlib'
import type { ByteStream } from './byte-stream.ts'
import { exifOfWayUp, readExif } from './exif.ts'
import { noteBeside, noteSize, type WhatItTold } from './what-it-told.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
/** What makes the picture, and how long it may be. A kind that is not named here is left out, whatever it holds. */
const picture: Readonly<Record<string, number>> = {
  IHDR: 13,
  PLTE: 768,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  IDAT: 0x7fffffff,
  IEND: 0,
}
const mostExif = 1024 * 1024

/** A PNG without what is said beside the picture, but for which way up it is. */
export async function* barePng(from: ByteStream, told: WhatItTold): AsyncGenerator<Buffer> {
  if (!(await from.take(8))?.equals(signature)) told.problem = 'damaged'
  else yield signature
  for (let isFirst = true; !told.problem; isFirst = false) {
    const head = await from.take(8)
    const name = head?.toString('latin1', 4) ?? ''
    const length = head?.readUInt32BE() ?? 0
    if (!head || !/^[A-Za-z]{4}$/.test(name) || isFirst !== (name === 'IHDR')) {
      told.problem = 'damaged'
      return
    }
    if (name === 'acTL' || name === 'fcTL') told.problem = 'moves'
    else if (name === 'eXIf' && length <= mostExif) yield* wayUpOf(from, length, told)
    else if (length <= (picture[name] ?? -1)) yield* kept(from, head, name, length, told)
    else await left(from, name, length, told)
    if (name === 'IEND') return
  }
}

async function* kept(
  from: ByteStream,
  head: Buffer,
  name: string,
  length: number,
  told: WhatItTold,
): AsyncGenerator<Buffer> {
  if (name !== 'IDAT') {
    const content = await from.take(length + 4)
    if (!content || (name === 'IHDR' && length !== 13)) {
      told.problem = 'damaged'
      return
    }
    if (name === 'IHDR') noteSize(told, content.readUInt32BE(0), content.readUInt32BE(4))
    if (!told.problem) yield Buffer.concat([head, content])
    return
  }
  yield head
  let passed = 0
  for await (const bytes of from.pass(length + 4)) {
    passed += bytes.length
    yield bytes
  }
  if (passed < length + 4) told.problem = 'damaged'
}

async function* wayUpOf(
  from: ByteStream,
  length: number,
  told: WhatItTold,
): AsyncGenerator<Buffer> {
  const content = await from.take(length + 4)
  if (!content) {
    told.problem = 'damaged'
    return
  }
  noteBeside(told, length, content)
  const { wayUp, hasPlace } = readExif(content.subarray(0, length))
  told.place ||= hasPlace
  if (wayUp !== 1) yield chunk('eXIf', exifOfWayUp(wayUp))
}

/** Passed over; what its first bytes say is enough to tell whoever adds it. */
async function left(from: ByteStream, name: string, length: number, told: WhatItTold) {
  let begins = Buffer.alloc(0)
  let passed = 0
  for await (const bytes of from.pass(length + 4)) {
    passed += bytes.length
    if (begins.length < 65_536) begins = Buffer.concat([begins, bytes])
  }
  noteBeside(told, length, Buffer.concat([Buffer.from(name, 'latin1'), begins]))
  if (passed < length + 4) told.problem = 'damaged'
}

/** One part as PNG writes them: its length, its name, what it holds, and a sum over both. */
export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
