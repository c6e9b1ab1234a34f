import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ScannerPlace } from '#platform/files/clamd.ts'

export const clamd = '/usr/sbin/clamd'

/** The string that scanners agree to treat as harmful (eicar.org), in two pieces so that none stops this file. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-',
  'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

/**
 * ClamAV’s own daemon, as Debian ships it, in a folder of its own. Its database is one signature, for that string: the
 * published signatures are fetched over the network, which a test does not do.
 */
export function clamavIn({ port }: { readonly port?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onroll-clamav-'))
  const socket = join(folder, 'clamd.ctl')
  const signatures = join(folder, 'signatures')
  const settings = join(folder, 'clamd.conf')
  mkdirSync(signatures)
  writeFileSync(
    join(signatures, 'local.ndb'),
    `Onroll.Test.Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`,
  )
  writeFileSync(
    settings,
    [
      'Foreground yes',
      ...(port ? ['TCPAddr 127.0.0.1', `TCPSocket ${port}`] : [`LocalSocket ${socket}`]),
      `DatabaseDirectory ${signatures}`,
      `TemporaryDirectory ${folder}`,
      'StreamMaxLength 30M',
    ].join('\n'),
  )
  let daemon: ChildProcess | undefined
  const place = port ? { host: '127.0.0.1', port } : { path: socket }
  return {
    socket,
    /** As an operator says where it is. */
    setting: port ? `127.0.0.1:${port}` : socket,
    async start() {
      daemon = spawn(clamd, ['--config-file', settings], { stdio: 'ignore' })
      const begun = performance.now()
      while (!(await answers(place))) {
        if (daemon.exitCode !== null) throw new Error(`clamd ended with ${daemon.exitCode}`)
        if (performance.now() - begun > 30_000) throw new Error('clamd does not answer')
        await wait(50)
      }
    },
    /** Stops it where it stands: it takes connections and answers none. */
    freeze: () => daemon?.kill('SIGSTOP'),
    async stop() {
      if (!daemon || daemon.exitCode !== null) return
      const ended = once(daemon, 'exit')
      daemon.kill('SIGKILL')
      await ended
      rmSync(socket, { force: true })
    },
    async remove() {
      await this.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const answers = (place: ScannerPlace) =>
  new Promise<boolean>(resolve => {
    const asking = connect(place, () => asking.write('zPING\0'))
    asking.on('error', () => resolve(false))
    asking.on('data', answer => {
      resolve(answer.toString().startsWith('PONG'))
      asking.destroy()
    })
  })
