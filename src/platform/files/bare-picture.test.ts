import { expect, test } from 'vitest'
import { barePicture } from './bare-picture.ts'
import { pngOf } from './png-of.ts'

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
const exif = (wayUp: number) => {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(wayUp, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 52.63 -1.13')])
}
const jpeg = (wayUp: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, exif(wayUp)),
    segment(0xfe, Buffer.from('taken by somebody')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xda, Buffer.alloc(6)),
    Buffer.from('the picture itself'),
    Buffer.from([0xff, 0xd9]),
  ])

test('A JPEG keeps its picture and its way up, and tells no place, time or person', () => {
  const bare = barePicture(jpeg(6), 'image/jpeg')
  expect(bare?.includes('the picture itself')).toBe(true)
  for (const told of ['GPS', 'somebody', 'JFIF']) expect(bare?.includes(told)).toBe(false)
  // The way up is found again in what was left.
  expect(bare && barePicture(bare, 'image/jpeg')?.equals(bare)).toBe(true)
  expect(bare?.length).toBe((barePicture(jpeg(1), 'image/jpeg')?.length ?? 0) + 36)
})

test('A PNG keeps the chunks that make the picture', () => {
  const plain = pngOf({ width: 1, height: 1, rgba: new Uint8Array([1, 2, 3, 255]) })
  const words = Buffer.from('tEXtGPS 52.63 -1.13')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length - 4)
  const told = Buffer.concat([
    plain.subarray(0, 33),
    length,
    words,
    Buffer.alloc(4),
    plain.subarray(33),
  ])
  expect(barePicture(told, 'image/png')?.equals(plain)).toBe(true)
})

test('What is cut off or something else is not shown', () => {
  expect(barePicture(jpeg(1).subarray(0, 40), 'image/jpeg')).toBeUndefined()
  expect(barePicture(Buffer.from('GIF89a'), 'image/jpeg')).toBeUndefined()
  expect(barePicture(Buffer.alloc(40, 255), 'image/png')).toBeUndefined()
  expect(barePicture(jpeg(1), 'application/pdf')).toBeUndefined()
})
