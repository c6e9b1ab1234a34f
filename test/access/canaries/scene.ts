import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { routes as routesOf } from '#app'
import { codeHash, pupilCode, pupilToken, tokenHash } from '#features/plans/pupil/pupil-secrets.ts'
import { configuration } from '#platform/configuration.ts'
import { fileStore } from '#platform/files/file-store.ts'
import { pngOf } from '#platform/files/png-of.ts'
import { createApp } from '#platform/http/app.tsx'
import { makeLog } from '#platform/log.ts'
import type { Secret } from '#platform/secret.ts'
import { testSite } from '#testing/site.ts'
import { catalogueOf } from '../world/catalogue.ts'
import { loadWorld } from '../world/load-world.ts'
import { makeWorld } from '../world/make-world.ts'
import type { World } from '../world/world.ts'
import { makeBelievable } from './believable.ts'
import { makeProvisionBelievable } from './believable-provision.ts'
import { openMint, type Places } from './mint.ts'
import { addNeeded } from './needed.ts'
import { addNeededProvision } from './needed-provision.ts'
import { addColleagues, type Viewer, viewersOf } from './viewers.ts'

/** A generated world behind the whole application: its routes, who looks, every mark with its place, and the log. */
export async function setScene(seed: number, environment: Record<string, string> = {}) {
  const logged: string[] = []
  const log = makeLog('info', { write: line => void logged.push(line) })
  const site = await testSite({ log, environment })
  const catalogue = await catalogueOf(site.admin)
  const now = new Date()
  site.setNow(now.toISOString())
  const world = makeWorld(seed, now)
  addNeeded(world)
  addNeededProvision(world)
  addColleagues(world)
  const places: Places = new Map()
  const mint = openMint(places)
  makeBelievable(world, mint, site.site.secret)
  makeProvisionBelievable(world, catalogue, mint)
  const viewers = viewersOf(world)
  const tokens = giveTokens(world)
  const pupils = givePupilLinks(world, site.site.secret)
  const canaries = await loadWorld(site.admin, catalogue, world)
  for (const [mark, { table, column, row }] of canaries) mint.put(mark, { table, column, row })
  // What counts goes on after what the world began with.
  await site.admin.query(
    `update onroll.audit_head set seq = (select max(seq) from onroll.audit_entry);
     select setval(pg_get_serial_sequence('onroll.sign_in_attempt', 'id'), 1000)`,
  )
  await keepFiles(world, mint, site)
  const settings = site.site.configuration
  const demonstration = configuration({ ONROLL_DATA: settings.dataFolder, ONROLL_DEMO: '1' })
  const demo = createApp({ ...site.site, configuration: demonstration }, routesOf(demonstration))
  /** Where a page failed, for whoever has to mend it. */
  const bugs = () => [
    ...new Set(
      logged
        .filter(line => line.includes('"bug"'))
        .map(line => JSON.parse(line))
        .map(({ route, error: { kind, code, constraint, stack } }) => {
          const ours = stack.flatMap((at: string) => /\/src\/[^)]+/.exec(at)?.[0] ?? [])
          return [route, kind, code, constraint, ...ours.slice(0, 3)].join(' ')
        }),
    ),
  ]
  return {
    ...site,
    bugs,
    demo,
    routes: routesOf(settings),
    demoRoutes: routesOf(demonstration),
    catalogue,
    world,
    places,
    viewers,
    tokens,
    pupils,
    logged,
  }
}
export type CanaryScene = Awaited<ReturnType<typeof setScene>>

/** Letters with a link in them, and calendars, that somebody holds. */
function giveTokens(world: World) {
  const tokens = new Map<
    string,
    { table: 'one_time_link' | 'calendar_feed'; row: Record<string, unknown> }
  >()
  for (const table of ['one_time_link', 'calendar_feed'] as const)
    for (const row of world.rows[table] as Record<string, unknown>[]) {
      const token = randomBytes(32).toString('base64url')
      row['token_hash'] = `\\x${createHash('sha256').update(token).digest('hex')}`
      tokens.set(token, { table, row })
    }
  return tokens
}

/** Links that children hold for their own view, each with its code. */
function givePupilLinks({ rows, now }: World, secret: Secret) {
  return [...rows.pupil_link].reverse().map(row => {
    const token = pupilToken(secret, row.id)
    const code = pupilCode(secret, row.id)
    Object.assign(row, {
      token_hash: `\\x${tokenHash(token).toString('hex')}`,
      code_hash: `\\x${codeHash(secret, token, code).toString('hex')}`,
      expires_at: new Date(now.getTime() + 86_400_000).toISOString(),
    })
    return { row, token, code }
  })
}

/** What stands in an uploaded file is a mark too. */
async function keepFiles(
  world: World,
  mint: ReturnType<typeof openMint>,
  { site }: Awaited<ReturnType<typeof testSite>>,
) {
  const store = fileStore(site.configuration.dataFolder, site.secret)
  for (const row of world.rows.file) {
    const writer = await store.receive(row.id)
    const mark = mint.text('file', row, 'content')
    await writer.write(row['media_type'] === 'image/png' ? pictureSaying(mark) : Buffer.from(mark))
    await writer.finish()
    await store.keep(row.id)
  }
}

/** One point of colour, and beside it a remark as a camera leaves it. */
function pictureSaying(mark: string): Buffer {
  const picture = pngOf({ width: 1, height: 1, rgba: new Uint8Array([0, 0, 0, 255]) })
  const said = Buffer.from(`tEXtComment\0${mark}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(said.length - 4)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(said))
  // After the signature and the header, which are 33 bytes long.
  return Buffer.concat([picture.subarray(0, 33), length, said, check, picture.subarray(33)])
}

export type { Viewer }
