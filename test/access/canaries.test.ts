import { Fragment, h } from 'preact'
import { afterAll, expect, test } from 'vitest'
import { NotFound } from '#domain/refusal.ts'
import { createApp } from '#platform/http/app.tsx'
import { page } from '#platform/http/page.tsx'
import { BadRequest } from '#platform/http/respond.tsx'
import { mailServer } from '#testing/mail-server.ts'
import { fieldsIn, fieldsInMails, fieldsInTrail } from './canaries/afterwards.ts'
import {
  lookAtDemonstration,
  lookAtHeldForm,
  openLetters,
  openPupilLinks,
  signInHalfway,
} from './canaries/doors.ts'
import { harvestOf } from './canaries/harvest.ts'
import { judgeOf } from './canaries/judge.ts'
import { shownToNobody } from './canaries/known.ts'
import { lookingAt } from './canaries/look.ts'
import { postAsShown, postBadly, postWhatIsRefused } from './canaries/post.ts'
import { setScene } from './canaries/scene.ts'
import { found, searchesFor } from './canaries/search.ts'
import { judgeByNow, placesNow, worldNow } from './canaries/stored.ts'
import { mayGo, nothingWalked, walkAll, walkLists } from './canaries/walk.ts'
import { dice } from './world/dice.ts'

// Every run walks through the same world unless told otherwise; for a night: npm run bench canaries.
const seed = Number(process.env['ONROLL_CANARY_SEED'] ?? 4)
const thorough =
  process.env['ONROLL_CANARY_THOROUGH'] === '1' || process.env['ONROLL_TESTS_EVERYTHING'] === '1'
const mail = await mailServer()
await mail.start()
afterAll(() => mail.stop())
const scene = await setScene(seed, { SMTP_URL: mail.url })
// While something is mended, a role or two are enough: ONROLL_CANARY_ROLES=sena,chair.
const roles = process.env['ONROLL_CANARY_ROLES']?.split(',')
const { unusual, nobody } = scene.viewers
const standing = scene.viewers.standing.filter(
  ({ membership }) => !roles || roles.includes(String(membership?.role)),
)
const viewers = [...standing, ...unusual, nobody]
const judge = judgeOf(scene.world, scene.places)
const looking = lookingAt(scene)
const harvest = harvestOf(scene.routes)
const walked = nothingWalked()
const chance = dice(seed + 1)
const walk = { world: scene.world, judge, chance, looking, harvest, walked, thorough }
const sure = judgeByNow(scene)
const texts = (found: Map<string, string>) =>
  [...found].map(([what, where]) => `${what} (${where})`)
const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1)

test('Every page, file and feed tells each reader only what the matrix gives them', async () => {
  const began = performance.now()
  await walkAll(walk, scene.routes, viewers)
  await openLetters({ scene, judge, looking, walked })
  await openPupilLinks({ scene, judge, walked })
  await signInHalfway({ scene, judge, looking, walked })
  await lookAtHeldForm({ scene, judge, looking, walked })
  await lookAtDemonstration({ scene, judge, looking, walked })
  console.log(
    `Canaries: ${scene.places.size} marks, ${JSON.stringify(walked.count)} in ${seconds(began)} s`,
  )
  if (scene.bugs().length > 0) console.log(scene.bugs().join('\n'))
  expect(texts(walked.leaks)).toEqual([])
  expect(texts(walked.faults), scene.bugs().join('\n')).toEqual([])
}, 900_000)

test('What is not for a reader is answered like what there is not: in the same words and in the same time', () => {
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0
  const [there, notThere] = [median(walked.times.there), median(walked.times.notThere)]
  console.log(
    `Not for the reader: ${there.toFixed(2)} ms; not there: ${notThere.toFixed(2)} ms (medians)`,
  )
  expect(texts(walked.toldApart)).toEqual([])
  expect(walked.times.there.length).toBeGreaterThan(100)
  expect(Math.abs(there - notThere)).toBeLessThan(Math.max(2, notThere / 2))
})

test.skipIf(roles)('Every page is walked to, or there is a reason', () => {
  const pages = scene.routes.filter(({ method }) => method !== 'POST').map(({ path }) => path)
  expect(pages.filter(path => !walked.shown.has(path))).toEqual(Object.keys(shownToNobody))
})

