import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** The document cannot be shown here; it can still be downloaded. */
export class NotShown extends Error {}

const longestWait = 15_000
const atOnce = 2
const waiting: (() => void)[] = []
let running = 0

export interface PagePicture {
  readonly pages: number
  readonly png?: Uint8Array
}

/**
 * A page of a PDF as a picture: whoever looks at it opens no PDF. PDFium runs as WebAssembly, which has no way to the
 * disk or the network, in a thread of its own with an end to its time; two at once, others wait their turn.
 */
export async function pagePicture(bytes: Uint8Array, page?: number): Promise<PagePicture> {
  if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
  running += 1
  try {
    return await inThread(bytes, page)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inThread(bytes: Uint8Array, page: number | undefined): Promise<PagePicture> {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), {
    workerData: { bytes, page },
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
