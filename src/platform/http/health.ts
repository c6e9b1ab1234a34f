import type { Hono } from 'hono'
import { missingMigrations } from '../database/migrate.ts'
import type { Environment, Site } from './visit.ts'

/** For whoever watches the service: is the process there, and can it serve? JSON, and nothing about anybody. */
export function health(app: Hono<Environment>, site: Site) {
  app.get('/health/live', c => c.json({ status: 'live' }))
  app.get('/health/ready', async c => {
    try {
      const missing = await missingMigrations(sql => site.db.app.query(sql))
      return missing.length === 0
        ? c.json({ status: 'ready', database: 'reachable', migrations: 'current' })
        : c.json({ status: 'not ready', database: 'reachable', migrations: 'missing' }, 503)
    } catch {
      return c.json({ status: 'not ready', database: 'not reachable' }, 503)
    }
  })
}
