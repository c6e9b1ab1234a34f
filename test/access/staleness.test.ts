import { Agent, get } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { listen } from '#platform/serve.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// A right that ends, ends for the first request that starts after it ended: nothing is kept from one to the next.
const site = await testSite()
site.setNow(new Date().toISOString())
const { member, signedIn, child, insert, hbep, larkfield } = await county(site)
const { admin } = site

/** Ten people with five tabs each: more than anybody has, and no person asks too often. */
async function tabsOf(role: 'school-dsl' | 'panel-member', path: string) {
  const people = await Promise.all(Array.from({ length: 10 }, () => member(role, larkfield)))
  const cookies = await Promise.all(
    people.flatMap(person =>
      Array.from({ length: 5 }, async () => (await signedIn(person)).cookie),
    ),
  )
  const ask = (cookie: string) =>
    site.fetch(new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie } }))
  return { people, cookies, ask }
}

/** Every tab asks and asks; in the middle of it the right ends. How each request was answered that began after that. */
async function answersAfter(
  { cookies, ask }: Awaited<ReturnType<typeof tabsOf>>,
  end: () => Promise<unknown>,
) {
  let ended = false
  const before: number[] = []
  const after: number[] = []
  const tabs = cookies.map(async cookie => {
    for (let left = 20; left > 0; ) {
      const began = ended
      const { status } = await ask(cookie)
      ;(began ? after : before).push(status)
      if (began) left -= 1
    }
  })
  while (before.length < 60) await new Promise(resolve => setTimeout(resolve, 5))
  await end()
  ended = true
  await Promise.all(tabs)
  return { before, after }
}

const ids = (people: readonly Member[]) => people.map(({ userId }) => userId)

describe('Of a thousand requests from fifty tabs that begin after it, none is answered', () => {
  test.each([
    [
      'a role has ended',
      `update membership set valid_to = current_date - 1 where user_id = any ($1)`,
    ],
    ['a session was ended', `update session set ended_at = now() where user_id = any ($1)`],
    ['an account was closed', `update user_account set ended_at = now() where id = any ($1)`],
    [
      'the child has moved to another school',
      `update enrolment set to_on = current_date - 1 where school_id = (select organisation_id from membership where user_id = any ($1) limit 1)`,
    ],
  ])(
    'when %s',
    async (_what, statement) => {
      const robin = await child()
      const tabs = await tabsOf('school-dsl', `/children/${robin}/contacts`)

      const { before, after } = await answersAfter(tabs, () =>
        admin.query(statement, [ids(tabs.people)]),
      )

      expect(before.filter(status => status >= 500)).toEqual([])
      expect(before.filter(status => status === 200).length).toBeGreaterThan(20)
      expect(after).toHaveLength(1000)
      expect(after.filter(status => status === 200 || status >= 500)).toEqual([])
    },
    60_000,
  )

  test('when an invitation was withdrawn', async () => {
    const meeting = await insert('meeting', {
      id: newId(),
      partnership_id: hbep,
      status: 'invited',
      starts_at: '2026-12-01T10:00Z',
      ends_at: '2026-12-01T11:00Z',
      place: 'Town hall',
    })
    await insert('invitation', { id: newId(), meeting_id: meeting, school_id: larkfield })
    const tabs = await tabsOf('panel-member', `/meetings/${meeting}`)

    const { before, after } = await answersAfter(tabs, () =>
      admin.query('update invitation set withdrawn_at = now() where meeting_id = $1', [meeting]),
    )

    expect(before.filter(status => status === 200).length).toBeGreaterThan(20)
    expect(after).toEqual(Array(1000).fill(404))
  }, 60_000)
})

test('A right that ends while a request is under way is gone for it as well, or it is answered as it was asked', async () => {
  const robin = await child()
  const lead = await member('school-dsl', larkfield)
  const browser = await signedIn(lead)
  const client = await admin.connect()
  try {
    await client.query('begin')
    await client.query('lock table contact in access exclusive mode')
    const open = browser.visit(`/children/${robin}/contacts`)
    await new Promise(resolve => setTimeout(resolve, 300))
    await client.query('update membership set valid_to = current_date - 1 where user_id = $1', [
      lead.userId,
    ])
    await client.query('commit')
    await open
  } finally {
    client.release()
  }

  // What its list held is asked of the database after the right had ended.
  expect(browser.text).not.toContain('Parent')
  expect((await browser.visit(`/children/${robin}/contacts`)).heading).not.toContain('Contacts')
})

test('The second request on one connection is refused when the right ended after the first', async () => {
  const robin = await child()
  const lead = await member('school-dsl', larkfield)
  const { cookie } = await signedIn(lead)
  const server = await listen(site.app, { host: '127.0.0.1', port: 0 })
  afterAll(() => server.close())
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = () =>
    new Promise<{ status: number; from: number }>((resolve, reject) => {
      const options = { agent, headers: { cookie } }
      get(`http://127.0.0.1:${server.port}/children/${robin}`, options, response => {
        const from = response.socket.localPort ?? 0
        response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, from }))
      }).on('error', reject)
    })

  const first = await ask()
  await admin.query('update session set ended_at = now() where user_id = $1', [lead.userId])
  const second = await ask()
  agent.destroy()

  expect(first.status).toBe(200)
  expect(second).toEqual({ status: 303, from: first.from })
})
