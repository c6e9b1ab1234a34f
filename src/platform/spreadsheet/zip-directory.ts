import { damagedWorkbook, tooLargeWorkbook } from './unreadable-file.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Where its own header begins in the file. */
  readonly at: number
}

const limits = { entries: 2_000, unpacked: 200_000_000, ratio: 100 }
// A small workbook of one repeated word packs very well and harms nobody.
const ratioMattersFrom = 1_000_000

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * What the zip says that it holds, read without unpacking. Refuses what would fill the memory, and every trick by
 * which a file can seem smaller than it is: overlapping entries, encrypted ones, and the form for huge files.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = placeOfEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count === 0xffff || count > limits.entries) throw tooLargeWorkbook()
  const entries: ZipEntry[] = []
  const start = view.getUint32(end + 16, true)
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) throw damagedWorkbook()
    if (view.getUint16(at + 8, true) & 1) throw damagedWorkbook()
    // A link to somewhere else, as Unix writes its kind into the upper half.
    if (((view.getUint32(at + 38, true) >>> 28) & 0xf) === 0xa) throw damagedWorkbook()
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseBombs(entries, start)
  return entries
}

function refuseBombs(entries: readonly ZipEntry[], room: number) {
  const total = (of: (entry: ZipEntry) => number) => entries.reduce((sum, one) => sum + of(one), 0)
  const unpacked = total(entry => entry.unpacked)
  if (unpacked > limits.unpacked) throw tooLargeWorkbook()
  if (unpacked > ratioMattersFrom && unpacked / room > limits.ratio) throw tooLargeWorkbook()
  // Entries that lie over one another: the same bytes are unpacked many times.
  const inOrder = entries.toSorted((one, other) => one.at - other.at)
  inOrder.forEach((entry, index) => {
    if (entry.at + 30 + entry.packed > (inOrder[index + 1]?.at ?? room)) throw damagedWorkbook()
  })
  if (entries.some(entry => entry.method !== 0 && entry.method !== 8)) throw damagedWorkbook()
}

function placeOfEnd(view: DataView): number {
  const farthest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= farthest; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  throw damagedWorkbook()
}
