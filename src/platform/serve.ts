import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Environment } from './http/visit.ts'

/** Listens, with limits that cut slow clients off (security F12), and resolves when the port is open. */
export function listen(app: Hono<Environment>, { host, port }: { host: string; port: number }) {
  return new Promise<{ server: Server; port: number; close(): Promise<void> }>(
    (resolve, reject) => {
      const server = serve(
        {
          fetch: app.fetch,
          hostname: host,
          port,
          serverOptions: {
            headersTimeout: 10_000,
            requestTimeout: 120_000,
            connectionsCheckingInterval: 1_000,
            maxHeaderSize: 16_384,
          },
        },
        info => resolve({ server, port: info.port, close: () => closed(server) }),
      ) as Server
      server.once('error', reject)
    },
  )
}

/** Takes no new connections, lets answers that are under way finish, and gives up on them after 20 s. */
function closed(server: Server) {
  return new Promise<void>(resolve => {
    const giveUp = setTimeout(() => server.closeAllConnections(), 20_000)
    server.close(() => {
      clearTimeout(giveUp)
      resolve()
    })
    server.closeIdleConnections()
  })
}
