import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { jobs, routes } from '#app'
import { londonDay } from '#domain/dates.ts'
import { configuration } from '#platform/configuration.ts'
import { createApp } from '#platform/http/app.tsx'
import type { Site } from '#platform/http/visit.ts'
import { makeLog } from '#platform/log.ts'
import { openGround } from '#platform/open-site.ts'
import { startSession } from '#platform/sessions.ts'
import { idOf, lastWednesday, people, provisionWorld } from './provision-world.ts'

/**
 * How fast the pages of provision answer, through the application as a browser asks it: 200 providers, 2,000 live
 * placements and 60,000 sessions, and one tenth of that. Promised: below 100 ms at the median on 2 cores for the pages
 * marked so. `npm run bench provision [SCALE [PAGE]]`: 1 for the tenth alone, 10 for the whole, and pages whose name begins so.
 */
const promised = 100
const rounds = 25
const warming = 5
const day = lastWednesday(londonDay(new Date()))

for (const scale of process.argv[3] ? [Number(process.argv[3])] : [1, 10]) {
  const folder = mkdtempSync(join(tmpdir(), 'onroll-bench-'))
  const settings = configuration({ ONROLL_DATA: folder, ONROLL_LOG: 'quiet', ONROLL_DEMO: '0' })
  const ground = await openGround(settings)
  const admin = new Client(ground.server.admin)
  try {
    await admin.connect()
    await admin.query('set search_path = onroll, public')
    const placements = await provisionWorld(admin, scale, day)
    const site = {
      ...ground,
      log: makeLog('silent'),
      now: () => new Date(),
      jobs: jobs(settings),
    }
    await askTheRules(site)
    await admin.query('analyze')
    const { rows } = await admin.query(
      `select (select count(*) from provider)::int as providers, (select count(*) from placement where status = 'live')::int as placements,
              (select count(*) from register_mark)::int as marks, (select count(*) from finding where superseded_at is null)::int as findings`,
    )
    console.log(
      `\n${Object.entries(rows[0])
        .map(([what, count]) => `${Number(count).toLocaleString('en-GB')} ${what}`)
        .join(', ')}; load ${loadavg()[0]?.toFixed(1)}`,
    )
    const app = createApp(site, routes(settings))
    const cookies = await signEverybodyIn(ground)
    for (const [what, who, path, isPromised] of pages(placements)) {
      if (!what.startsWith(process.argv[4] ?? '')) continue
      const ask = async () => {
        const answer = await app.request(path, { headers: { cookie: cookies[who] } })
        const body = await answer.text()
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
        return body
      }
      console.log(await timed(what, ask, isPromised))
    }
  } finally {
    await admin.end()
    await ground.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Who = keyof typeof people

/** The pages, who opens them, and whether a time is promised. */
function pages({
  proposed,
  live,
}: Awaited<ReturnType<typeof provisionWorld>>): readonly [string, Who, string, boolean][] {
  return [
    ['register of a provider', 'manager', `/register?on=${day}`, true],
    ['tripwire at the largest provider', 'coordinator', `/placements/${proposed}/tripwire`, true],
    ['directory', 'coordinator', '/providers', true],
    ['directory, narrowed', 'school', '/providers?need=behaviour&stage=4&day=1&free=2', true],
    ['directory, approved ones', 'school', '/providers?approval=approved', true],
    ['planner of visits', 'quality', '/visit-planner', false],
    ['watch-list', 'officer', '/watch-list', true],
    ['planning call', 'school', '/planning-call', true],
    ['week of a school', 'school', `/attendance/week?on=${day}`, false],
    ['registers of a partnership', 'coordinator', `/attendance?on=${day}`, false],
    ['placements of a partnership', 'coordinator', '/placements', false],
    ['one placement', 'coordinator', `/placements/${live}`, false],
    ['children at a provider', 'manager', '/placed', false],
    ['one provider', 'quality', `/providers/${idOf('provider', 1)}/evidence`, false],
    ['coverage of questionnaires', 'officer', '/questionnaires/coverage', false],
    ['My work of a provider', 'manager', '/', false],
    ['My work of a school', 'school', '/', false],
    ['My work of a co-ordinator', 'coordinator', '/', false],
    ['My work of the Virtual School', 'officer', '/', false],
  ]
}

async function timed(what: string, ask: () => Promise<string>, isPromised: boolean) {
  const times: number[] = []
  for (let round = 0; round < rounds + warming; round += 1) {
    const began = performance.now()
    await ask()
    if (round >= warming) times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const late = isPromised && at(0.5) > promised ? ` LATE (promised: ${promised} ms)` : ''
  return `${isPromised ? '*' : ' '} ${what.padEnd(34)} median ${at(0.5).toFixed(0).padStart(4)} ms, 95th percentile ${at(0.95).toFixed(0).padStart(4)} ms${late}`
}

async function signEverybodyIn({ db }: Pick<Site, 'db'>) {
  const signed = Object.entries(people).map(async ([who, n]) => {
    const token = await db.as({ purpose: 'sign-in' }, tx =>
      startSession(tx, {
        userId: idOf('user', n),
        membershipId: idOf('membership', n),
        secondFactor: true,
      }),
    )
    return [who, `onroll=${token}`]
  })
  return Object.fromEntries(await Promise.all(signed)) as Record<Who, string>
}

/** As every night: the rules are asked about every placement and provider, and questionnaires are opened. */
async function askTheRules(site: Site) {
  const nightly = ['re-evaluate-provision', 'open-questionnaires']
  for (const name of nightly) {
    const began = performance.now()
    await site.jobs.find(each => each.name === name)?.work({}, site)
    console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}
