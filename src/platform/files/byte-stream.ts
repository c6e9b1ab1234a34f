/** Bytes as they arrive, taken by count: a picture says before each of its parts how long that is. */
export class ByteStream {
  private readonly source: AsyncIterator<Buffer>
  private held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** Exactly so many; undefined where it ends before. For small parts: they are held together in memory. */
  async take(count: number): Promise<Buffer | undefined> {
    while (this.held.length < count) if (!(await this.more())) return undefined
    return this.taken(count)
  }

  /** Whatever is at hand; undefined at the end. */
  async some(): Promise<Buffer | undefined> {
    if (this.held.length === 0 && !(await this.more())) return undefined
    return this.taken(this.held.length)
  }

  /** What was taken too far. */
  giveBack(bytes: Buffer): void {
    this.held = Buffer.concat([bytes, this.held])
  }

  /** So many, piece by piece, however many they are; fewer where it ends before. */
  async *pass(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const bytes = await this.some()
      if (!bytes) return
      if (bytes.length > left) this.giveBack(bytes.subarray(left))
      yield bytes.subarray(0, left)
      left -= bytes.length
    }
  }

  /** To the end, so that whoever sends is not left standing. */
  async drain(): Promise<void> {
    this.held = Buffer.alloc(0)
    while (await this.more()) this.held = Buffer.alloc(0)
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next()
    if (next.done) return false
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value])
    return true
  }

  private taken(count: number): Buffer {
    const bytes = this.held.subarray(0, count)
    this.held = this.held.subarray(count)
    return bytes
  }
}
