import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { DocumentSays } from './document-says.ts'
import type { FileKind } from './file-kind.ts'
import type { FileStore } from './file-store.ts'
import { judgeFile } from './judge-file.ts'
import { type Taken, take } from './take-file.ts'
import type { WhatItTold } from './what-it-told.ts'

export const largestFile = 25 * 1024 * 1024
// Somebody who goes on sending is listened to a little, so that the browser shows our answer, and then cut off.
const mostRead = 2 * largestFile

export interface ReceivedFile {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  readonly size: number
  /** Of what is kept: of a picture, of what was left of it. */
  readonly sha256: string
  /** What was taken out of a picture. */
  readonly takenOut?: 'place' | 'itself' | undefined
  /** What a document says of itself, unchanged. */
  readonly says?: DocumentSays | undefined
}
export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  /** What arrived whole and may be kept; or why not, in words for the person. */
  readonly file: ReceivedFile | undefined
  readonly problem: string | undefined
  /** It was refused for its size alone, whatever it is. */
  readonly isTooLarge?: boolean
}

/**
 * Reads a form with one file as it streams in: encrypted to disk chunk by chunk, measured, hashed and judged. Nothing
 * of the file is taken before `mayGoOn` has seen the fields that stand before it.
 */
export async function receiveUpload(
  request: Request,
  store: FileStore,
  mayGoOn: (fields: Readonly<Record<string, string>>) => boolean,
): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body)
    return { fields: {}, file: undefined, problem: 'Choose a file' }
  if (Number(request.headers.get('content-length')) > mostRead)
    return { fields: {}, file: undefined, problem: tooLarge, isTooLarge: true }
  const fields: Record<string, string> = Object.create(null)
  const files: Promise<Taken>[] = []
  const streams: BusboyFileStream[] = []
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: {
      fields: 10,
      fieldSize: 4096,
      files: 1,
      parts: 12,
      fileSize: largestFile,
      headerPairs: 20,
    },
  })
  parser.on('field', (name, value) => {
    fields[name] = value
  })
  parser.on('file', (_field, stream, name) => {
    // Cut off before anybody reads it, it fails with nobody listening, and that would end the whole process.
    stream.on('error', () => undefined)
    if (!name || !mayGoOn(fields)) stream.resume()
    else {
      streams.push(stream)
      const taken = take(stream, name, store)
      // Its failure is thrown where it is awaited, below.
      taken.catch(() => undefined)
      files.push(taken)
    }
  })
  let read = 0
  const source = Readable.fromWeb(request.body as never)
  source.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > mostRead) source.destroy(new TooMuch())
  })
  try {
    await pipeline(source, parser)
  } catch (error) {
    // Cut off half way, the stream of the file would wait for its end for ever.
    for (const each of streams) each.destroy(error as Error)
    for (const each of files) await each.then(({ id }) => store.discard(id)).catch(() => undefined)
    if (error instanceof TooMuch)
      return { fields, file: undefined, problem: tooLarge, isTooLarge: true }
    return { fields, file: undefined, problem: 'The file did not arrive whole. Send it again' }
  }
  const [taken] = await Promise.all(files)
  if (!taken) return { fields, file: undefined, problem: 'Choose a file' }
  return judged(taken, fields, store)
}

class TooMuch extends Error {}
const tooLarge = 'The file must be 25 MB or smaller'

async function judged(
  { id, name, size, sha256, head, hasNul, truncated, told }: Taken,
  fields: Upload['fields'],
  store: FileStore,
): Promise<Upload> {
  const judgement = truncated
    ? ({ ok: false, problem: tooLarge } as const)
    : await judgeFile(name, { head, hasNul, told, whole: () => store.readIncoming(id) })
  if (judgement.ok)
    return {
      fields,
      file: {
        id,
        name,
        kind: judgement.kind,
        size,
        sha256,
        says: judgement.says,
        takenOut: takenOut(told),
      },
      problem: undefined,
    }
  await store.discard(id)
  return { fields, file: undefined, problem: judgement.problem, isTooLarge: truncated }
}

const takenOut = (told: WhatItTold | undefined) =>
  told?.place ? 'place' : told?.itself ? 'itself' : undefined
