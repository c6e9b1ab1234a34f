import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { oneLine } from '#domain/plain-text.ts'
import { type Limits, refuseTooManyBytes } from '../spreadsheet/limits.ts'
import { UnreadableFile } from '../spreadsheet/unreadable-file.ts'

export interface ArrivedTable {
  readonly fields: Readonly<Record<string, string>>
  readonly file:
    | { readonly name: string; readonly bytes: Buffer; readonly sha256: Buffer }
    | undefined
}

/**
 * Reads a form with one table as it streams in, into memory: a table is read at once and never kept as a file. The
 * bytes are taken only when `mayGoOn` has seen the fields before them, and no more than the limits allow.
 */
export async function receiveTable(
  request: Request,
  limits: Limits,
  mayGoOn: (fields: Readonly<Record<string, string>>) => boolean,
): Promise<ArrivedTable> {
  const type = request.headers.get('content-type') ?? ''
  const fields: Record<string, string> = Object.create(null)
  if (!type.startsWith('multipart/form-data') || !request.body) return { fields, file: undefined }
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { fields: 20, fieldSize: 4096, files: 1, parts: 22, headerPairs: 20 },
  })
  const taking: Promise<ArrivedTable['file']>[] = []
  parser.on('field', (name, value) => {
    fields[name] = value
  })
  parser.on('file', (_field, stream, name) => {
    // Cut off before anybody reads it, it fails with nobody listening, and that would end the whole process.
    stream.on('error', () => undefined)
    if (!name || !mayGoOn(fields)) {
      stream.resume()
      return
    }
    const file = take(stream, name)
    // Its failure is thrown where it is awaited, below.
    file.catch(() => undefined)
    taking.push(file)
  })
  let read = 0
  const source = Readable.fromWeb(request.body as never)
  source.on('data', (chunk: Buffer) => {
    read += chunk.length
    try {
      refuseTooManyBytes({ length: read } as Uint8Array, limits)
    } catch (tooMany) {
      source.destroy(tooMany as Error)
    }
  })
  await pipeline(source, parser).catch((error: Error) => {
    throw error instanceof UnreadableFile
      ? error
      : new UnreadableFile('The file did not arrive whole. Send it again')
  })
  const [file] = await Promise.all(taking)
  return { fields, file }
}

async function take(stream: BusboyFileStream, name: string) {
  const chunks: Buffer[] = []
  const hash = createHash('sha256')
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    hash.update(chunk)
  }
  const last = oneLine(name.replaceAll('\\', '/').split('/').at(-1) ?? '')
  return { name: last.slice(0, 200) || 'file', bytes: Buffer.concat(chunks), sha256: hash.digest() }
}
