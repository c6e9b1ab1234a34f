import { Client } from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#platform/database/database.ts'
import { secretOf } from '#platform/secret.ts'
import { loadDemonstration } from '../demonstration/load.ts'
import { adminOf, asRole, templateName, testSecret, toldName } from './test-server.ts'

/**
 * The beginning of the demonstration county as a database to copy: told by the first test file of a run that asks for
 * it, while others wait.
 */
export async function toldCounty(): Promise<string> {
  const server = inject('server')
  const admin = new Client(adminOf(server, 'postgres'))
  await admin.connect()
  try {
    await admin.query(`select pg_advisory_lock(hashtext('${toldName}'))`)
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [
      toldName,
    ])
    if (rowCount === 0) {
      const telling = `${toldName}_telling`
      await admin.query(`drop database if exists ${telling} with (force)`)
      await admin.query(`create database ${telling} template ${templateName} strategy file_copy`)
      await tellIn(telling)
      await admin.query(`alter database ${telling} rename to ${toldName}`)
    }
    return toldName
  } finally {
    await admin.end()
  }
}

async function tellIn(database: string) {
  const secret = secretOf(testSecret)
  const db = openDatabase({
    as: role => asRole(inject('server'), role, database),
    contextKey: secret.key('context'),
    connections: 4,
  })
  try {
    await loadDemonstration(db, secret, new Date(), () => undefined, {
      partnershipsTold: 1,
      ordinaryAtEach: 2,
    })
  } finally {
    await db.close()
  }
}
