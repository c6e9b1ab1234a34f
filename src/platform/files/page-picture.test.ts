import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdfOf } from '#testing/pdf.ts'
import { photograph, pngPart } from '#testing/pictures.ts'
import { NotShown, pagePicture } from './page-picture.ts'
import { pngOf } from './png-of.ts'

const pdf = { mediaType: 'application/pdf', page: 1 } as const
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const page = (resources: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000 2000] /Contents 4 0 R /Resources << ${resources} >> >>`
const stream = (entries: string, content: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ])

/** A hundred thousand sheets over one another, each of which is mixed with what lies below, point by point. */
const neverEnds = () =>
  pdfOf([
    catalogue,
    pages,
    page('/ExtGState << /G << /ca 0.5 /BM /Luminosity >> >>'),
    stream('', `/G gs ${'0 0 1000 2000 re f '.repeat(100_000)}`),
  ])

/** Forms within forms, each drawn twenty times by the one before: in the end 20 to the power of twelve. */
function eatsMemory(): Buffer {
  const deep = 12
  const form = (at: number) =>
    at === deep
      ? stream('/Type /XObject /Subtype /Form /BBox [0 0 100 100]', '0 0 50 50 re f')
      : stream(
          `/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F ${at + 6} 0 R >> >>`,
          '/F Do '.repeat(20),
        )
  const forms = Array.from({ length: deep + 1 }, (_, at) => form(at))
  return pdfOf([catalogue, pages, page('/XObject << /F 5 0 R >>'), stream('', '/F Do'), ...forms])
}

const fine = () => pdfOf([catalogue, pages, page(''), stream('', '1 0 0 rg 0 0 100 100 re f')])

/** What the rest of the application notices meanwhile: the longest that anything else had to wait, and the memory. */
async function noticed<T>(work: () => Promise<T>) {
  const before = process.memoryUsage().rss
  let [longest, most, last] = [0, 0, performance.now()]
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 20)
    most = Math.max(most, process.memoryUsage().rss - before)
    last = performance.now()
  }, 20)
  const begun = performance.now()
  const result = await work().finally(() => clearInterval(watch))
  return { result, longest, most, took: performance.now() - begun }
}
const fails = (bytes: Buffer) =>
  pagePicture(bytes, pdf).then(
    () => undefined,
    (error: Error) => error,
  )

test('FI-13: a document that never ends is ended within 30 seconds, and everything else goes on', async () => {
  const { result, longest, took } = await noticed(async () => {
    const ends = fails(neverEnds())
    // Meanwhile somebody else looks at a document.
    expect((await pagePicture(fine(), pdf)).png?.length).toBeGreaterThan(100)
    return ends
  })
  expect(result).toBeInstanceOf(NotShown)
  expect(result?.message).toBe('It took too long')
  expect(took).toBeLessThan(30_000)
  expect(longest).toBeLessThan(1_000)
  expect((await pagePicture(fine(), pdf)).pages).toBe(1)
}, 60_000)

test('FI-13: a document that eats memory gets 512 MB and no more, and everything else goes on', async () => {
  const { result, longest, most, took } = await noticed(() => fails(eatsMemory()))
  expect(result).toBeInstanceOf(NotShown)
  // It took what it could get, and that was the bound.
  expect(most).toBeGreaterThan(350 * 1024 * 1024)
  expect(most).toBeLessThan(700 * 1024 * 1024)
  expect(took).toBeLessThan(30_000)
  expect(longest).toBeLessThan(1_000)
  expect((await pagePicture(fine(), pdf)).pages).toBe(1)
}, 60_000)

test('FI-13: what draws pages can ask nobody for a file, a connection or a program', async () => {
  const home = dirname(createRequire(import.meta.url).resolve('@hyzyla/pdfium'))
  const module = await WebAssembly.compile(readFileSync(join(home, 'pdfium.wasm')))
  const asks = WebAssembly.Module.imports(module).map(({ name }) => name)
  expect(asks).toContain('fd_write')
  expect(
    asks.filter(name => /sock|connect|listen|recv|send|exec|fork|spawn|kill|dl_?open/i.test(name)),
  ).toEqual([])
  // The files it may ask for are in its own memory: nothing of the disk is mounted.
  const around = readFileSync(join(home, 'index.esm.js'), 'utf8')
  expect(around).toContain('FS.mount(MEMFS, {}, "/")')
  expect(around).not.toMatch(/NODEFS|NODERAWFS|child_process|WebSocket/)
})

// What stands at the four corners when a camera was held in each of the eight ways.
test.each([
  [1, 'RG/BW'],
  [2, 'GR/WB'],
  [3, 'WB/GR'],
  [4, 'BW/RG'],
  [5, 'RB/GW'],
  [6, 'BR/WG'],
  [7, 'WG/BR'],
  [8, 'GW/RB'],
])('FI-09: a photograph is drawn anew, the right way up (%i)', async (wayUp, corners) => {
  const { png } = await pagePicture(photograph(wayUp), { mediaType: 'image/jpeg', page: 1 })
  expect(cornersOf(Buffer.from(png ?? []))).toBe(corners)
  expect(Buffer.from(png ?? []).includes('Exif')).toBe(false)
})

test.each([
  [
    'with opacity',
    { type: 6, points: [255, 0, 0, 255, 0, 255, 0, 255], last: [0, 0, 255, 255, 9, 9, 9, 0] },
  ],
  ['of grey with opacity', { type: 4, points: [0, 255, 0, 255], last: [255, 255, 7, 0] }],
  [
    'in three colours',
    { type: 2, points: [255, 0, 0, 0, 255, 0], last: [0, 0, 255, 255, 255, 255] },
  ],
  ['with a palette', { type: 3, points: [0, 1], last: [2, 3] }],
])('FI-09: a PNG %s is drawn anew', async (_what, { type, points, last }) => {
  // The second line is written as its difference from the first, as encoders do.
  const up = last.map((value, at) => (value - (points[at] ?? 0)) & 255)
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, type, 0, 0, 0])
  const png = Buffer.concat([
    pngOf({ width: 1, height: 1, rgba: new Uint8Array(4) }).subarray(0, 8),
    pngPart('IHDR', header),
    ...(type === 3 ? [pngPart('PLTE', Buffer.from('ff000000ff000000ffffffff', 'hex'))] : []),
    pngPart('IDAT', deflateSync(Buffer.from([0, ...points, 2, ...up]))),
    pngPart('IEND', Buffer.alloc(0)),
  ])
  const drawn = await pagePicture(png, { mediaType: 'image/png', page: 1 })
  expect(cornersOf(Buffer.from(drawn.png ?? []))).toBe(type === 4 ? 'KK/WW' : 'RG/BW')
})

/** The colours near the corners of a picture that Onroll drew: red, green, blue, white, black. */
function cornersOf(png: Buffer): string {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const lines = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const at = (x: number, y: number) => {
    const place = y * (width * 4 + 1) + 1 + x * 4
    const colour = [...lines.subarray(place, place + 3)]
      .map(value => (value > 127 ? 1 : 0))
      .join('')
    return { '100': 'R', '010': 'G', '001': 'B', '111': 'W', '000': 'K' }[colour] ?? '?'
  }
  const [right, below] = [width - 1, height - 1]
  return `${at(0, 0)}${at(right, 0)}/${at(0, below)}${at(right, below)}`
}
