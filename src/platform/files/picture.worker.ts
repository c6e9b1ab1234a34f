import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { boundedWasm } from './bounded-wasm.ts'
import type { ShownType } from './page-picture.ts'
import { pictureAsPdf } from './picture-as-pdf.ts'
import { pngOf } from './png-of.ts'

const {
  bytes,
  mediaType,
  page: wanted,
} = workerData as { bytes: Uint8Array; mediaType: ShownType; page: number | undefined }
/** A page as wide as a screen reads well, and never so long that one made to exhaust us does. */
const most = { width: 1240, height: 2480 }
// A page is drawn sharper than its paper, a photograph never larger than it is.
const largest = mediaType === 'application/pdf' ? 4 : 1
/** 512 MB, where the module itself would take 2 GB. */
const mostMemory = 8_192

const home = dirname(createRequire(import.meta.url).resolve('@hyzyla/pdfium'))
const wasm = boundedWasm(readFileSync(join(home, 'pdfium.wasm')), mostMemory)
const library = await PDFiumLibrary.init({ wasmBinary: wasm.buffer })
const document = await library.loadDocument(
  mediaType === 'application/pdf' ? bytes : pictureAsPdf(Buffer.from(bytes), mediaType, most),
)
const pages = document.getPageCount()
if (wanted === undefined || wanted > pages) parentPort?.postMessage({ pages })
else {
  const page = document.getPage(wanted - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(most.width / originalWidth, most.height / originalHeight, largest)
  const { width, height, data } = await page.render({ scale, render: 'bitmap' })
  parentPort?.postMessage({ pages, png: pngOf({ width, height, rgba: data }) })
}
