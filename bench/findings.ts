import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { jobs } from '#app'
import { purposeOfDatabase } from '#features/accounts/index.ts'
import { askAbout, openCases, type Watch } from '#features/findings/index.ts'
import { configuration } from '#platform/configuration.ts'
import { startJobs } from '#platform/jobs.ts'
import { type Ground, openGround } from '#platform/open-site.ts'
import { loadDemonstration } from '../src/demonstration/load.ts'
import { multiplyDemonstration } from '../src/demonstration/multiply.ts'

/**
 * How fast the rules are asked again from the database: `npm run bench findings [COUNTIES]` (10 unless said), or on the
 * demonstration that ONROLL_DATA holds. Promised: a hundred counties within 60 s on 2 cores, and what a change of a fact
 * touches within 2 s.
 */
const promised = { pass: 60_000, change: 2_000 }
const counties = Number(process.argv[3] ?? 10)
const kept = process.env['ONROLL_DATA']
const folder = kept ?? mkdtempSync(join(tmpdir(), 'onroll-bench-'))
const settings = configuration({ ONROLL_DATA: folder, ONROLL_LOG: 'quiet' })
const ground = await openGround(settings)
const admin = new Client(ground.server.admin)
try {
  await admin.connect()
  await admin.query('set search_path = onroll, public')
  if ((await purposeOfDatabase(ground.db)) === 'empty') await load(ground)
  await pass('Everything stored anew', true)
  await pass('Nothing has changed', false)
  await changes()
} finally {
  await admin.end()
  await ground.stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}

async function load({ db, secret }: Ground) {
  const began = performance.now()
  await loadDemonstration(db, secret, new Date())
  await multiplyDemonstration(admin, counties, () => undefined)
  await admin.query('set search_path = onroll, public')
  console.log(`Loaded ${counties} counties in ${seconds(performance.now() - began)}`)
}

/** One night: every open case, its facts loaded, the rules asked, what they find compared and stored. */
async function pass(name: string, anew: boolean) {
  if (anew) await admin.query('truncate finding')
  await admin.query('analyze finding')
  const time = { load: 0, evaluate: 0, store: 0 }
  const rows = { load: 0, evaluate: 0, store: 0 }
  let most = 0
  const watch: Watch = (part, milliseconds, count) => {
    time[part] += milliseconds
    rows[part] += count
    most = Math.max(most, process.memoryUsage().heapUsed)
  }
  const began = performance.now()
  const cases = await askAbout(
    { db: ground.db, now: () => new Date() },
    openCases(ground.db),
    watch,
  )
  const took = performance.now() - began
  const all = time.load + time.evaluate + time.store
  const share = (part: keyof typeof time) => `${part} ${Math.round((time[part] / all) * 100)} %`
  console.log(
    [
      `${name}: ${words(cases)} cases in ${seconds(took)}${took > promised.pass ? ' (promised: 60 s for a hundred counties)' : ''}`,
      `${words(rows.load)} rows read, ${words(rows.evaluate)} findings compared, ${words(rows.store)} rows written`,
      `${words(((rows.load + rows.store) / took) * 1000)} rows a second`,
      `${share('load')}, ${share('evaluate')}, ${share('store')}`,
      `${Math.round(most / 1_048_576)} MB of memory at most`,
    ].join('; '),
  )
}

/** From the commit of a change of one fact until the rules have been asked about it, with the jobs running as they do. */
async function changes() {
  const { rows: children } = await admin.query<{ id: string }>(
    `select child_id as id from referral r where status = 'accepted'
        and exists (select 1 from care_status c where c.child_id = r.child_id) order by id limit 40`,
  )
  const worker = await startJobs(
    { ...ground, now: () => new Date() },
    jobs(settings).filter(({ name }) => name === 're-evaluate-changed'),
  )
  const times: number[] = []
  await settled()
  for (const { id } of children) {
    await admin.query(
      `update care_status set social_worker = case when social_worker is null then 'Ms Example' end where child_id = $1`,
      [id],
    )
    const began = performance.now()
    await settled()
    times.push(performance.now() - began)
  }
  await worker.stop()
  times.sort((a, b) => a - b)
  const longest = times.at(-1) ?? 0
  console.log(
    `A change of a fact: ${times.length} times; asked about within ${Math.round(times[times.length >> 1] ?? 0)} ms at the median, ${Math.round(longest)} ms at most${longest > promised.change ? ' (promised: 2 s)' : ''}`,
  )
}

async function settled() {
  while ((await admin.query('select 1 from fact_change limit 1')).rowCount)
    await new Promise(resolve => setTimeout(resolve, 5))
}

function words(n: number) {
  return Math.round(n).toLocaleString('en-GB')
}

function seconds(milliseconds: number) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
