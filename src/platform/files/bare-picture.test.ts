import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  exifWithPlace,
  fourColours,
  latitude,
  longitude,
  photograph,
  placeInWords,
  pngPart,
  saysPlace,
  segment,
  smallPng,
} from '#testing/pictures.ts'
import { barePicture, type PictureType } from './bare-picture.ts'
import { readExif } from './exif.ts'
import { pagePicture } from './page-picture.ts'

/** As it streams in, so many bytes at a time. */
async function bare(bytes: Buffer, mediaType: PictureType, step = 1_000) {
  async function* arriving() {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  const parts: Buffer[] = []
  const picture = barePicture(arriving(), mediaType)
  for await (const part of picture.bytes) parts.push(part)
  return { picture: Buffer.concat(parts), ...picture.told }
}
const bareJpeg = (bytes: Buffer, step?: number) => bare(bytes, 'image/jpeg', step)
const tells = (picture: Buffer) =>
  [latitude, longitude, Buffer.from(placeInWords)].some(place => picture.includes(place))
const drawn = async (bytes: Buffer, mediaType: PictureType) =>
  Buffer.from((await pagePicture(bytes, { mediaType, page: 1 })).png ?? [])

/** The parts of a JPEG up to its points, and the rest. */
function partsOf(jpeg: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 2; jpeg[at + 1] !== 0xda; ) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2)
    parts.push(jpeg.subarray(at, end))
    at = end
  }
  return parts
}
const parts = partsOf(fourColours)
const rest = fourColours.subarray(2 + parts.reduce((sum, { length }) => sum + length, 0))
const begin = Buffer.from([0xff, 0xd8])

test('FI-10: of a JPEG nothing is left of the place, whatever stands where, and the points stay as they are', async () => {
  const clean = (await bareJpeg(fourColours)).picture
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(parts.length), fc.nat(7)), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 600 }),
      fc.string(),
      async (places, step, after) => {
        const said = saysPlace(1)
        const at = (gap: number) =>
          places.filter(([place]) => place === gap).map(([, which]) => said[which] ?? begin)
        const told = Buffer.concat([
          begin,
          ...parts.flatMap((part, gap) => [...at(gap), part]),
          ...at(parts.length),
          rest,
          Buffer.from(`${after}${placeInWords}`),
        ])
        const { picture, problem } = await bareJpeg(told, step)
        expect(problem).toBeUndefined()
        expect(tells(picture)).toBe(false)
        // Adobe's word about colours is kept to its twelve bytes; without it, nothing differs at all.
        if (places.every(([, which]) => which !== 7)) expect(picture.equals(clean)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('FI-10: what is left of a JPEG decodes to the same points, and stands the right way up', async () => {
  const before = await drawn(fourColours, 'image/jpeg')
  expect((await drawn((await bareJpeg(fourColours)).picture, 'image/jpeg')).equals(before)).toBe(
    true,
  )
  const turned = (await bareJpeg(photograph(6))).picture
  const size = await drawn(turned, 'image/jpeg')
  expect(size.equals(await drawn(photograph(6), 'image/jpeg'))).toBe(true)
  expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([32, 48])
}, 60_000)

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'FI-10: way up %i outlives the place beside it',
  async wayUp => {
    const { picture, place, itself } = await bareJpeg(photograph(wayUp), 7)
    expect({ place, itself }).toEqual({ place: true, itself: true })
    expect(tells(picture)).toBe(false)
    const exif = picture.indexOf('Exif\0\0')
    expect(exif === -1 ? 1 : readExif(picture.subarray(exif + 6)).wayUp).toBe(wayUp)
    expect((await bareJpeg(picture)).picture.equals(picture)).toBe(true)
  },
)

test('FI-10: between the scans of a picture that loads in steps nothing rides along either', async () => {
  const frame = segment(0xc2, Buffer.from('0800200030010111 00'.replace(' ', ''), 'hex'))
  const scan = (points: string) => [segment(0xda, Buffer.alloc(6)), Buffer.from(points, 'hex')]
  const made = (between: readonly Buffer[]) =>
    Buffer.concat([
      begin,
      frame,
      ...scan('12ff00ffd034'),
      ...between,
      ...scan('56ff0078'),
      Buffer.from('ffd9', 'hex'),
    ])
  const [one, told] = [await bareJpeg(made([])), await bareJpeg(made(saysPlace(1)), 3)]
  expect(told.picture.equals(one.picture)).toBe(true)
  expect(one.picture.equals(made([]))).toBe(true)
})

test('FI-10: of a PNG only what makes the picture is left, and which way up', async () => {
  const beside = [
    pngPart('tEXt', Buffer.from(`Comment\0${placeInWords}`)),
    pngPart('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${placeInWords}`)),
    pngPart('zTXt', Buffer.from(placeInWords)),
    pngPart('iCCP', Buffer.from(placeInWords)),
    pngPart('tIME', Buffer.alloc(7)),
    pngPart('prVt', Buffer.from(placeInWords)),
    // A part that makes the picture, longer than it can be.
    pngPart('gAMA', Buffer.from(placeInWords)),
  ]
  const plain = smallPng()
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(beside),
      fc.integer({ min: 1, max: 90 }),
      async (some, step) => {
        const told = Buffer.concat([smallPng(some), Buffer.from(placeInWords)])
        expect((await bare(told, 'image/png', step)).picture.equals(plain)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
  const turned = await bare(smallPng([pngPart('eXIf', exifWithPlace(6))]), 'image/png')
  expect(turned.place).toBe(true)
  expect(tells(turned.picture)).toBe(false)
  const exif = turned.picture.indexOf('eXIf')
  expect(readExif(turned.picture.subarray(exif + 4)).wayUp).toBe(6)
  const size = await drawn(turned.picture, 'image/png')
  expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([1, 2])
}, 60_000)

const huge = (head: string) => Buffer.from(head, 'hex')
test.each([
  ['a JPEG cut off before its points', fourColours.subarray(0, 100), 'image/jpeg', 'damaged'],
  ['something else', Buffer.from('GIF89a/*'), 'image/jpeg', 'damaged'],
  ['a PNG cut off', smallPng().subarray(0, 50), 'image/png', 'damaged'],
  [
    'a PNG that begins with something else',
    pngPart('IHDR', Buffer.alloc(13)),
    'image/png',
    'damaged',
  ],
  ['two frames', Buffer.concat([begin, ...parts, ...parts, rest]), 'image/jpeg', 'damaged'],
  [
    'a frame without height',
    Buffer.concat([begin, segment(0xc0, huge('080000ffff01011100'))]),
    'image/jpeg',
    'damaged',
  ],
  [
    '4 gigapixels',
    Buffer.concat([begin, segment(0xc0, huge('08ffffffff01011100'))]),
    'image/jpeg',
    'too large',
  ],
  [
    'EXIF of 12 MB',
    Buffer.concat([
      begin,
      ...Array<Buffer>(200).fill(segment(0xe1, Buffer.alloc(65_000))),
      fourColours.subarray(2),
    ]),
    'image/jpeg',
    'says too much',
  ],
  [
    'a text of 12 MB',
    smallPng([pngPart('tEXt', Buffer.alloc(12_000_000))]),
    'image/png',
    'says too much',
  ],
  ['a film', smallPng([pngPart('acTL', Buffer.alloc(8))]), 'image/png', 'moves'],
] as const)(
  'FI-03: %s is refused before anybody decodes it',
  async (_what, bytes, mediaType, problem) => {
    expect((await bare(bytes, mediaType, 65_536)).problem).toBe(problem)
  },
)
