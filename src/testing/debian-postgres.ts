import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { folderForServers } from './room-in-memory.ts'

const root = '/usr/lib/postgresql'
const isRoot = process.getuid?.() === 0
const account = isRoot ? { uid: 65534, gid: 65534 } : {}

export interface DebianPostgres {
  /** A DATABASE_URL for the superuser, in an empty database. Every role needs its password. */
  readonly url: string
  readonly version: string
  stop(): Promise<void>
}

/**
 * A server as an authority would run one: Debian's own PostgreSQL with passwords, in a folder of
 * its own that goes with it. Installs the package where it may; throws with the reason otherwise.
 */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const version = newest() ?? install()
  const bin = join(root, version, 'bin')
  const folder = mkdtempSync(join(folderForServers(), 'onroll-debian-'))
  const password = randomBytes(18).toString('base64url')
  const data = join(folder, 'data')
  makeCluster({ bin, folder, data, password })

  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-c',
      'listen_addresses=',
      '-c',
      `unix_socket_directories=${folder}`,
      '-c',
      'max_connections=200',
      '-c',
      'log_min_messages=fatal',
      // As in the PostgreSQL that comes with Onroll: compiling a policy costs more than asking it.
      '-c',
      'jit=off',
    ],
    { ...account, cwd: folder, stdio: 'ignore', detached: true },
  )
  const ended = once(server, 'exit')
  const url = (database: string) =>
    `postgres://postgres:${password}@localhost/${database}?host=${encodeURIComponent(folder)}`
  await untilReady(url('postgres'), () => server.exitCode)
  return {
    url: url('onroll'),
    version,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function newest() {
  if (!existsSync(root)) return undefined
  return readdirSync(root)
    .filter(version => existsSync(join(root, version, 'bin', 'postgres')))
    .sort((a, b) => Number(b) - Number(a))[0]
}

function install(): string {
  if (!isRoot || !existsSync('/usr/bin/apt-get'))
    throw new Error(
      'Debian’s PostgreSQL is not installed and may not be installed here: run “apt-get install postgresql” as root',
    )
  // We start our own server; the package need not make and start one for the whole machine.
  const conf = '/etc/postgresql-common/createcluster.conf'
  if (!existsSync(conf)) {
    mkdirSync('/etc/postgresql-common', { recursive: true })
    writeFileSync(conf, 'create_main_cluster = false\n')
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [
    ['update'],
    [
      'install',
      '-y',
      '--no-install-recommends',
      '-o',
      'Dpkg::Options::=--force-confold',
      'postgresql',
    ],
  ])
    spawnSync('apt-get', ['-qq', ...step], { env, stdio: 'ignore' })
  const installed = newest()
  if (!installed) throw new Error('“apt-get install postgresql” did not bring a PostgreSQL server')
  return installed
}

function makeCluster({
  bin,
  folder,
  data,
  password,
}: Record<'bin' | 'folder' | 'data' | 'password', string>) {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot) for (const path of [folder, passwordFile]) chownSync(path, 65534, 65534)
  const { status, stderr } = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
      '--no-sync',
    ],
    { ...account, cwd: folder, encoding: 'utf8' },
  )
  rmSync(passwordFile)
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
}

async function untilReady(url: string, exitCode: () => number | null) {
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.query('create database onroll')
      return
    } catch (error) {
      if (exitCode() !== null) throw error
      await wait(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
