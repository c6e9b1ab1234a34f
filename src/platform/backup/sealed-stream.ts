import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { BackupFault } from './fault.ts'

const magic = Buffer.from('ONROLL1\n')
const saltLength = 32
const tagLength = 16
const pieceLength = 64 * 1024

/**
 * Encrypts a stream in pieces of 64 KiB by AES-256-GCM. Each file has a key of its own (HKDF of the
 * backup key, a random salt and the file's name), so that the nonce can simply count, and its last
 * byte marks the last piece: a piece cannot be changed, moved, left out or cut off unnoticed.
 */
export function sealing(key: Buffer, name: string): Transform {
  const salt = randomBytes(saltLength)
  const fileKey = deriveKey(key, salt, name)
  let number = 0
  const seal = (piece: Buffer, isLast: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonce(number++, isLast))
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
  return inPieces(pieceLength, seal, { before: Buffer.concat([magic, salt]) })
}

/** The way back. Fails on any byte that is not what was sealed under this key and name. */
export function unsealing(key: Buffer, name: string): Transform {
  let fileKey: Buffer | undefined
  let number = 0
  const unseal = (piece: Buffer, isLast: boolean) => {
    const tag = piece.subarray(-tagLength)
    if (!fileKey || tag.length < tagLength) throw damaged(name)
    const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce(number++, isLast), {
      authTagLength: tagLength,
    }).setAuthTag(tag)
    try {
      return Buffer.concat([decipher.update(piece.subarray(0, -tagLength)), decipher.final()])
    } catch {
      throw damaged(name)
    }
  }
  return inPieces(pieceLength + tagLength, unseal, {
    headerLength: magic.length + saltLength,
    onHeader(header) {
      if (!header.subarray(0, magic.length).equals(magic)) throw damaged(name)
      fileKey = deriveKey(key, header.subarray(magic.length), name)
    },
  })
}

interface Frame {
  before?: Buffer
  headerLength?: number
  onHeader?: (header: Buffer) => void
}

/** Turns whole pieces one by one; the last may be short, and is known only at the end. */
function inPieces(length: number, turn: (piece: Buffer, isLast: boolean) => Buffer, frame: Frame) {
  let held: Buffer[] = []
  let size = 0
  let headerLeft = frame.headerLength ?? 0
  const take = (count: number) => {
    const all = Buffer.concat(held)
    held = [all.subarray(count)]
    size -= count
    return all.subarray(0, count)
  }
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      held.push(chunk)
      size += chunk.length
      attempt(done, () => {
        if (headerLeft > 0 && size >= headerLeft) {
          frame.onHeader?.(take(headerLeft))
          headerLeft = 0
        }
        while (headerLeft === 0 && size > length) this.push(turn(take(length), false))
      })
    },
    flush(done) {
      attempt(done, () => this.push(turn(take(size), true)))
    },
  })
  if (frame.before) stream.push(frame.before)
  return stream
}

function attempt(done: TransformCallback, work: () => void) {
  try {
    work()
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

function nonce(number: number, isLast: boolean) {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(number), 3)
  bytes.writeUInt8(isLast ? 1 : 0, 11)
  return bytes
}

function deriveKey(key: Buffer, salt: Buffer, name: string) {
  return Buffer.from(hkdfSync('sha256', key, salt, `onroll backup ${name}`, 32))
}

const damaged = (name: string) =>
  new BackupFault(`The backup is damaged: ${name} is not what was written`)
