import { inflateRawSync } from 'node:zlib'
import { damagedWorkbook } from './unreadable-file.ts'
import type { ZipEntry } from './zip-directory.ts'

export interface Part {
  readonly name: string
  readonly content: Buffer
}

const localHeader = 0x04034b50

/** The parts unpacked, each to exactly the size that the directory gave it: one that holds more or less is refused. */
export const unpack = (bytes: Buffer, entries: readonly ZipEntry[]): Part[] =>
  entries.map(entry => ({ name: entry.name, content: contentOf(bytes, entry) }))

function contentOf(bytes: Buffer, { at, method, packed, unpacked }: ZipEntry): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localHeader) throw damagedWorkbook()
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + packed)
  if (content.length !== packed) throw damagedWorkbook()
  const plain = method === 0 ? content : inflated(content, unpacked)
  if (plain.length !== unpacked) throw damagedWorkbook()
  return plain
}

function inflated(content: Buffer, unpacked: number): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(unpacked, 1) })
  } catch {
    throw damagedWorkbook()
  }
}

/** A zip of those parts as they are. The workbook reader is given this one, so that it unpacks nothing by itself. */
export function zipOf(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name)
    // Version, flags, method, time and date, and the checksum are all 0: stored, and nobody looks.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    pieces.push(Buffer.from('PK\x03\x04'), common, nameBytes, content)
    directory.push(
      Buffer.from('PK\x01\x02\x14\x00'),
      common,
      Buffer.alloc(10),
      uint32(at),
      nameBytes,
    )
    at += 30 + nameBytes.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listed, end])
}

function uint32(number: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(number)
  return four
}
