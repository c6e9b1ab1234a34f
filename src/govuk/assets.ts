import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
  /** A worker: the pages between which and the network it may stand. */
  readonly worksFor?: string | undefined
}

const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'
const shipped = (file: string) =>
  fileURLToPath(import.meta.resolve(`govuk-frontend/dist/govuk/${file}`))
const besideModule = (module: string, file: string) =>
  fileURLToPath(new URL(file, import.meta.resolve(module)))
const ours = (file: string) => fileURLToPath(new URL(`./assets/${file}`, import.meta.url))

const styles = [
  'page',
  'case',
  'timeline',
  'lists',
  'filter',
  'cards',
  'status',
  'steps',
  'calendar',
  'kept',
  'map',
  'print',
]

/** Everything a page asks for. GOV.UK's fonts and images are licensed for its own services: none is here. */
const files = [
  { name: 'govuk-frontend.min.css', from: [shipped('govuk-frontend.min.css')], type: css },
  { name: 'govuk-frontend.min.js', from: [shipped('govuk-frontend.min.js')], type: script },
  { name: 'onroll.css', from: styles.map(part => ours(`onroll/${part}.css`)), type: css },
  { name: 'onroll.js', from: [ours('onroll.js')], type: script },
  { name: 'kept.js', from: [ours('kept.js')], type: script },
  { name: 'kept-form.js', from: [ours('kept-form.js')], type: script },
  { name: 'kept-list.js', from: [ours('kept-list.js')], type: script },
  { name: 'kept-store.js', from: [ours('kept-store.js')], type: script },
  { name: 'kept-seal.js', from: [ours('kept-seal.js')], type: script },
  { name: 'kept-box.js', from: [ours('kept-box.js')], type: script },
  { name: 'kept-send.js', from: [ours('kept-send.js')], type: script },
  { name: 'stand-in.js', from: [ours('stand-in.js')], type: script },
  { name: 'away.js', from: [ours('away.js')], type: script },
  { name: 'kept-worker.js', from: [ours('kept-worker.js')], type: script, worksFor: '/visits/' },
  { name: 'photographs.js', from: [ours('photographs.js')], type: script },
  { name: 'photograph-list.js', from: [ours('photograph-list.js')], type: script },
  { name: 'photograph-store.js', from: [ours('photograph-store.js')], type: script },
  { name: 'smaller-photograph.js', from: [ours('smaller-photograph.js')], type: script },
  { name: 'passkeys.js', from: [ours('passkeys.js')], type: script },
  {
    name: 'simplewebauthn.js',
    from: [besideModule('@simplewebauthn/browser', '../dist/bundle/index.umd.min.js')],
    type: script,
  },
] as const

const hash = (body: Uint8Array) => createHash('sha256').update(body).digest('hex').slice(0, 16)

const assets: ReadonlyMap<string, Asset> = new Map(
  files.map(({ name, from, type, ...more }) => {
    const body = new Uint8Array(Buffer.concat(from.map(file => readFileSync(file))))
    return [name, { body, type, etag: `"${hash(body)}"`, ...more }]
  }),
)

/** Changes when any asset does. In the path, so that one script finds another of the same version beside it. */
export const assetVersion = hash(Buffer.from([...assets.values()].map(({ etag }) => etag).join('')))

/** Where pages find an asset: an address that may be kept for ever. */
export const assetUrl = (name: (typeof files)[number]['name']) => `/assets/${assetVersion}/${name}`

/** The asset at `/assets/name` or `/assets/version/name`, or nothing. `cacheable` for ever only under its own version. */
export function asset(path: string): (Asset & { readonly cacheable: boolean }) | undefined {
  const [, version, name = ''] = path.match(/^\/assets\/(?:([0-9a-f]{16})\/)?([^/]+)$/) ?? []
  const found = assets.get(name)
  return found && { ...found, cacheable: version === assetVersion }
}