test('A form that is refused tells nobody more than they may see or have typed', async () => {
  const began = performance.now()
  walked.toldApart.clear()
  await postWhatIsRefused({ ...walk, sure }, scene.routes, [...standing, nobody])
  console.log(`Canaries: refused ${JSON.stringify(walked.count)} in ${seconds(began)} s`)
  expect(texts(walked.leaks)).toEqual([])
  expect(texts(walked.faults), scene.bugs().join('\n')).toEqual([])
  expect(texts(walked.toldApart)).toEqual([])
}, 900_000)

test('Nobody finds a child who is not for them, by name, UPN, reference or day of birth', async () => {
  const searching = standing.filter(viewer => mayGo(judge, viewer, { permission: 'child.search' }))
  const told: string[] = []
  let count = 0
  for (const viewer of searching)
    for (const [theirs, nobodys] of searchesFor(scene, judge, viewer)) {
      count += 1
      const somebody = looking.turnOf(viewer, false)
      if ((await found(looking, somebody, theirs)) !== (await found(looking, somebody, nobodys)))
        told.push(`${viewer.membership?.role} ${JSON.stringify(theirs)}`)
    }
  expect(told).toEqual([])
  expect(count).toBeGreaterThan(10)
}, 60_000)

test('A form that is filled in badly is shown again, and tells no more than before', async () => {
  const began = performance.now()
  await postBadly({ ...walk, sure }, scene.routes, standing)
  console.log(`Canaries: badly ${JSON.stringify(walked.count)} in ${seconds(began)} s`)
  expect(texts(walked.leaks)).toEqual([])
  expect(texts(walked.faults), scene.bugs().join('\n')).toEqual([])
}, 900_000)

test('Forms that go through leave nothing where it may not stand: the next pages, mails, the log, the audit', async () => {
  const began = performance.now()
  await postAsShown({ ...walk, sure }, scene.routes)
  await scene.runJobs()
  const now = await worldNow(scene.admin, scene.world)
  const later = judgeOf(now, placesNow(scene.catalogue, scene.places, now))
  await walkLists({ ...walk, world: now, judge: later }, scene.routes, standing)
  console.log(
    `Canaries: then ${JSON.stringify(walked.count)} in ${seconds(began)} s; ${mail.delivered.length} mails, ${scene.logged.length} lines of log`,
  )
  expect(texts(walked.leaks)).toEqual([])
  expect(texts(walked.faults), scene.bugs().join('\n')).toEqual([])
  expect(mail.delivered.length).toBeGreaterThan(10)
  expect(fieldsInMails(scene, mail.delivered)).toEqual([])
  expect(scene.logged.length).toBeGreaterThan(1000)
  expect(fieldsIn(scene, scene.logged.join('\n'))).toEqual([])
  expect(await fieldsInTrail(scene)).toEqual([])
}, 900_000)

test('A page that told too much would be noticed', async () => {
  const careless = page({
    path: '/children/:child/careless',
    permission: 'child.read',
    discloses: 'nothing personal',
    load: ({ site, params }) =>
      site.db.asWorker(tx =>
        tx
          .selectFrom('child')
          .select('birth_date')
          .where('id', '=', params.child)
          .executeTakeFirst(),
      ),
    view: child => h(Fragment, null, `Born ${child?.birth_date}`),
  })
  const app = createApp(scene.site, [careless])
  const seen = nothingWalked()
  await walkAll({ ...walk, looking: lookingAt({ app }), walked: seen }, [careless], standing)
  const told = 'child.birth_date at /children/:child/careless to '
  expect([...seen.leaks.keys()].filter(leak => leak.startsWith(told)).length).toBeGreaterThan(0)
})

test('A page that refuses what is there, and does not find what is not, would be noticed', async () => {
  const careless = page({
    path: '/providers/:provider/agreements/:agreement/careless',
    permission: 'provider.read',
    discloses: 'nothing personal',
    load: async ({ site, params }) => {
      const there = await site.db.asWorker(tx =>
        tx
          .selectFrom('service_level_agreement')
          .select('id')
          .where('id', '=', params.agreement)
          .executeTakeFirst(),
      )
      throw there ? new BadRequest(403, 'Not yours to keep') : new NotFound()
    },
    view: () => h(Fragment, null),
  })
  const app = createApp(scene.site, [careless])
  const seen = nothingWalked()
  await walkAll({ ...walk, looking: lookingAt({ app }), walked: seen }, [careless], standing)
  expect([...seen.toldApart.keys()]).toContainEqual(
    expect.stringContaining('/careless: foreign answers 403, nothing 404'),
  )
})
