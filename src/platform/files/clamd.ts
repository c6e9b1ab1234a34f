import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Where ClamAV’s daemon listens: a Unix socket, or a port. */
export type ScannerPlace =
  | { readonly path: string }
  | { readonly host: string; readonly port: number }

/** `/run/clamav/clamd.ctl`, or `scanner.example.org:3310`. Undefined when it is neither. */
export function scannerPlace(text: string): ScannerPlace | undefined {
  if (text.startsWith('/')) return { path: text }
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]+)\]|([^:/\s]+)):(\d{1,5})$/.exec(text) ?? []
  const host = bracketed ?? plain
  return host && Number(port) > 0 && Number(port) < 65_536
    ? { host, port: Number(port) }
    : undefined
}

export type Verdict = { readonly is: 'clean' } | { readonly is: 'harmful'; readonly what: string }

/** The daemon cannot be reached, is too slow, or will not judge this file: nobody knows what is in it. */
export class NotJudged extends Error {}

const chunkSize = 65_536
const longestSilence = 60_000

/** Has the daemon judge these bytes, sent over the connection itself (INSTREAM): it needs no right to our folder. */
export async function judgeBytes(place: ScannerPlace, bytes: Buffer): Promise<Verdict> {
  const answer = await asked(place, async socket => {
    await send(socket, Buffer.from('zINSTREAM\0'))
    for (let at = 0; at < bytes.length; at += chunkSize) {
      const chunk = bytes.subarray(at, at + chunkSize)
      await send(socket, Buffer.concat([lengthOf(chunk), chunk]))
    }
    await send(socket, Buffer.alloc(4))
  })
  if (answer === 'stream: OK') return { is: 'clean' }
  const harmful = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (harmful) return { is: 'harmful', what: harmful }
  throw new NotJudged(`The scanner answered “${answer.slice(0, 200)}”`)
}

export interface ScannerState {
  readonly version: string
  /** Of which day its signatures are, where it says so. */
  readonly signaturesFrom: Date | undefined
}

/** Which version answers, and how old its signatures are. */
export async function scannerState(
  place: ScannerPlace,
  { patience = 10_000 }: { patience?: number } = {},
): Promise<ScannerState> {
  const version = Buffer.from('zVERSION\0')
  return readVersion(await asked(place, socket => send(socket, version), patience))
}

/** ClamAV publishes signatures every day: a week without new ones means that nobody fetches them. */
export const signaturesAreOld = ({ signaturesFrom }: ScannerState, now: Date): boolean =>
  signaturesFrom !== undefined && now.getTime() - signaturesFrom.getTime() > 7 * 86_400_000

/** `ClamAV 1.4.6/27823/Fri Nov 20 09:26:01 2026`: program, number of the signatures, and when they were made (UTC). */
export function readVersion(answer: string): ScannerState {
  const [version = '', , made = ''] = answer.split('/')
  if (!version.startsWith('ClamAV')) throw new NotJudged('This is not ClamAV’s daemon')
  const moment = Date.parse(`${made} UTC`)
  return { version, signaturesFrom: Number.isNaN(moment) ? undefined : new Date(moment) }
}

/** One question over one connection. Whatever goes wrong, nothing was judged. */
async function asked(
  place: ScannerPlace,
  question: (socket: Socket) => Promise<void>,
  patience = longestSilence,
): Promise<string> {
  const socket = connect(place)
  const parts: Buffer[] = []
  socket.setTimeout(patience, () => socket.destroy(new Error('it does not answer')))
  socket.on('data', part => parts.push(part))
  const ended = once(socket, 'close')
  // A daemon that refuses half way answers and hangs up: its answer counts, not our broken pipe.
  const failed = new Promise<Error>(resolve => socket.once('error', resolve))
  const hungUp = once(socket, 'end').then(
    () => undefined,
    () => undefined,
  )
  question(socket).catch((error: Error) => socket.destroy(error))
  const fault = await Promise.race([failed, hungUp, ended.then(() => undefined)])
  socket.destroy()
  const answer = Buffer.concat(parts)
    .toString()
    .replace(/\0[\s\S]*$/, '')
    .trim()
  if (answer) return answer
  throw new NotJudged(`The scanner is away: ${fault?.message || 'it hung up'}`)
}

async function send(socket: Socket, bytes: Buffer) {
  if (socket.destroyed) throw new Error('it hung up')
  if (!socket.write(bytes)) await once(socket, 'drain')
}

function lengthOf(chunk: Buffer) {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return length
}
