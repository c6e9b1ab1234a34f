import { readExif } from './exif.ts'
import { pngImage } from './png-image.ts'

export interface PdfImage {
  readonly width: number
  readonly height: number
  /** As a PDF calls its colours. */
  readonly colours: string
  readonly bits: number
  /** How the points are packed. */
  readonly filter: string
  readonly points: Buffer
  readonly wayUp: number
}

/**
 * A PDF of one page that shows this picture the right way up, at most so large: what draws pages of PDFs then draws
 * photographs as well, with the same bounds. Throws where the picture is not one that can be shown.
 */
export function pictureAsPdf(
  bytes: Buffer,
  mediaType: 'image/png' | 'image/jpeg',
  most: { readonly width: number; readonly height: number },
): Buffer {
  const image = mediaType === 'image/png' ? pngImage(bytes) : jpegImage(bytes)
  const isTurned = image.wayUp >= 5
  const [wide, high] = isTurned ? [image.height, image.width] : [image.width, image.height]
  const scale = Math.min(1, most.width / wide, most.height / high)
  const [width, height] = [Math.max(1, wide * scale), Math.max(1, high * scale)]
  const drawn = `${placed(image.wayUp, width, height)} cm /I Do`
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace ${image.colours} /BitsPerComponent ${image.bits} ${image.filter} /Length ${image.points.length} >>\nstream\n`,
        'latin1',
      ),
      image.points,
      Buffer.from('\nendstream'),
    ]),
  ])
}

/** Where the unit square of an image comes to lie: turned and mirrored as the eight values of EXIF say. */
function placed(wayUp: number, w: number, h: number): string {
  const matrices: Readonly<Record<number, readonly number[]>> = {
    2: [-w, 0, 0, h, w, 0],
    3: [-w, 0, 0, -h, w, h],
    4: [w, 0, 0, -h, 0, h],
    5: [0, -h, -w, 0, w, h],
    6: [0, -h, w, 0, 0, h],
    7: [0, h, w, 0, 0, 0],
    8: [0, h, -w, 0, w, 0],
  }
  return (matrices[wayUp] ?? [w, 0, 0, h, 0, 0]).join(' ')
}

/** A PDF takes a JPEG as it is; only what its header says has to be said again. */
function jpegImage(bytes: Buffer): PdfImage {
  let wayUp = 1
  for (let at = 2; at + 10 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0xda) break
    if (bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      wayUp = readExif(bytes.subarray(at + 10)).wayUp
    if (marker < 0xc0 || marker > 0xcf || [0xc4, 0xc8, 0xcc].includes(marker)) continue
    const components = bytes[at + 9] ?? 0
    const colours = ({ 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const)[components]
    if (!colours) break
    return {
      width: bytes.readUInt16BE(at + 7),
      height: bytes.readUInt16BE(at + 5),
      colours,
      bits: 8,
      filter: `/Filter /DCTDecode${components === 4 ? ' /Decode [1 0 1 0 1 0 1 0]' : ''}`,
      points: bytes,
      wayUp,
    }
  }
  throw new RangeError('Not a JPEG that can be shown')
}

function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.5\n')]
  let at = 9
  const places = objects.map((object, index) => {
    const place = at
    const written = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ])
    parts.push(written)
    at += written.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}
