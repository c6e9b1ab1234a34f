import { chunk } from '#platform/files/bare-png.ts'
import { pngOf } from '#platform/files/png-of.ts'

/** 48 by 32 points: red and green above, blue and white below. */
export const fourColours = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgADADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAYIB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAYAQADAQEAAAAAAAAAAAAAAAADBgcEBf/EAB4RAQABAgcAAAAAAAAAAAAAAAAGA0EEQ0SBgsHC/9oADAMBAAIRAxEAPwCfAcZSRXJFXMmLsnk90/PyAMaeOaALycRotnRostSHL36GpXAC2M//2Q==',
  'base64',
)

/** One part of a JPEG. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** Where it was made, as a camera writes it: 52° 38′ 12.34″ north, 1° 8′ 23.28″ west. */
export const latitude = rationals([52, 1, 38, 1, 1234, 100])
export const longitude = rationals([1, 1, 8, 1, 2328, 100])
export const placeInWords = 'GPS 52.6369 -1.1398'

function rationals(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, at) => void bytes.writeUInt32BE(number, at * 4))
  return bytes
}

/** EXIF with which way up, and a directory of its own for the place. */
export function exifWithPlace(wayUp: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16BE(tag, 0)
    bytes.writeUInt16BE(type, 2)
    bytes.writeUInt32BE(count, 4)
    value.copy(bytes, 8)
    return bytes
  }
  const long = (value: number) => rationals([value])
  const [two, four] = [Buffer.from([0, 2]), Buffer.from([0, 4])]
  const place = 8 + 2 + 2 * 12 + 4
  const values = place + 2 + 4 * 12 + 4
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\u0008', 'latin1'),
    two,
    entry(0x0112, 3, 1, Buffer.from([0, wayUp])),
    entry(0x8825, 4, 1, long(place)),
    long(0),
    four,
    entry(1, 2, 2, Buffer.from('N')),
    entry(2, 5, 3, long(values)),
    entry(3, 2, 2, Buffer.from('W')),
    entry(4, 5, 3, long(values + 24)),
    long(0),
    latitude,
    longitude,
    Buffer.from(placeInWords),
  ])
}

/** What a phone writes beside a picture, each with the place in it. */
export const saysPlace = (wayUp: number): readonly Buffer[] => [
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifWithPlace(wayUp)])),
  segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x exif:GPS="${placeInWords}"/>`)),
  segment(0xe2, Buffer.from(`MPF\0${placeInWords}`)),
  segment(0xed, Buffer.from(`Photoshop 3.0\x008BIM\x1c\x02\x5a${placeInWords}`)),
  segment(0xfe, Buffer.from(placeInWords)),
  segment(0xe7, Buffer.from(placeInWords)),
  segment(0xf0, Buffer.from(placeInWords)),
  segment(0xee, Buffer.from(`Adobe\0\x64\0\0\0\0\x01${placeInWords}`, 'latin1')),
]

/** A photograph as a phone makes it, lying on its side, with the place in it and a small film behind it. */
export const photograph = (wayUp = 6): Buffer =>
  Buffer.concat([
    fourColours.subarray(0, 2),
    ...saysPlace(wayUp).slice(0, 5),
    fourColours.subarray(2),
    Buffer.from(`ftypmp42 ${placeInWords}`),
  ])

/** A small PNG; with parts of one’s own between its header and its points. */
export function smallPng(parts: readonly Buffer[] = []): Buffer {
  const rgba = new Uint8Array([255, 0, 0, 255, 0, 0, 255, 255])
  const plain = pngOf({ width: 2, height: 1, rgba })
  return Buffer.concat([plain.subarray(0, 33), ...parts, plain.subarray(33)])
}
export { chunk as pngPart }
