import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobs, routes } from '#app'
import { configuration } from '#platform/configuration.ts'
import { createApp } from '#platform/http/app.tsx'
import { startJobs } from '#platform/jobs.ts'
import { openGround } from '#platform/open-site.ts'
import { listen } from '#platform/serve.ts'
import { loadDemonstration } from '../../src/demonstration/load.ts'
import { takeScreenshots } from './take.ts'

/**
 * `npm run screenshots [name]`: tells the beginning of the demonstration county in a folder of its own, and photographs
 * the pages that the documents show.
 */
const folder = mkdtempSync(join(tmpdir(), 'onroll-screenshots-'))
const settings = configuration({ ONROLL_DATA: folder, ONROLL_LOG: 'quiet', PORT: '3399' })
const ground = await openGround(settings)
try {
  await loadDemonstration(ground.db, ground.secret, new Date(), words => console.log(words), {
    partnershipsTold: 1,
    ordinaryAtEach: 6,
  })
  const all = jobs(settings)
  const site = { ...ground, now: () => new Date(), jobs: all }
  const worker = await startJobs(site, all)
  const server = await listen(createApp(site, routes(settings)), settings)
  await takeScreenshots(settings.baseUrl, 'docs/screenshots', process.argv[2])
  await server.close()
  await worker.stop()
} finally {
  await ground.stop()
  rmSync(folder, { recursive: true, force: true })
}
