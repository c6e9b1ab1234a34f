import { connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/**
 * A way to the site that can be cut: whoever asks through it then reaches nothing, whatever part of the browser asks.
 * Chromium’s own switch is not seen by a worker that starts anew.
 */
export async function mast(port: number) {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer(phone => {
    if (isCut) return phone.destroy()
    const site = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [phone, site],
      [site, phone],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }
  afterAll(() => {
    hangUp()
    server.close()
  })
  return {
    origin: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    cut() {
      isCut = true
      hangUp()
    },
    mend() {
      isCut = false
    },
  }
}
