import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: Buffer | string
  /** How large it says that it is, when that is not true. */
  readonly claims?: number
  /** Another entry in whose place it lies. */
  readonly over?: number
  readonly isLink?: boolean
  readonly isLocked?: boolean
  /** What it is called at its own place, when not as in the directory. */
  readonly inside?: string
}

/** A zip of these parts, with whatever is wrong about them. `count` is what the end says, when not how many there are. */
export function zipOf(parts: readonly ZipPart[], { count = parts.length } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  const places: number[] = []
  let at = 0
  let last: { plain: Buffer; packed: Buffer } | undefined
  for (const part of parts) {
    const plain = Buffer.from(part.content)
    const packed = last?.plain.equals(plain) ? last.packed : deflateRawSync(plain)
    last = { plain, packed }
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.isLocked ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.claims ?? plain.length, 18)
    const inside = Buffer.from(part.inside ?? part.name)
    const local = Buffer.from(common)
    local.writeUInt16LE(inside.length, 22)
    const listed = Buffer.from(part.name)
    common.writeUInt16LE(listed.length, 22)
    const more = Buffer.alloc(14)
    more.writeUInt32LE(part.isLink ? 0xa1ff0000 : 0, 6)
    const place = part.over === undefined ? at : (places[part.over] ?? 0)
    more.writeUInt32LE(place, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, more, listed)
    places.push(place)
    if (part.over !== undefined) continue
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), local, inside, packed])
    bodies.push(body)
    at += body.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count & 0xffff, 8)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}

/** The least that a file of Word is, with parts of one’s own. */
export const docx = (more: readonly ZipPart[] = [], options = {}): Buffer =>
  zipOf(
    [
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w:document/>' },
      ...more,
    ],
    options,
  )

export const xlsx = (more: readonly ZipPart[] = []): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ])
