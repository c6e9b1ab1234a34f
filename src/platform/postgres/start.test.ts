import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import type { Log } from './fault.ts'
import { type Embedded, startEmbedded } from './start.ts'

const quiet: Log = { info: () => {}, warn: () => {} }
let folder = ''
let running: Embedded | undefined

afterEach(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('A new folder gets a durable PostgreSQL 18 that no other user of the machine can reach', async () => {
  folder = mkdtempSync(join(tmpdir(), 'onroll-'))

  running = await startEmbedded({ folder, log: quiet })

  const client = new pg.Client(running.connection(running.superuser, 'postgres'))
  await client.connect()
  const { rows } = await client.query(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums',
      'listen_addresses', 'jit', 'log_statement', 'log_parameter_max_length_on_error', 'max_connections', 'shared_buffers', 'server_encoding')`,
  )
  const version = await client.query(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  await client.end()
  expect(Object.fromEntries(rows.map(row => [row.name, row.setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    jit: 'off',
    log_statement: 'none',
    log_parameter_max_length_on_error: '0',
    max_connections: '60',
    shared_buffers: '16384',
    server_encoding: 'UTF8',
  })
  expect(version.rows[0].major).toBe(18)
  expect(statSync(running.socketFolder).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
})
