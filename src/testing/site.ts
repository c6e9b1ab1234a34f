import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { jobs, routes } from '#app'
import { configuration } from '#platform/configuration.ts'
import { openDatabase } from '#platform/database/database.ts'
import { createApp } from '#platform/http/app.tsx'
import type { Site } from '#platform/http/visit.ts'
import { runJobs } from '#platform/jobs.ts'
import { type Log, makeLog } from '#platform/log.ts'
import { secretOf } from '#platform/secret.ts'
import { Browser } from './browser.ts'
import { adminOf, asRole, templateName, testSecret } from './test-server.ts'

/**
 * The whole application on a database of this file's own, with a clock that stands still until it is moved.
 * Nothing in it is a double: real PostgreSQL, real roles, the app as main.ts makes it.
 */
export async function testSite({
  today = '2026-11-17',
  demo = false,
  environment = {},
  template = templateName,
  log = makeLog(process.env['ONROLL_TEST_LOG'] ? 'debug' : 'silent'),
}: {
  today?: string
  demo?: boolean
  environment?: Record<string, string>
  /** The database that this file's own is a copy of. */
  template?: string
  /** Where the application's log goes, for tests that read it. */
  log?: Log
} = {}) {
  const server = inject('server')
  const database = `test_${randomBytes(6).toString('hex')}`
  const maker = new Client(adminOf(server, 'postgres'))
  await maker.connect()
  await maker.query(`create database ${database} template ${template} strategy file_copy`)
  const admin = new Pool({
    ...adminOf(server, database),
    max: 3,
    options: '-c search_path=onroll,public',
  })
  admin.on('error', () => undefined)
  const secret = secretOf(testSecret)
  const folder = mkdtempSync(join(tmpdir(), 'onroll-site-'))
  const db = openDatabase({
    as: role => asRole(server, role, database),
    contextKey: secret.key('context'),
    connections: 8,
  })
  let now = new Date(`${today}T10:00:00Z`)
  const settings = configuration({
    ONROLL_DATA: folder,
    ONROLL_DEMO: demo ? '1' : '0',
    ...environment,
  })
  const site: Site = {
    db,
    secret,
    log,
    configuration: settings,
    now: () => now,
    jobs: jobs(settings),
  }
  const app = createApp(site, routes(settings))
  const fetch = async (request: Request) => app.fetch(request)

  afterAll(async () => {
    await db.close()
    await admin.end()
    await maker.query(`drop database if exists ${database} with (force)`)
    await maker.end()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    site,
    app,
    db,
    /** Past row-level security: to set a scene and to look at what was stored, never to act as a person. */
    admin,
    database,
    server,
    fetch,
    folder,
    browser: (cookie?: string) => new Browser(fetch, cookie),
    setToday: (day: string) => {
      now = new Date(`${day}T10:00:00Z`)
    },
    setNow: (moment: string) => {
      now = new Date(moment)
    },
    runJobs: () => runJobs(site, site.jobs),
  }
}
export type TestSite = Awaited<ReturnType<typeof testSite>>
/** What setting a scene needs: a test’s own site has it, and so has an Onroll that runs as a process (live-site.ts). */
export type Scene = Pick<TestSite, 'admin' | 'db' | 'browser' | 'runJobs'>
