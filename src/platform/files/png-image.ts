import { deflateSync, inflateSync } from 'node:zlib'
import { readExif } from './exif.ts'
import type { PdfImage } from './picture-as-pdf.ts'

/** How many samples a point has, by the type of its colours. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Of a picture with opacity all points are unpacked, which takes memory. */
const mostUnpacked = 120_000_000

/** The picture of a PNG as a PDF holds it. One that is sent in seven passes is not shown. */
export function pngImage(bytes: Buffer): PdfImage {
  const { header, palette, points, wayUp } = chunksOf(bytes)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [bits = 0, type = 0] = header.subarray(8)
  const samples = samplesOf[type]
  if (!samples || header[12] !== 0) throw new RangeError('Not a PNG that can be shown')
  const size = { width, height, wayUp }
  if (type === 4 || type === 6) {
    const colours = type === 6 ? '/DeviceRGB' : '/DeviceGray'
    const opaque = withoutOpacity(points, { width, height, samples, bytes: bits / 8 })
    return { ...size, colours, bits: 8, filter: '/Filter /FlateDecode', points: opaque }
  }
  const colours =
    type === 3
      ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`
      : type === 2
        ? '/DeviceRGB'
        : '/DeviceGray'
  // A PDF unpacks the lines of a PNG by itself.
  const filter = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`
  return { ...size, colours, bits, filter, points }
}

function chunksOf(bytes: Buffer) {
  let header: Buffer = Buffer.alloc(13)
  let palette: Buffer = Buffer.alloc(0)
  let wayUp = 1
  const points: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const content = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'IHDR') header = content
    if (name === 'PLTE') palette = content
    if (name === 'eXIf') wayUp = readExif(content).wayUp
    if (name === 'IDAT') points.push(content)
  }
  return { header, palette, wayUp, points: Buffer.concat(points) }
}

/** The points on white, eight bits each, packed again. */
function withoutOpacity(
  packed: Buffer,
  shape: { width: number; height: number; samples: number; bytes: number },
): Buffer {
  const { width, height, samples, bytes } = shape
  const point = samples * bytes
  const lines = inflateSync(packed, { maxOutputLength: mostUnpacked })
  unfilter(lines, { line: width * point, height, point })
  const colours = samples - 1
  const opaque = Buffer.alloc(width * height * colours)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * point + 1) + 1 + x * point
      const seen = (lines[at + colours * bytes] ?? 0) / 255
      for (let n = 0; n < colours; n += 1)
        opaque[(y * width + x) * colours + n] = 255 - seen * (255 - (lines[at + n * bytes] ?? 0))
    }
  return deflateSync(opaque, { level: 1 })
}

/** Undoes in place what each line of a PNG was made smaller with: the difference to its neighbours. */
function unfilter(
  lines: Buffer,
  { line, height, point }: { line: number; height: number; point: number },
): void {
  for (let y = 0; y < height; y += 1) {
    const start = y * (line + 1) + 1
    const how = lines[start - 1]
    for (let at = start; at < start + line; at += 1) {
      const left = at - point >= start ? (lines[at - point] ?? 0) : 0
      const up = y > 0 ? (lines[at - line - 1] ?? 0) : 0
      const corner = y > 0 && at - point >= start ? (lines[at - line - 1 - point] ?? 0) : 0
      lines[at] = (lines[at] ?? 0) + added(how, left, up, corner)
    }
  }
}

function added(how: number | undefined, left: number, up: number, corner: number): number {
  if (how === 1) return left
  if (how === 2) return up
  if (how === 3) return (left + up) >> 1
  return how === 4 ? nearest(left, up, corner) : 0
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const byLeft = Math.abs(guess - left)
  const byUp = Math.abs(guess - up)
  const byCorner = Math.abs(guess - corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
