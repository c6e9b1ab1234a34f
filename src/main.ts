import { jobs, routes } from '#app'
import { demonstrationFault, purposeOfDatabase, setUpSecret } from '#features/accounts/index.ts'
import { askedToStop } from '#platform/asked-to-stop.ts'
import { configuration } from '#platform/configuration.ts'
import { createApp } from '#platform/http/app.tsx'
import { startJobs } from '#platform/jobs.ts'
import { openGround } from '#platform/open-site.ts'
import { safetyFaults } from '#platform/safety.ts'
import { listen } from '#platform/serve.ts'
import { loadDemonstration } from './demonstration/load.ts'

// Told to stop in the middle of a start, Onroll stops as soon as it stands.
const told = askedToStop()

/** Starts everything, and answers how to stop it. What a failed start has begun is stopped again. */
async function start() {
  const begun: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const end of begun.reverse()) await end()
  }
  try {
    const settings = configuration()
    const ground = await openGround(settings)
    begun.push(ground.stop)
    const faults = [
      ...(await safetyFaults(ground.db)),
      ...(settings.demo ? await demonstrationFault(ground.db, settings) : []),
    ]
    if (faults.length > 0) throw new Error(`Onroll does not start: ${faults.join('; ')}`)
    if (settings.demo && (await purposeOfDatabase(ground.db)) === 'empty')
      await loadDemonstration(ground.db, ground.secret, new Date(), words => console.error(words), {
        dataFolder: settings.dataFolder,
      })
    const all = jobs(settings)
    const site = { ...ground, now: () => new Date(), jobs: all }
    const worker = await startJobs(site, all, { isAlone: settings.databaseUrl === undefined })
    begun.push(() => worker.stop())
    const { port, close } = await listen(createApp(site, routes(settings)), settings)
    begun.push(close)
    const secret = settings.demo ? undefined : await setUpSecret(ground.db, site.now())
    if (secret)
      console.log(
        `There is nobody in Onroll yet. Within 30 minutes, open ${settings.baseUrl}/set-up and enter this set-up secret: ${secret}`,
      )
    console.log(`Onroll is ready at http://${settings.host}:${port}`)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

start().then(
  async stop => {
    await told
    await stop()
    process.exit(0)
  },
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
