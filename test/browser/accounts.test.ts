import { mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '#platform/serve.ts'
import { openChromium } from '#testing/chromium.ts'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'
import { faultsOf } from './look.ts'

// Passkeys are bound to a name: browsers refuse them for an address of numbers.
const port = await freePort()
const base = `http://localhost:${port}`
const site = await testSite({ environment: { ONROLL_BASE_URL: base } })
const { organisation, member, authority, partnership } = world(site)
const { withApp, withPassword, code } = signingIn(site)
await authority()
const { schools } = await partnership('North Partnership', ['Elm Park School'])
const [school = ''] = schools
const council = await organisation('authority', 'Fennshire County Council')
const { close } = await listen(site.app, { host: '127.0.0.1', port })
const chromium = await openChromium()
const pictures = process.env['ONROLL_PICTURES']

beforeAll(() => {
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(async () => {
  await chromium.close()
  await close()
})

async function newPage() {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !/status of 4/.test(message.text()))
      troubles.push(message.text())
  })
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('request', request => {
    if (new URL(request.url()).protocol.startsWith('http') && !request.url().startsWith(base))
      troubles.push(`asked of another host: ${request.url()}`)
  })
  return { page, troubles }
}

async function signIn(page: Page, email: string) {
  await page.goto(`${base}/sign-in`)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const heading = (page: Page) => page.locator('h1').textContent()

/** As wide as a desk and as narrow as a phone: nothing sticks out, all can be hit, axe finds nothing. */
async function looksRight(page: Page, name: string) {
  for (const width of pictures ? [375, 1280] : []) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
  return (await faultsOf(page)).map(fault => `${name}: ${fault}`)
}

test('A person adds a passkey in a real browser, and signs in with it', async () => {
  const ada = await withApp(await member('school-dsl', school, { name: 'Ada Archer' }))
  const { page, troubles } = await newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  await signIn(page, ada.email)
  await page.getByLabel('Code from your authenticator app').fill(code())
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.goto(`${base}/account/passkeys/add`)
  await page.getByLabel('Name').fill('work laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL('**/account/recovery-codes')
  await page.getByRole('button', { name: 'I have kept them' }).click()
  expect(await page.locator('main').textContent()).toContain('Passkey “work laptop”')

  await page.getByRole('button', { name: 'Sign out' }).click()
  expect(await heading(page)).toBe('Sign in to Onroll')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL(`${base}/`)
  await page.goto(`${base}/account`)
  expect(await heading(page)).toBe('Your account')
  expect(troubles).toEqual([])
}, 60_000)

test('The pages of accounts, people, messages and audit look right and are accessible', async () => {
  const steward = await withPassword(
    await member('data-steward', council, { administrator: true, name: 'Sam Steward' }),
  )
  const head = await member('school-dsl', school, { administrator: true, name: 'Hana Head' })
  const { page, troubles } = await newPage()
  const wrong: string[] = []
  const show = async (path: string, name: string) => {
    await page.goto(base + path)
    wrong.push(...(await looksRight(page, name)))
  }
  await show('/sign-in', 'sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  wrong.push(...(await looksRight(page, 'sign-in-errors')))
  for (const path of ['/help', '/privacy', '/accessibility', '/reset-password', '/invitation/x'])
    await show(path, path.replaceAll('/', '-').slice(1))

  await signIn(page, steward.email)
  wrong.push(...(await looksRight(page, 'second-factor')))
  await page.getByRole('link', { name: 'Set up' }).click()
  const key =
    (await page.locator('main').textContent())?.match(/Key: ((?:[A-Z2-7]{4} ?){8})/)?.[1] ?? ''
  await page.getByLabel('Code', { exact: true }).fill(code(0, key.replaceAll(' ', '')))
  wrong.push(...(await looksRight(page, 'set-up-app')))
  await page.getByRole('button', { name: 'Continue' }).click()
  wrong.push(...(await looksRight(page, 'recovery-codes')))
  await page.getByRole('button', { name: 'I have kept them' }).click()
  wrong.push(...(await looksRight(page, 'second-factor-set')))
  for (const path of [
    '/account',
    '/account/hat',
    '/account/password',
    '/account/sessions',
    '/account/activity',
    '/administration',
    '/administration/people',
    '/administration/people/invite',
    `/administration/people/invite/${school}`,
    `/administration/people/${head.userId}`,
    `/administration/people/${head.userId}/remove-second-factor`,
    `/administration/roles/${head.membershipId}/change`,
    `/administration/roles/${head.membershipId}/end`,
    '/administration/messages',
    '/audit',
  ])
    await show(
      path,
      path
        .replaceAll('/', '-')
        .replace(/[0-9a-f-]{36}/g, 'x')
        .slice(1),
    )
  await page.goto(`${base}/administration/messages`)
  await page.locator('tbody a').first().click()
  wrong.push(...(await looksRight(page, 'message')))

  expect(wrong).toEqual([])
  expect(troubles).toEqual([])
}, 180_000)

test('The way in to a demonstration looks right, and works with a click', async () => {
  const demoPort = await freePort()
  const demo = await testSite({
    demo: true,
    environment: { ONROLL_BASE_URL: `http://localhost:${demoPort}` },
  })
  const there = world(demo)
  const elm = await there.organisation('school', 'Elm Park School')
  await there.member('school-dsl', elm, { administrator: true, name: 'Hana Head' })
  for (let n = 0; n < 30; n += 1) await there.member('school-referrer', elm)
  const server = await listen(demo.app, { host: '127.0.0.1', port: demoPort })
  const at = (path: string) => `http://localhost:${demoPort}${path}`
  const page = await (await chromium.newContext()).newPage()
  await page.goto(at('/sign-in'))
  const wrong = await looksRight(page, 'choose-person')
  await page.getByLabel('Name or email').fill('hana')
  await page.getByRole('button', { name: 'Apply filters' }).click()
  await page.getByRole('button', { name: 'Sign in as Hana Head' }).click()
  await page.goto(at(`/administration/people/invite/${elm}`))
  await page.getByLabel('Full name').fill('Ivy Invited')
  await page.getByLabel('Work email address').fill('ivy@example.org')
  await page.getByLabel('School referrer').check()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await page.goto(at('/demo/mail'))
  wrong.push(...(await looksRight(page, 'demo-mail')))
  expect(await page.locator('main').textContent()).toContain('You are invited to use Onroll')
  await server.close()
  expect(wrong).toEqual([])
}, 90_000)

test('Before the time is up a warning says so, and can be answered', async () => {
  const ada = await withApp(await member('school-dsl', school, { name: 'Ada Archer' }))
  const { page, troubles } = await newPage()
  await page.clock.install()
  await signIn(page, ada.email)
  await page.getByLabel('Code from your authenticator app').fill(code())
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.goto(`${base}/account`)
  await page.clock.fastForward('28:30')
  await page.getByRole('button', { name: 'Stay signed in' }).waitFor()
  expect(await looksRight(page, 'idle-warning')).toEqual([])
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByRole('button', { name: 'Stay signed in' }).waitFor({ state: 'detached' })
  await page.clock.fastForward('31:00')
  await page.getByText('You have been signed out.').waitFor()
  expect(troubles).toEqual([])
}, 60_000)

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
