import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { type Log, PostgresFault } from './fault.ts'
import { disarmStaleLockFiles, readLockFile } from './lock-file.ts'
import { openLog } from './log-file.ts'
import { makeSocketFolder, type Place } from './place.ts'
import { probe } from './probe.ts'
import { isServerOf } from './process.ts'
import { cleanEnvironment } from './run.ts'
import { settings, settingsMark } from './settings.ts'

const longestSilence = 60_000

/** The process of a server that answers. */
export interface Server {
  readonly pid: number
}

/**
 * The server that an earlier Onroll left behind when it was killed, or undefined when there is
 * none. It is asked by a real connection; one that runs under other settings is shut down instead.
 */
export async function adoptServer(place: Place, log: Log): Promise<Server | undefined> {
  const found = readLockFile(place)
  if (!found || !isServerOf(place, found.pid)) return undefined
  const answer = await untilSettled(place, found.pid)
  if (answer === 'answers') {
    log.info(`Adopted the PostgreSQL that an earlier start left running (process ${found.pid})`)
    return { pid: found.pid }
  }
  if (answer === 'gone') return undefined
  log.warn(
    `Stopping the PostgreSQL that an earlier start left running (process ${found.pid}): ${answer}`,
  )
  await stopServer(place, found.pid)
  return undefined
}

/** Starts a server and waits until it answers; fails with PostgreSQL's own reason. */
export async function launchServer(place: Place, { bin }: Binaries): Promise<Server> {
  makeSocketFolder(place)
  disarmStaleLockFiles(place)
  const output = openLog(place.logFile)
  let ended: string | undefined
  try {
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', place.dataSeenByPostgres, ...settings(place)],
      {
        ...place.account,
        // The near socket and data that this account could not walk to are named from here.
        cwd: place.data,
        env: cleanEnvironment,
        stdio: ['ignore', output.descriptor, output.descriptor],
        // Its own session: Ctrl-C in a terminal must reach Onroll first, which then stops the server.
        detached: true,
      },
    )
    child.on('error', error => {
      ended = error.message
    })
    child.on('exit', code => {
      ended ??= reason(output.since()) ?? `it ended with ${code}`
    })
    for (let silentSince = Date.now(); ended === undefined; await wait(25)) {
      const { state } = await probe(place)
      // Somebody else's server may be answering here while ours is being refused.
      if (state === 'answers' && child.pid && readLockFile(place)?.pid === child.pid)
        return { pid: child.pid }
      // Recovery may take long, and says so; a server on whose socket nothing is heard is no use.
      if (state !== 'silent') silentSince = Date.now()
      else if (Date.now() - silentSince > longestSilence) {
        child.kill('SIGQUIT')
        throw new PostgresFault(
          `PostgreSQL started, but does not answer at ${place.socketFolder}: see ${place.logFile}`,
        )
      }
    }
    throw new PostgresFault(`PostgreSQL did not start: ${ended}`)
  } finally {
    output.close()
  }
}

/** A fast shutdown: it ends open sessions, writes everything, and leaves nothing to recover. */
export async function stopServer(place: Place, pid: number) {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 20_000],
  ] as const) {
    if (!isServerOf(place, pid)) return
    process.kill(pid, signal)
    for (const end = Date.now() + patience; Date.now() < end; await wait(20))
      if (!isServerOf(place, pid)) return
  }
  throw new PostgresFault(`PostgreSQL (process ${pid}) does not stop`)
}

async function untilSettled(place: Place, pid: number) {
  let silent = 0
  while (isServerOf(place, pid)) {
    const answer = await probe(place)
    if (answer.state === 'answers')
      return answer.settings === settingsMark(place) ? 'answers' : 'it runs under other settings'
    // Recovery may take minutes and says so; a live server that says nothing has lost its socket.
    silent = answer.state === 'starting' ? 0 : silent + 1
    if (silent > 50) return 'it does not answer'
    await wait(100)
  }
  return 'gone'
}

/** The last FATAL line of the log says why, without time and process. */
function reason(output: string) {
  const lines = output.split('\n').filter(line => /FATAL|PANIC|error while loading/.test(line))
  return lines.at(-1)?.replace(/^.*?(?:FATAL|PANIC): */, '')
}
