import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { afterAll, inject } from 'vitest'
import { newId } from '#domain/ids.ts'
import { remember } from '#platform/audit.ts'
import { migrate } from '#platform/database/migrate.ts'
import { secretOf } from '#platform/secret.ts'
import type { TestSite } from './site.ts'
import { adminOf, asRole, testSecret } from './test-server.ts'
import { world } from './world.ts'

export const backupKey = secretOf(testSecret).key('backup')

/** Text that a careless copy would change: each kind of break, escape, quote and script. */
export const awkward = 'Zoë\t“O’Neill”\r\n\\. \\N \\x41 NULL, "quoted", $$, 🧒🏽 \u0001 \u2028 end'

/** Data of many kinds, some of it written as people write it, with its audit entries. */
export async function setBackupScene(test: TestSite) {
  const scene = world(test)
  const school = await scene.organisation('school', awkward.replace(/\p{Cc}/gu, ' '))
  const partnership = await scene.partnership('Northbridge', ['Ash Grove', 'Birch Lane'])
  const coordinator = await scene.member('coordinator', partnership.id)
  const child = newId()
  await scene.insert('child', {
    id: child,
    forename: awkward,
    surname: 'Example',
    search_name: 'zoe example',
    sound_keys: ['SMPL', '', 'with "quotes", and {braces}'],
    former_upns: [],
    birth_date: '2012-02-29',
    created_by_organisation_id: school,
  })
  await scene.insert('setting', {
    key: 'awkward',
    value: JSON.stringify({ awkward, list: [1.1, null, ''] }),
  })
  await scene.insert('one_time_link', {
    id: newId(),
    kind: 'reset',
    token_hash: randomBytes(32),
    user_id: coordinator.userId,
    expires_at: '2099-01-01',
  })
  await scene.insert('message', {
    id: newId(),
    kind: 'test',
    address: 'someone@example.org',
    subject: 'Waiting',
    body: awkward,
  })
  for (let n = 0; n < 5; n++)
    await scene.as(coordinator, tx =>
      remember(tx, `request ${n}`, [
        {
          event: 'child.viewed',
          subjectKind: 'child',
          subjectId: child,
          childId: child,
          detail: { n },
        },
      ]),
    )
  return { child, coordinator }
}

/** An empty database beside the others, migrated unless said, that goes when the file's tests are over. */
export async function emptyDatabase({ migrated = true } = {}) {
  const server = inject('server')
  const name = `restore_${randomBytes(6).toString('hex')}`
  const maker = new Client(adminOf(server, 'postgres'))
  await maker.connect()
  await maker.query(`create database ${name}`)
  const admin = adminOf(server, name)
  if (migrated) await migrate(admin, asRole(server, 'onroll_worker', name), secretOf(testSecret))
  afterAll(async () => {
    await maker.query(`drop database if exists ${name} with (force)`)
    await maker.end()
  })
  return { name, admin }
}

/** Every row of every table as text, past row-level security; what a restore may not change. */
export async function everyRow(admin: ClientConfig): Promise<Record<string, string[]>> {
  const client = new Client(admin)
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'`)
  const { rows: relations } = await client.query(
    `select relname as name, relkind = 'S' as counts from pg_class
      where relnamespace = 'onroll'::regnamespace and relkind in ('r', 'S') and relname <> 'context_key' order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name, counts } of relations) {
    const row = counts ? `last_value || ' ' || is_called` : 't::text'
    const { rows } = await client.query(
      `select row from (select ${row} as row from onroll."${name}" t) all_of_it order by row collate "C"`,
    )
    all[counts ? `sequence ${name}` : name] = rows.map(found => found.row)
  }
  await client.end()
  return all
}

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'onroll-backup-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
