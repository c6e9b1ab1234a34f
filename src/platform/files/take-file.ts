import { createHash } from 'node:crypto'
import type { BusboyFileStream } from '@fastify/busboy'
import { newId } from '#domain/ids.ts'
import { oneLine } from '#domain/plain-text.ts'
import { barePicture } from './bare-picture.ts'
import { pictureNamed } from './file-kind.ts'
import type { FileStore } from './file-store.ts'
import type { WhatItTold } from './what-it-told.ts'

export interface Taken {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly head: Buffer
  readonly hasNul: boolean
  readonly truncated: boolean
  readonly told: WhatItTold | undefined
}

/** Writes one file as it arrives, sealed, and notes what has to be known of it before anybody trusts its name. */
export async function take(
  stream: BusboyFileStream,
  name: string,
  store: FileStore,
): Promise<Taken> {
  const id = newId()
  const writer = await store.receive(id)
  const hash = createHash('sha256')
  const arrived = { head: Buffer.alloc(0), hasNul: false }
  const mediaType = pictureNamed(name)
  const arriving = noting(stream as AsyncIterable<Buffer>, arrived)
  // What a picture tells of itself is left out before a byte of it is written (FI-10).
  const { bytes, told } = mediaType
    ? barePicture(arriving, mediaType)
    : { bytes: arriving, told: undefined }
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      hash.update(chunk)
      await writer.write(chunk)
    }
    await writer.finish()
  } catch (error) {
    await writer.abandon()
    await store.discard(id)
    throw error
  }
  return {
    id,
    name: asFileName(name),
    size,
    sha256: hash.digest('hex'),
    ...arrived,
    truncated: stream.truncated,
    told,
  }
}

/** The same bytes, with what is asked of them before anybody trusts the name. */
async function* noting(
  stream: AsyncIterable<Buffer>,
  arrived: { head: Buffer; hasNul: boolean },
): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    if (arrived.head.length < 4096)
      arrived.head = Buffer.concat([arrived.head, chunk]).subarray(0, 4096)
    arrived.hasNul ||= chunk.includes(0)
    yield chunk
  }
}

/** The name as words to show: one line, without folders, never used as a path. */
export function asFileName(name: string): string {
  const last = oneLine(name.replaceAll('\\', '/').split('/').at(-1) ?? '')
  const [, stem = last, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(last) ?? []
  return `${stem.slice(0, 200 - extension.length) || 'file'}${extension}`
}
