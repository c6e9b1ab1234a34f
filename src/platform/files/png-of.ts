import { deflateSync } from 'node:zlib'
import { chunk } from './bare-png.ts'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Points of a picture (red, green, blue, how opaque) as a PNG, with nothing else in it. */
export function pngOf({
  width,
  height,
  rgba,
}: {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}): Buffer {
  const row = width * 4
  const lines = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y += 1)
    Buffer.from(rgba.buffer, rgba.byteOffset + y * row, row).copy(lines, y * (row + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits, colours with opacity.
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
