import { expect, test } from 'vitest'
import {
  demonstrationFault,
  finishDemonstration,
  foundAuthority,
  purposeOfDatabase,
} from '#features/accounts/index.ts'
import { remember } from '#platform/audit.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ demo: true })
const { organisation, member, partnership } = world(site)
const { schools } = await partnership('North Partnership', ['Elm Park School'])
const [elmPark = ''] = schools
const ada = await member('school-dsl', elmPark, { name: 'Ada Archer' })
const ben = await member('admissions', await organisation('team', 'Admissions'), {
  name: 'Ben Bell',
})

const post = (body: Record<string, string>, headers: Record<string, string> = {}) =>
  site.fetch(
    new Request('http://127.0.0.1:3000/demo/sign-in', {
      method: 'POST',
      body: new URLSearchParams(body),
      headers,
      redirect: 'manual',
    }),
  )

test('A script lists who can be tried out, and signs in as one of them', async () => {
  const list = await site.fetch(new Request('http://127.0.0.1:3000/demo/people.json'))
  expect(list.headers.get('content-type')).toContain('application/json')
  const people = (await list.json()) as Record<string, string>[]
  expect(people).toContainEqual({
    email: ada.email,
    name: 'Ada Archer',
    role: 'school-dsl',
    organisation: 'Elm Park School',
    organisationType: 'school',
  })

  const answer = await post({ email: ada.email })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.getSetCookie().find(each => each.startsWith('onroll='))
  const browser = site.browser(cookie)
  await browser.visit('/account/hat')
  expect(browser.status).toBe(200)
  expect(browser.wholeText).toContain('Ada Archer')
  expect(browser.wholeText).toContain('Designated safeguarding lead at Elm Park School')
})

test('A person finds somebody by role, and signs in, and out again', async () => {
  const browser = site.browser()
  await browser.visit('/account/hat')
  expect(browser.heading).toBe('Choose whom to be')
  browser.choose('Role', 'Admissions officer')
  await browser.press('Apply filters')
  expect(browser.text).toContain('Ben Bell')
  expect(browser.text).not.toContain('Ada Archer')

  await browser.press('Sign in as Ben Bell')
  expect(browser.wholeText).toContain('Admissions officer at Admissions')
  await browser.visit('/account/hat')

  await browser.press('Sign out')
  expect(browser.text).toContain('You have signed out')
  await browser.visit('/account/hat')
  expect(browser.heading).toBe('Choose whom to be')
})

test('After signing in the reader is where they wanted to go, if that is here', async () => {
  const there = await post({ email: ben.email, next: '/account/hat' })
  expect(there.headers.get('location')).toBe('/account/hat')

  for (const evil of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%0d%0aset-cookie:a=b',
    '/account/hat/../../..//evil.example',
    'https:evil.example',
    '/nowhere',
    'javascript:alert(1)',
    '/account/hat\\@evil.example',
    '/\tevil.example',
  ]) {
    const away = await post({ email: ben.email, next: evil })
    expect(away.headers.get('location'), evil).toBe('/')
  }
})

test('Another site cannot sign anybody in, and nobody signs in as someone who is not there', async () => {
  expect((await post({ email: ada.email }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await post({ email: ada.email }, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ email: 'nobody@example.org' })).status).toBe(409)
  expect((await post({ email: ada.email, role: 'coordinator' })).status).toBe(400)
  expect((await post({})).status).toBe(409)
})

test('Without a demonstration none of its addresses exists', async () => {
  const real = await testSite({ demo: false })
  const get = (path: string, init?: RequestInit) =>
    real.fetch(new Request(`http://127.0.0.1:3000${path}`, init))

  expect((await get('/demo/people.json')).status).toBe(404)
  expect((await get('/demo/sign-in', { method: 'POST', body: new URLSearchParams() })).status).toBe(
    404,
  )
  expect((await get('/demo/mail')).status).toBe(404)
})

test('A database that was not made as a demonstration is not served as one', async () => {
  const real = await testSite()
  const embedded = { databaseUrl: undefined }
  const elsewhere = { databaseUrl: 'postgres://elsewhere/onroll' }
  expect(await purposeOfDatabase(real.db)).toBe('empty')
  expect(await demonstrationFault(real.db, embedded)).toEqual([])
  expect(await demonstrationFault(real.db, elsewhere)).toHaveLength(1)

  await world(real).member('data-steward', await world(real).organisation('authority'))
  expect(await purposeOfDatabase(real.db)).toBe('real')
  expect(await demonstrationFault(real.db, embedded)).toHaveLength(1)
})

test('A demonstration begins with its authority, and says so in the database', async () => {
  const fresh = await testSite()
  const found = () =>
    fresh.db.as({ purpose: 'set-up' }, async tx => {
      const found = await foundAuthority(
        { tx, audit: entry => void entries.push(entry) },
        {
          key: 'fennshire',
          authority: 'Fennshire County Council',
          administrator: { name: 'Sam Steward', email: 'sam.steward@example.org' },
          today: '2024-09-01',
          demonstration: true,
        },
      )
      await remember(tx, 'test', entries)
      return found
    })
  const entries: Parameters<typeof remember>[2][number][] = []
  const { userId, membershipId } = await found()
  expect(await purposeOfDatabase(fresh.db)).toBe('demonstration')
  expect(await demonstrationFault(fresh.db, { databaseUrl: undefined })).toEqual([
    expect.stringContaining('was interrupted while it was loaded'),
  ])

  const steward = {
    userId,
    membershipId,
    organisationId: '',
    role: 'data-steward' as const,
    email: '',
    name: '',
  }
  await world(fresh).as(steward, finishDemonstration)
  expect(await demonstrationFault(fresh.db, { databaseUrl: 'postgres://x' })).toEqual([])

  await expect(found()).rejects.toThrow('set up already')
})
