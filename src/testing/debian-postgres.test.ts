import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startDebianPostgres } from './debian-postgres.ts'

test('Debian’s PostgreSQL runs apart, asks for passwords, and leaves nothing behind', async () => {
  const server = await startDebianPostgres()
  const client = new pg.Client(server.url)
  await client.connect()
  const { rows } = await client.query(
    `select current_database() as name, current_setting('server_version_num')::int as version, current_setting('data_checksums') as checksums`,
  )
  await client.end()
  const stranger = new URL(server.url)
  stranger.password = 'wrong'
  const refused = new pg.Client(stranger.href).connect()

  expect(rows[0]).toMatchObject({ name: 'onroll', checksums: 'on' })
  expect(rows[0].version).toBeGreaterThanOrEqual(150000)
  await expect(refused).rejects.toThrow('password authentication failed')
  await server.stop()
  expect(existsSync(new URL(server.url).searchParams.get('host') ?? '/')).toBe(false)
})
