import { createInflateRaw } from 'node:zlib'
import { damagedWorkbook, tooLargeWorkbook } from '../spreadsheet/unreadable-file.ts'
import { type ZipEntry, zipDirectory } from '../spreadsheet/zip-directory.ts'

const deepest = 2
const mostUnpacked = 200_000_000
const mostEntries = 2_000
/** A part that is read, or a zip within a zip, is held in memory; no larger. */
const mostHeld = 30_000_000

interface Counted {
  unpacked: number
  entries: number
}

/**
 * Unpacks everything in a zip once, counting as it streams: a part that is not as large as the directory says, files within
 * files that together are too much, and too deep a nest are refused (FI-02). Gives the text of the wanted parts.
 */
export async function provenParts(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  await prove(
    bytes,
    { unpacked: 0, entries: 0 },
    0,
    (name, content) => {
      if (isWanted(name)) parts.set(name, content.toString('utf8'))
    },
    isWanted,
  )
  return parts
}

async function prove(
  bytes: Buffer,
  counted: Counted,
  depth: number,
  found: (name: string, content: Buffer) => void,
  isWanted: (name: string) => boolean,
): Promise<void> {
  const entries = zipDirectory(bytes)
  counted.entries += entries.length
  if (depth > deepest || counted.entries > mostEntries) throw tooLargeWorkbook()
  for (const entry of entries) {
    const content = await unpacked(bytes, entry, counted, depth === 0 && isWanted(entry.name))
    if (!content) continue
    if (depth === 0 && isWanted(entry.name)) found(entry.name, content)
    // A table within a letter is a file of its own, and is held to the same.
    if (isZip(content))
      await prove(
        content,
        counted,
        depth + 1,
        () => undefined,
        () => false,
      )
  }
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))

/** What it holds, where somebody wants to know; otherwise it is counted and let go. */
async function unpacked(
  bytes: Buffer,
  entry: ZipEntry,
  counted: Counted,
  isWanted: boolean,
): Promise<Buffer | undefined> {
  const held: Buffer[] = []
  let size = 0
  let isHeld = isWanted
  for await (const chunk of plain(packedOf(bytes, entry), entry.method)) {
    if (size === 0) isHeld ||= isZip(chunk)
    size += chunk.length
    counted.unpacked += chunk.length
    if (size > entry.unpacked) throw damagedWorkbook()
    if (counted.unpacked > mostUnpacked || (isHeld && size > mostHeld)) throw tooLargeWorkbook()
    if (isHeld) held.push(chunk)
  }
  if (size !== entry.unpacked) throw damagedWorkbook()
  return isHeld ? Buffer.concat(held) : undefined
}

async function* plain(packed: Buffer, method: number): AsyncIterable<Buffer> {
  if (method === 0) {
    if (packed.length > 0) yield packed
    return
  }
  const stream = createInflateRaw()
  stream.end(packed)
  yield* stream as AsyncIterable<Buffer>
}

function packedOf(bytes: Buffer, { at, packed, name }: ZipEntry): Buffer {
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26)
  // Programs differ in which of the two names they believe, so they must be one.
  if (bytes.readUInt32LE(at) !== 0x04034b50 || bytes.toString('utf8', at + 30, nameEnd) !== name)
    throw damagedWorkbook()
  const start = nameEnd + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + packed)
  if (content.length !== packed) throw damagedWorkbook()
  return content
}
