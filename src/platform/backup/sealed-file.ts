import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupFault } from './fault.ts'
import { sealing, unsealing } from './sealed-stream.ts'

/** A folder of sealed files under one key. */
export interface Vault {
  readonly folder: string
  readonly key: Buffer
}

/** Writes a stream, compressed and sealed, and forces it to the disk. */
export async function writeSealed({ folder, key }: Vault, name: string, source: Readable) {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const tally = tallying()
  const file = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true })
  await pipeline(source, tally.stream, createGzip({ level: 6 }), sealing(key, name), file)
  return tally.result()
}

/** Reads a sealed file to its end into `sink`, or only to count it. */
export async function readSealed(
  { folder, key }: Vault,
  name: string,
  sink?: NodeJS.WritableStream,
) {
  const path = join(folder, name)
  if (!existsSync(path)) throw new BackupFault(`The backup is damaged: ${name} is missing`)
  const tally = tallying()
  await pipeline(
    createReadStream(path),
    unsealing(key, name),
    createGunzip(),
    tally.stream,
    sink ?? nowhere(),
  )
  return tally.result()
}

/** Counts what flows through: bytes, lines (a row of COPY text is one line), and their hash. */
export function tallying() {
  const digest = createHash('sha256')
  let size = 0
  let rows = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk)
      size += chunk.length
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ size, rows, sha256: digest.digest('hex') }) }
}

export const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
