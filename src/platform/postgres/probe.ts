import pg from 'pg'
import { readLockFile } from './lock-file.ts'
import type { Place } from './place.ts'
import { port, superuser } from './settings.ts'

/** How to connect to this place as a user. */
export function connectionTo(place: Place, user: string, database: string) {
  // `ssl: false` because PGSSLMODE in the environment must not reach a Unix socket.
  return { host: place.socketFolder, port, user, database, ssl: false } satisfies pg.ClientConfig
}

export type Probe =
  | { readonly state: 'answers'; readonly settings: string }
  | { readonly state: 'starting' }
  | { readonly state: 'silent' }
  | { readonly state: 'another server' }

/**
 * Makes a real connection. The server is ours when it reads the same lock file as we do: a socket
 * alone could belong to a server of a copied or moved folder.
 */
export async function probe(place: Place): Promise<Probe> {
  const client = new pg.Client({
    ...connectionTo(place, superuser, 'postgres'),
    connectionTimeoutMillis: 2000,
  })
  // A server that ends under the probe is the same as one that does not answer.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ lock: string; settings: string | null }>(
      `select pg_read_file('postmaster.pid') as lock, current_setting('onroll.settings', true) as settings`,
    )
    const same = rows[0]?.lock === readLockFile(place)?.text
    return same
      ? { state: 'answers', settings: rows[0]?.settings ?? '' }
      : { state: 'another server' }
  } catch (error) {
    return { state: isStarting(error) ? 'starting' : 'silent' }
  } finally {
    await client.end().catch(() => {})
  }
}

/** cannot_connect_now: it starts, recovers or stops. too_many_connections: it is busy, not dead. */
function isStarting(error: unknown) {
  return error instanceof pg.DatabaseError && ['57P03', '53300'].includes(error.code ?? '')
}
