import { Client, type ClientConfig } from 'pg'
import type { Secret } from '../secret.ts'
import type { LoginRole } from './roles.ts'

export interface Server {
  /** Who may make roles: the embedded server's superuser, or the user of DATABASE_URL. */
  readonly admin: ClientConfig
  as(role: LoginRole): ClientConfig
}

const databaseName = 'onroll'

/** The embedded server as Onroll uses it; makes the database at first start. */
export async function embeddedServer(embedded: {
  superuser: string
  connection(user: string, database: string): ClientConfig
}): Promise<Server> {
  const client = new Client(embedded.connection(embedded.superuser, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      databaseName,
    ])
    if (!rowCount) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
  return {
    admin: embedded.connection(embedded.superuser, databaseName),
    as: role => embedded.connection(role, databaseName),
  }
}

/** The server of DATABASE_URL: the same place, as other roles, with passwords derived from the secret. */
export function externalServer(url: string, secret: Secret): Server {
  return {
    admin: { connectionString: url },
    as: role => {
      const there = new URL(url)
      there.username = role
      there.password = secret.password(role)
      return { connectionString: there.href }
    },
  }
}
