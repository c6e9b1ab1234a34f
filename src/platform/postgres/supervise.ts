import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './fault.ts'
import { capLog } from './log-file.ts'
import type { Place } from './place.ts'
import { connectionTo } from './probe.ts'
import { isServerOf } from './process.ts'
import { type Server, stopServer } from './server.ts'
import { superuser } from './settings.ts'

const longestPause = 5000

/**
 * Watches the server over a connection of its own, which ends at the moment the server dies or
 * restarts itself, be it our child or one we adopted; then brings it back, however long that takes.
 */
export async function supervise(
  place: Place,
  first: Server,
  launch: () => Promise<Server>,
  log: Log,
) {
  const down = new Set<() => void>()
  const up = new Set<() => void>()
  let { pid } = first
  let stopping: Promise<void> | undefined
  let revival = Promise.resolve()
  let watch = await connectWatch()
  const capping = setInterval(() => capLog(place.logFile), 30_000).unref()

  async function connectWatch() {
    const client = new pg.Client({
      ...connectionTo(place, superuser, 'postgres'),
      application_name: 'onroll watch',
    })
    client.on('error', () => {})
    await client.connect()
    client.once('end', () => {
      if (!stopping) revival = comeBack()
    })
    return client
  }

  async function comeBack() {
    log.warn('PostgreSQL went away')
    for (const tell of down) tell()
    for (let pause = 50; !stopping; pause = Math.min(pause * 2, longestPause)) {
      try {
        // A live server restarts itself after a crash of one of its processes: give it its time.
        if (!isServerOf(place, pid)) pid = (await launch()).pid
        watch = await connectWatch()
        log.info(`PostgreSQL is back (process ${pid})`)
        for (const tell of up) tell()
        return
      } catch (error) {
        log.warn(
          `${error instanceof Error ? error.message : String(error)}. Trying again in ${pause} ms`,
        )
        await wait(pause)
      }
    }
  }

  async function stop() {
    clearInterval(capping)
    await revival
    await watch.end().catch(() => {})
    await stopServer(place, pid)
  }

  return {
    onDown: (tell: () => void) => void down.add(tell),
    onUp: (tell: () => void) => void up.add(tell),
    stop: () => (stopping ??= stop()),
  }
}
