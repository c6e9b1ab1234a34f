import { jobs, routes } from '#app'
import { demonstrationFault } from '#features/accounts/index.ts'
import { configuration } from '#platform/configuration.ts'
import { createApp } from '#platform/http/app.tsx'
import { startJobs } from '#platform/jobs.ts'
import { openGround } from '#platform/open-site.ts'
import { safetyFaults } from '#platform/safety.ts'
import { listen } from '#platform/serve.ts'

async function start() {
  const settings = configuration()
  const ground = await openGround(settings)
  const faults = [
    ...(await safetyFaults(ground.db)),
    ...(settings.demo ? await demonstrationFault(ground.db, settings) : []),
  ]
  if (faults.length > 0) {
    await ground.stop()
    throw new Error(`Onroll does not start: ${faults.join('; ')}`)
  }
  const all = jobs(settings)
  const site = { ...ground, now: () => new Date(), jobs: all }
  const { port, close } = await listen(createApp(site, routes(settings)), settings)
  const worker = await startJobs(site, all)
  console.log(`Onroll is ready at http://${settings.host}:${port}`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await close()
    await worker.stop()
    await ground.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
