import { expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { authority, organisation, insert, member } = world(site)

test('Help, privacy and accessibility are read without signing in, from every page', async () => {
  await authority()
  await organisation('team', 'Data protection', 'data-protection')
  const browser = site.browser()
  await browser.visit('/sign-in')
  await browser.follow('Privacy')
  expect(browser.heading).toBe('Privacy')
  expect(browser.text).toContain('Fennshire County Council is the controller')
  expect(browser.text).toContain('Information Commissioner')
  expect(browser.text).toContain('article 6(1)(e)')
  await browser.follow('Accessibility')
  expect(browser.text).toContain('no claim of full compliance')
  await browser.follow('Help')
  expect(browser.text).toContain('Telephone 999')
})

test('What the privacy page says is removed is removed, and nothing else', async () => {
  const ada = await member('school-dsl', await organisation('school'))
  const hour = 3_600_000
  const month = 31 * 24 * hour
  const old = (table: string, column: string, age: number, values: Record<string, unknown>) =>
    insert(table, { ...values, [column]: new Date(Date.now() - age) })
  const session = (n: number) => ({
    id: id(n),
    token_hash: Buffer.from([n]),
    user_id: ada.userId,
    csrf_secret: 'x',
  })
  const message = (n: number) => ({
    id: id(n),
    kind: 'x',
    address: 'a@example.org',
    subject: 's',
    body: 'b',
  })
  await old('session', 'started_at', 7 * month, session(1))
  await old('session', 'started_at', 5 * month, session(2))
  await old('message', 'queued_at', 25 * month, message(3))
  await old('message', 'queued_at', 7 * month, message(4))
  await old('sign_in_attempt', 'at', 25 * hour, {
    email_hash: 'x',
    address: 'old',
    succeeded: false,
  })
  await old('sign_in_attempt', 'at', 0, { email_hash: 'x', address: 'new', succeeded: false })

  const job = site.site.jobs.find(({ name }) => name === 'forget-what-is-old')
  await job?.work({}, site.site)
  const left = async (query: string) => (await site.admin.query(query)).rows.map(row => row.left)
  expect(await left('select id as left from session')).toEqual([id(2)])
  expect(await left('select id as left from message')).toEqual([id(4)])
  expect(await left('select address as left from sign_in_attempt')).toEqual(['new'])
})

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
