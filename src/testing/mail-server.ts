import { type AddressInfo, createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Delivered {
  readonly from: string
  readonly recipients: readonly string[]
  readonly raw: string
}

/** A real mail server that keeps what it gets. It can be away, refuse, take its time, or hang up after the data. */
export async function mailServer() {
  const port = await freePort()
  const delivered: Delivered[] = []
  let temper: 'good' | 'refuses for good' | 'refuses for now' | 'hangs up after the data' = 'good'
  let running: SMTPServer | undefined

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const server = new SMTPServer({
        authOptional: true,
        disableReverseLookup: true,
        closeTimeout: 50,
        disabledCommands: ['STARTTLS', 'AUTH'],
        logger: false,
        onData(stream, session, done) {
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            const refusal = { 'refuses for good': 550, 'refuses for now': 451 }[temper as string]
            if (refusal) return done(Object.assign(new Error('No'), { responseCode: refusal }))
            const { mailFrom, rcptTo } = session.envelope
            delivered.push({
              from: mailFrom ? mailFrom.address : '',
              recipients: rcptTo.map(({ address }) => address),
              raw: Buffer.concat(chunks).toString(),
            })
            if (temper === 'hangs up after the data')
              (session as unknown as { _connection?: { close(): void } })._connection?.close()
            return done()
          })
        },
      })
      server.on('error', () => undefined)
      server.listen(port, '127.0.0.1', () => {
        running = server
        resolve()
      })
      server.server.once('error', reject)
    })
  const stop = () =>
    new Promise<void>(resolve => {
      if (!running) return resolve()
      running.close(() => resolve())
      running = undefined
    })
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    start,
    stop,
    setTemper: (next: typeof temper) => {
      temper = next
    },
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
