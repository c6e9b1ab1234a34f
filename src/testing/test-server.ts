import type { ClientConfig } from 'pg'
import type { LoginRole } from '#platform/database/roles.ts'
import { secretOf } from '#platform/secret.ts'

export type TestServer =
  | { readonly url: string }
  | { readonly socketFolder: string; readonly port: number; readonly superuser: string }

export const testSecret = 'only for tests: forty characters or more of it'
export const templateName = 'onroll_template'
/** The same, with the beginning of the demonstration county told in it (told-county.ts). */
export const toldName = 'onroll_told'

/** As the server's administrator: for making databases, and for setting a scene behind row-level security. */
export function adminOf(server: TestServer, database: string): ClientConfig {
  if ('url' in server) return { connectionString: withDatabase(server.url, database) }
  return { host: server.socketFolder, port: server.port, user: server.superuser, database }
}

export function asRole(server: TestServer, role: LoginRole, database: string): ClientConfig {
  if (!('url' in server)) return { ...adminOf(server, database), user: role }
  const there = new URL(withDatabase(server.url, database))
  there.username = role
  there.password = secretOf(testSecret).password(role)
  return { connectionString: there.href }
}

function withDatabase(url: string, database: string) {
  const there = new URL(url)
  there.pathname = `/${database}`
  return there.href
}
