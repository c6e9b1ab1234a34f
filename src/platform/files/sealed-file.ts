import { type CipherGCM, createCipheriv, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { unseal } from '../secret.ts'

/**
 * Writes a file encrypted as it arrives, in the form that `unseal` reads: nonce, tag, text. The clear bytes never
 * touch the disk, and a file cut short cannot be opened, because its tag is written last.
 */
export class SealedWriter {
  private readonly handle: FileHandle
  private readonly cipher: CipherGCM
  private at = 28

  private constructor(handle: FileHandle, key: Buffer, nonce: Buffer, about: string) {
    this.handle = handle
    this.cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  }

  static async create(path: string, key: Buffer, about: string): Promise<SealedWriter> {
    const nonce = randomBytes(12)
    const handle = await open(path, 'wx', 0o600)
    await handle.write(Buffer.concat([nonce, Buffer.alloc(16)]), 0, 28, 0)
    return new SealedWriter(handle, key, nonce, about)
  }

  async write(chunk: Buffer): Promise<void> {
    await this.put(this.cipher.update(chunk))
  }

  /** The tag, and everything on the disk itself before anybody is told that the file is kept. */
  async finish(): Promise<void> {
    await this.put(this.cipher.final())
    await this.handle.write(this.cipher.getAuthTag(), 0, 16, 12)
    await this.handle.sync()
    await this.handle.close()
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined)
  }

  private async put(bytes: Buffer) {
    if (bytes.length === 0) return
    await this.handle.write(bytes, 0, bytes.length, this.at)
    this.at += bytes.length
  }
}

export const readSealed = (path: string, key: Buffer, about: string): Buffer =>
  unseal(key, readFileSync(path), about)
