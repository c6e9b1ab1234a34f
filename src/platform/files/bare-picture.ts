import { bareJpeg } from './bare-jpeg.ts'
import { barePng } from './bare-png.ts'
import { ByteStream } from './byte-stream.ts'
import { nothingTold, type WhatItTold } from './what-it-told.ts'

export type PictureType = 'image/jpeg' | 'image/png'

/**
 * A picture as it streams in, without what it tells of itself: where and when it was made, with what, by whom, small copies
 * of it, whatever follows it. Its points stay as they are, bit for bit, and so does which way up it is (FI-10).
 */
export function barePicture(
  arriving: AsyncIterable<Buffer>,
  mediaType: PictureType,
): { readonly bytes: AsyncIterable<Buffer>; readonly told: WhatItTold } {
  const told = nothingTold()
  const from = new ByteStream(arriving)
  const bare = mediaType === 'image/png' ? barePng(from, told) : bareJpeg(from, told)
  return { bytes: toTheEnd(bare, from), told }
}

async function* toTheEnd(bare: AsyncIterable<Buffer>, from: ByteStream) {
  yield* bare
  await from.drain()
}
