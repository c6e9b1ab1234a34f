import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
import { makeLog } from '#platform/log.ts'
import { startEmbedded } from '#platform/postgres/start.ts'
import { secretOf } from '#platform/secret.ts'
import { folderForServers } from './room-in-memory.ts'
import {
  adminOf,
  asRole,
  type TestServer,
  templateName,
  testSecret,
  toldName,
} from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/**
 * One real PostgreSQL for the run (ours, or the one of ONROLL_TEST_DATABASE_URL), with one migrated template that each
 * test file clones: migrating once keeps the suite fast.
 */
export default async function setup(project: TestProject) {
  const url = process.env['ONROLL_TEST_DATABASE_URL']
  const folder = mkdtempSync(join(folderForServers(), 'onroll-test-'))
  const embedded = url ? undefined : await startEmbedded({ folder, log: makeLog('silent') })
  const server: TestServer = url
    ? { url }
    : {
        socketFolder: embedded?.socketFolder ?? '',
        port: embedded?.port ?? 0,
        superuser: embedded?.superuser ?? '',
      }
  const stop = async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  // A migration that fails must not leave a server behind.
  await makeTemplate(server).catch(async error => {
    await stop()
    throw error
  })
  project.provide('server', server)
  return stop
}

async function makeTemplate(server: TestServer) {
  const admin = new Client(adminOf(server, 'postgres'))
  await admin.connect()
  try {
    await admin.query(`drop database if exists ${templateName}`)
    await admin.query(`drop database if exists ${toldName}`)
    await admin.query(`create database ${templateName}`)
    await migrate(
      adminOf(server, templateName),
      asRole(server, 'onroll_worker', templateName),
      secretOf(testSecret),
    )
  } finally {
    await admin.end()
  }
}
