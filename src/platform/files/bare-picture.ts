/**
 * A photograph without what it tells of itself: where and when it was taken, with what, small copies of it. Of a JPEG the
 * way up is kept, because without it the picture lies on its side. Undefined where the bytes are not what they should be.
 */
export function barePicture(bytes: Buffer, mediaType: string): Buffer | undefined {
  if (mediaType === 'image/png') return barePng(bytes)
  return mediaType === 'image/jpeg' ? bareJpeg(bytes) : undefined
}

const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB'])

function barePng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (needed.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

function bareJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  const kept: Buffer[] = []
  let wayUp = 1
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) wayUp = wayUpIn(segment) ?? wayUp
    // Everything that is said beside the picture goes, but for Adobe's word about its colours.
    const isBeside = (marker >= 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!isBeside) kept.push(segment)
    at = end
    if (marker === 0xda)
      return Buffer.concat([
        bytes.subarray(0, 2),
        ...(wayUp === 1 ? [] : [saysWayUp(wayUp)]),
        ...kept,
        bytes.subarray(at),
      ])
  }
  return undefined
}

/** Tag 0x0112 of the first directory of EXIF. */
function wayUpIn(segment: Buffer): number | undefined {
  const tiff = segment.subarray(10)
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 14) return undefined
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const two = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = Math.min(two(start), 200)
  for (let n = 0; n < count; n += 1) {
    const entry = start + 2 + n * 12
    const value = two(entry + 8)
    if (two(entry) === 0x0112) return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

function saysWayUp(value: number): Buffer {
  const exif = Buffer.from(
    'ffe1002245786966000049492a0008000000010012010300010000000000000000000000',
    'hex',
  )
  exif.writeUInt16LE(value, 28)
  return exif
}
