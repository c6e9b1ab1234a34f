import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Log, PostgresFault } from './fault.ts'
import { holdFolder } from './folder-lock.ts'
import { initialise, versionOfData } from './initialise.ts'
import { layOut, type Place } from './place.ts'
import { connectionTo } from './probe.ts'
import { adoptServer, launchServer, type Server } from './server.ts'
import { port, superuser } from './settings.ts'
import { supervise } from './supervise.ts'

export interface Embedded {
  readonly socketFolder: string
  readonly port: number
  readonly superuser: string
  connection(user: string, database: string): pg.ClientConfig
  /** Called each time the server is found dead or restarting, and when it answers again. */
  onDown(listener: () => void): void
  onUp(listener: () => void): void
  stop(): Promise<void>
}

/**
 * Onroll's own PostgreSQL in a data folder: made, adopted or started, watched, and restarted when
 * it dies. One process at a time may have the folder; a second one gets `FolderInUse`.
 */
export async function startEmbedded({
  folder,
  log,
}: {
  folder: string
  log: Log
}): Promise<Embedded> {
  const place = layOut(folder)
  const hold = holdFolder(place.folder)
  try {
    const binaries = await findBinaries(place, versionOfData(place), log)
    initialise(place, binaries, log)
    const server = (await adoptServer(place, log)) ?? (await launchPatiently(place, binaries, log))
    const supervised = await supervise(place, server, () => launchServer(place, binaries), log)
    return {
      ...faceOf(place),
      onDown: supervised.onDown,
      onUp: supervised.onUp,
      stop: () => supervised.stop().finally(hold.release),
    }
  } catch (error) {
    hold.release()
    throw error
  }
}

export function faceOf(place: Place) {
  return {
    socketFolder: place.socketFolder,
    port,
    superuser,
    connection: (user: string, database: string) => connectionTo(place, user, database),
  }
}

/**
 * Right after a kill the workers of the old server may still be ending, and PostgreSQL refuses to
 * start beside them. Its reason is told only when it stands.
 */
async function launchPatiently(place: Place, binaries: Binaries, log: Log): Promise<Server> {
  for (let pause = 200; ; pause *= 2) {
    try {
      return await launchServer(place, binaries)
    } catch (error) {
      if (pause > 4000 || !(error instanceof PostgresFault)) throw error
      log.warn(`${error.message}. Trying again in ${pause} ms`)
      await wait(pause)
    }
  }
}
