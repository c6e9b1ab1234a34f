import { resolve } from 'node:path'
import { type ScannerPlace, scannerPlace } from './files/clamd.ts'

/** How this process was told to run. Read once, at start; nothing else reads the environment. */
export interface Configuration {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  /** Undefined: start the PostgreSQL that comes with Onroll. */
  readonly databaseUrl: string | undefined
  readonly demo: boolean
  readonly baseUrl: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly secretFile: string
  /** Where changes of rights are noted outside the database, for a restore. */
  readonly revocationsFile: string
  readonly quiet: boolean
  /** Addresses of reverse proxies that tell the address of the client truly. */
  readonly proxies: readonly string[]
  /** ClamAV’s daemon, which judges uploaded files. Undefined: they are kept unjudged, and say so. */
  readonly scanner: ScannerPlace | undefined
}

/** The configuration in the environment's words. Throws RangeError naming the variable that is wrong. */
export function configuration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const databaseUrl = environment['DATABASE_URL'] || undefined
  const dataFolder = resolve(environment['ONROLL_DATA'] || 'data')
  const host = environment['HOST'] || '127.0.0.1'
  const port = portNumber(environment['PORT'] || '3000')
  return {
    host,
    port,
    dataFolder,
    databaseUrl,
    demo: yesOrNo('ONROLL_DEMO', environment['ONROLL_DEMO'], databaseUrl === undefined),
    baseUrl: (environment['ONROLL_BASE_URL'] || `http://${host}:${port}`).replace(/\/+$/, ''),
    smtpUrl: environment['SMTP_URL'] || undefined,
    mailFrom: environment['ONROLL_MAIL_FROM'] || 'onroll@localhost',
    secretFile: resolve(environment['ONROLL_SECRET_FILE'] || `${dataFolder}/secret`),
    revocationsFile: resolve(
      environment['ONROLL_REVOCATIONS'] || `${dataFolder}/revocations.jsonl`,
    ),
    quiet: environment['ONROLL_LOG'] === 'quiet',
    proxies: (environment['ONROLL_PROXIES'] ?? '').split(',').flatMap(each => each.trim() || []),
    scanner: scanner(environment['ONROLL_CLAMAV'] ?? ''),
  }
}

function scanner(text: string) {
  if (text === '') return undefined
  const place = scannerPlace(text)
  if (place) return place
  throw new RangeError(
    `ONROLL_CLAMAV must be the path of a socket or a host and port (/run/clamav/clamd.ctl, 127.0.0.1:3310), not “${text}”`,
  )
}

function portNumber(text: string) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`PORT must be a whole number from 0 to 65535, not “${text}”`)
  return port
}

function yesOrNo(name: string, text: string | undefined, otherwise: boolean) {
  if (text === undefined || text === '') return otherwise
  if (text === '1') return true
  if (text === '0') return false
  throw new RangeError(`${name} must be 1 or 0, not “${text}”`)
}
