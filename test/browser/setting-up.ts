import type { Page } from 'playwright-core'
import { setUpSecret } from '#features/accounts/index.ts'
import { addressOfLink } from '#platform/one-time-link.ts'
import { collectTroubles } from '#testing/page-checks.ts'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import type { SiteInChromium } from '#testing/site-in-chromium.ts'
import { faultsOf } from './look.ts'

const email = 'sam.steward@example.org'

/** From an empty installation to its first people: pages that are there once, and cannot be walked to. */
export async function setUpOnroll(site: SiteInChromium) {
  const faults: string[] = []
  const seen: string[] = []
  async function look(page: Page) {
    const { pathname } = new URL(page.url())
    seen.push(pathname)
    faults.push(...(await faultsOf(page)).map(fault => `${pathname}: ${fault}`))
  }
  const open = async (path: string) => {
    const page = await site.open(path)
    collectTroubles(page, faults)
    return page
  }
  const first = await open('/set-up')
  const seed = await firstPerson(site, first, look)
  await confirmedLate(site, first, look, seed)
  await press(first, 'Send it now')
  await first.waitForURL('**/account/second-factor')
  await invite(first)
  const invited = await open(await linkTo(site, 'ivy.invited@example.org'))
  await look(invited)
  const forgetful = await open('/reset-password')
  await forgotten(site, forgetful, look)
  for (const page of [first, invited, forgetful]) await page.context().close()
  return { faults, seen }
}
type Look = (page: Page) => Promise<void>

/** The secret that was printed, a password, a second factor and its recovery codes. Answers the app’s seed. */
async function firstPerson(site: SiteInChromium, page: Page, look: Look): Promise<string> {
  await look(page)
  await page.getByLabel('Set-up secret').fill((await setUpSecret(site.db, site.site.now())) ?? '')
  await page.getByLabel('Local authority').fill('Fennshire')
  await page.getByLabel('Your name').fill('Sam Steward')
  await page.getByLabel('Your email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await press(page, 'Set up')
  await look(page)
  await page.goto('/account/second-factor/app')
  await look(page)
  const shown = /Key: ((?:[A-Z2-7]{4} ?){8})/.exec((await page.textContent('main')) ?? '')
  const seed = shown?.[1]?.replaceAll(' ', '') ?? ''
  await page.getByLabel('Code', { exact: true }).fill(signingIn(site).code(0, seed))
  await press(page, 'Continue')
  await look(page)
  await press(page, 'I have kept them')
  await page.waitForURL('**/account/second-factor')
  await page.goto('/account/second-factor/remove-app')
  await look(page)
  return seed
}

/** What was sent too long after the second factor was given waits until it is given again. */
async function confirmedLate(site: SiteInChromium, page: Page, look: Look, seed: string) {
  await page.goto('/account/recovery-codes')
  site.setNow(new Date(site.site.now().getTime() + 11 * 60_000).toISOString())
  await press(page, 'I have kept them')
  await look(page)
  await page.getByLabel('Code from your authenticator app').fill(signingIn(site).code(0, seed))
  await press(page, 'Continue')
  await look(page)
}

async function invite(page: Page) {
  await page.goto('/administration/people/invite')
  await page.locator('main a[href^="/administration/people/invite/"]').first().click()
  await page.getByLabel('Full name').fill('Ivy Invited')
  await page.getByLabel('Work email address').fill('ivy.invited@example.org')
  await page.getByLabel('Data steward').check({ force: true })
  await press(page, 'Send the invitation')
}

/** A password is forgotten, chosen anew, and the second factor asked for. */
async function forgotten(site: SiteInChromium, page: Page, look: Look) {
  await page.getByLabel('Email address').fill(email)
  await press(page, 'Send the link')
  await look(page)
  await site.runJobs()
  await page.goto(await linkTo(site, email))
  await look(page)
  const password = 'another fine long phrase'
  await page.getByLabel('New password', { exact: true }).fill(password)
  await press(page, 'Save the password')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Sign in')
  await look(page)
  await page.getByRole('link', { name: 'use a recovery code' }).click()
  await look(page)
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** The link in the latest letter to this address. */
async function linkTo(site: SiteInChromium, address: string): Promise<string> {
  const { rows } = await site.admin.query(
    `select l.id, l.kind from message m join one_time_link l on l.id = m.link_id
      where m.address = $1 order by m.queued_at desc`,
    [address],
  )
  return addressOfLink(site.site.secret, '', rows[0])
}
