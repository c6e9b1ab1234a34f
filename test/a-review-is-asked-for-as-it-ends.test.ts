import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

// The authority asks for a review, and the school ends the direction, in the same moment: whoever comes second is told.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, insert, child, larkfield } = world

const school = await member('school-dsl', larkfield)
const sena = await member('sena', await organisation('team', 'SENA', 'sena'))

async function runningDirection() {
  const child_id = await child({ forename: 'Rosa', surname: 'Racing' })
  await insert('special_needs', {
    id: newId(),
    child_id,
    status: 'ehcp',
    from_on: '2026-01-01',
    maintaining_authority: 'fennshire',
    source: 'school',
  })
  return insert('off_site_direction', {
    id: newId(),
    child_id,
    school_id: larkfield,
    purpose: 'improve-behaviour',
    start_on: '2026-11-02',
    status: 'issued',
    notice: JSON.stringify({ text: 'Larkfield directs this child off-site. '.repeat(4) }),
    notice_on: '2026-10-26',
    notice_to: 'Parent',
    made_by: school.userId,
    made_at: `${today}T09:00:00Z`,
  })
}

/** Holds what they wait for until each of them is on the way, one after another. */
async function whileSomebodyHolds(
  what: readonly string[],
  direction: string,
  ...others: readonly (() => Promise<unknown>)[]
) {
  const holder = await site.admin.connect()
  await holder.query('begin')
  for (const sql of what) await holder.query(sql, [direction])
  const going: Promise<unknown>[] = []
  for (const other of others) {
    going.push(other())
    for (let waiting = 0; waiting < going.length; )
      waiting = Number(
        (
          await site.admin.query(
            `select count(distinct pid) as waiting from pg_locks where not granted`,
          )
        ).rows[0].waiting,
      )
  }
  await holder.query('commit')
  holder.release()
  await Promise.all(going)
}

const requestsOf = async (direction: string) =>
  (
    await site.admin.query(
      `select asked_by, answered_on from onroll.off_site_review_request where direction_id = $1`,
      [direction],
    )
  ).rows

test('Asked first: the end waits, finds the request, and says that it is to be answered', async () => {
  const direction = await runningDirection()
  const [head, officer] = [await signedIn(school), await signedIn(sena)]
  await head.visit(`/directions/${direction}/end`)
  await officer.visit(`/directions/${direction}/requests/new`)

  head
    .choose('It ends: it has run its course, or a review decided so')
    .fill('Why does it end?', 'It has done its work')
  await whileSomebodyHolds(
    ['select 1 from onroll.off_site_direction where id = $1 for update'],
    direction,
    () => officer.press('Ask for a review'),
    () => head.press('End the direction'),
  )

  expect(officer.text).toContain('The school has been told that you ask')
  expect(head.text).toContain('Somebody asked for a review of it and waits for an answer')
  expect(await requestsOf(direction)).toEqual([{ asked_by: 'authority', answered_on: null }])
  await head.visit('/')
  expect(head.text).toContain('Answer a request for a review')
  await head.visit(`/directions/${direction}`)
  await head.follow('Answer it')
  await head.fill('What is answered?', 'The child is back in school').press('Record the answer')
  expect(head.text).toContain('The answer is recorded')
  await officer.visit(`/directions/${direction}`)
  expect(officer.text).toContain('The child is back in school')
})

test('Ended first: whoever asks is told so, and nothing is recorded', async () => {
  const direction = await runningDirection()
  const officer = await signedIn(sena)
  await officer.visit(`/directions/${direction}/requests/new`)

  await whileSomebodyHolds(
    [
      `select pg_advisory_xact_lock(hashtextextended('direction ' || $1::text, 0))`,
      `update onroll.off_site_direction set status = 'ended', ended_on = '${today}', ended_because = 'Over' where id = $1`,
    ],
    direction,
    () => officer.press('Ask for a review'),
  )

  expect(officer.status).toBe(409)
  expect(officer.text).toContain('The direction has ended since you opened this')
  expect(await requestsOf(direction)).toEqual([])
})
