import type { ByteStream } from './byte-stream.ts'
import { exifOfWayUp, readExif } from './exif.ts'
import { noteBeside, noteSize, type WhatItTold } from './what-it-told.ts'

const [startOfImage, endOfImage, startOfScan, jfif, exif, adobe] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee,
] as const

/** Tables, the frame and the scans. A kind of part that is not named here is left out, whatever it holds. */
const isPicture = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdd)
/** A frame’s header; C4, C8 and CC in the same range are none. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01

/** A JPEG without all that is said beside the picture, but for which way up it is and how its colours are meant. */
export async function* bareJpeg(from: ByteStream, told: WhatItTold): AsyncGenerator<Buffer> {
  const said = new Set<number>()
  let hasFrame = false
  if (!(await from.take(2))?.equals(Buffer.from([0xff, startOfImage]))) told.problem = 'damaged'
  else yield Buffer.from([0xff, startOfImage])
  while (!told.problem) {
    const marker = await nextMarker(from)
    // Some cameras leave out the end. Whatever follows it is no part of the picture.
    if (marker === endOfImage || (marker === undefined && said.has(startOfScan))) {
      yield Buffer.from([0xff, endOfImage])
      return
    }
    if (marker !== undefined && standsAlone(marker)) continue
    const content = marker === undefined ? undefined : await contentOf(from)
    if (marker === undefined || !content || (isFrame(marker) && hasFrame)) {
      told.problem = 'damaged'
      return
    }
    if (isFrame(marker)) {
      hasFrame = true
      if (content.length < 6) told.problem = 'damaged'
      else noteSize(told, content.readUInt16BE(3), content.readUInt16BE(1))
    }
    const kept = isPicture(marker) ? content : keptOf(marker, content, said, told)
    if (kept && !told.problem) yield segment(marker, kept)
    said.add(marker)
    if (marker === startOfScan) yield* scan(from)
  }
}

/** The place of the next marker, past bytes that fill. Undefined at the end, or where there is too much between. */
async function nextMarker(from: ByteStream): Promise<number | undefined> {
  let previous = 0
  for (let passed = 0; passed < 65_536; passed += 1) {
    const byte = (await from.take(1))?.[0]
    if (byte === undefined) return undefined
    if (previous === 0xff && byte !== 0xff && byte !== 0) return byte
    previous = byte
  }
  return undefined
}

async function contentOf(from: ByteStream): Promise<Buffer | undefined> {
  const length = (await from.take(2))?.readUInt16BE() ?? 0
  return length < 2 ? undefined : from.take(length - 2)
}

/** What of a part that is not the picture a viewer needs all the same: written anew, so that nothing rides along. */
function keptOf(
  marker: number,
  content: Buffer,
  said: ReadonlySet<number>,
  told: WhatItTold,
): Buffer | undefined {
  noteBeside(told, content.length, content)
  const begins = content.toString('latin1', 0, 6)
  if (said.has(startOfScan)) return undefined
  if (marker === jfif && begins.startsWith('JFIF\0'))
    return Buffer.from('4a46494600010100000100010000', 'hex')
  if (marker === adobe && begins.startsWith('Adobe') && content.length >= 12)
    return content.subarray(0, 12)
  if (marker !== exif || begins !== 'Exif\0\0') return undefined
  const { wayUp, hasPlace } = readExif(content.subarray(6))
  told.place ||= hasPlace
  return wayUp === 1 ? undefined : Buffer.concat([content.subarray(0, 6), exifOfWayUp(wayUp)])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** The points themselves, up to the next marker. */
async function* scan(from: ByteStream): AsyncGenerator<Buffer> {
  for (;;) {
    const bytes = await from.some()
    if (!bytes) return
    const end = endOfScan(bytes)
    if (end === undefined) {
      yield bytes
      continue
    }
    if (end > 0) yield bytes.subarray(0, end)
    const rest = bytes.subarray(end)
    if (rest.length > 1) return from.giveBack(rest)
    const more = await from.some()
    if (!more) return
    from.giveBack(Buffer.concat([rest, more]))
  }
}

/** Where a marker begins, or may begin with the last byte at hand; an FF of the points is followed by 00. */
function endOfScan(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    const isPoints = next === 0 || (next !== undefined && next >= 0xd0 && next <= 0xd7)
    if (!isPoints) return at
  }
  return undefined
}
