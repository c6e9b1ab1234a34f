import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { turns } from './turns.ts'

/** The document cannot be shown here; it can still be downloaded. */
export class NotShown extends Error {}

const longestWait = 15_000
const inTurn = turns(2)

export interface PagePicture {
  readonly pages: number
  readonly png?: Uint8Array
}

/** What may be looked at. */
export const isShown = (mediaType: string): mediaType is ShownType =>
  mediaType === 'application/pdf' || mediaType === 'image/png' || mediaType === 'image/jpeg'
export type ShownType = 'application/pdf' | 'image/png' | 'image/jpeg'

interface Wanted {
  readonly mediaType: ShownType
  readonly page?: number
}

/**
 * A page of a PDF, or a photograph, drawn anew: whoever looks at it opens neither. PDFium runs as WebAssembly, which has no
 * way to the disk, the network or other programs, with a bound on its memory, in a thread with an end to its time (FI-13);
 * two at once, others wait their turn.
 */
export const pagePicture = (bytes: Uint8Array, wanted: Wanted): Promise<PagePicture> =>
  inTurn(() => inThread(bytes, wanted))

function inThread(bytes: Uint8Array, wanted: Wanted): Promise<PagePicture> {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), {
    workerData: { bytes, ...wanted },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
    env: {},
    stdout: true,
    stderr: true,
  })
  return new Promise<PagePicture>((resolve, reject) => {
    const late = setTimeout(() => reject(new NotShown('It took too long')), longestWait)
    worker
      .on('message', resolve)
      .on('error', () => reject(new NotShown('It is damaged')))
      .on('exit', () => {
        clearTimeout(late)
        reject(new NotShown('It is damaged'))
      })
  }).finally(() => worker.terminate())
}
