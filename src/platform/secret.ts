import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** One secret of the installation, from which every key is derived; the keys themselves are stored nowhere. */
export interface Secret {
  /** 32 bytes for one purpose; other purposes tell nothing about it. */
  key(purpose: string): Buffer
  /** A password made of the key, for database roles. */
  password(purpose: string): string
}

/** Reads the secret, making it at first start. Refuses a file that other users of the machine can read. */
export function openSecret(file: string): Secret {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
  }
  if ((statSync(file).mode & 0o077) !== 0)
    throw new RangeError(`The secret file ${file} can be read by others: run “chmod 600 ${file}”`)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new RangeError(`The secret file ${file} is too short: it needs 32 characters or more`)
  return secretOf(secret)
}

export function secretOf(text: string): Secret {
  const derived = new Map<string, Buffer>()
  // Every page asks for one or two: derived anew each time they cost more than the rest of signing.
  const key = (purpose: string) => {
    const made =
      derived.get(purpose) ??
      Buffer.from(hkdfSync('sha256', text, 'onroll', `onroll/${purpose}`, 32))
    derived.set(purpose, made)
    return made
  }
  return { key, password: purpose => key(`password/${purpose}`).toString('base64url') }
}

/** Authenticated encryption for what must not lie open in the database: nonce, tag and text in one buffer. */
export function seal(key: Buffer, text: Buffer, about: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the key, the record it belongs to, or any byte is not what it was sealed with. */
export function unseal(key: Buffer, sealed: Buffer, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
