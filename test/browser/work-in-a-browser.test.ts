import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { overflow } from '#testing/page-checks.ts'
import { onPhone, onScreen, siteInChromium } from '#testing/site-in-chromium.ts'
import { peopleByRole } from './people.ts'
import { press } from './referring.ts'

const site = await siteInChromium()
const people = await peopleByRole(site)
const emailOf = (role: Parameters<typeof people.get>[0]) => people.get(role)?.email ?? ''

test('Somebody finds a person of the demonstration by role and signs in', async () => {
  const page = await site.open('/')
  await page.getByLabel('Role').selectOption('Co-ordinator')
  await press(page, 'Apply filters')
  await press(page, /^Sign in as /)

  expect(await page.textContent('h1')).toContain('My work')
  expect(await page.textContent('header')).toContain('Co-ordinator at')
  await page.context().close()
})

test('A co-ordinator accepts a referral with the keyboard alone', async () => {
  const page = await site.openAs(emailOf('coordinator'), '/inbox')
  const id = await caseToAccept()
  await page.goto(`/cases/${id}`)
  await tabTo(page, 'Skip to main content')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Accept')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/cases/${id}/accept`)
  await tabTo(page, 'Accept the referral')
  await page.keyboard.press('Enter')
  await page.waitForURL(url => !url.pathname.endsWith('/accept'))

  const { rows } = await site.admin.query('select status from referral where id = $1', [id])
  expect(rows[0].status).toBe('accepted')
  await page.context().close()
}, 60_000)

test('On the day of the panel a member reads the papers on a phone', async () => {
  const page = await site.openAs(emailOf('panel-member'), '/meetings', onPhone)
  await press(page, /PNL-/)
  await press(page, 'Read the papers')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.locator('main a[href*="/items/"]').first().click()

  expect(await page.textContent('main')).toContain('Referred by')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})

test('A case on paper is the case, without what is only for the screen', async () => {
  const page = await site.openAs(emailOf('coordinator'), `/cases/${await caseToAccept()}`)
  await page.emulateMedia({ media: 'print' })

  for (const onlyOnScreen of ['.govuk-service-navigation', '.govuk-footer', '.onroll-help'])
    expect(await page.locator(onlyOnScreen).isVisible(), onlyOnScreen).toBe(false)
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  expect(await page.locator('.onroll-identity').isVisible()).toBe(true)
  await page.context().close()
})

test('At 400% everything is read by scrolling one way', async () => {
  const zoomed = { viewport: { width: onScreen.viewport.width / 4, height: 256 } }
  const page = await site.openAs(emailOf('coordinator'), '/', zoomed)
  for (const path of [
    '/',
    '/inbox',
    '/referrals',
    '/meetings',
    '/on-roll',
    '/rules/RTE-01',
    `/cases/${await caseToAccept()}`,
    `/cases/${await caseToAccept()}/findings`,
  ]) {
    await page.goto(path)
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
  }
  await page.context().close()
}, 60_000)

/** A referral of the co-ordinator’s partnership that waits and that nothing keeps from being accepted. */
async function caseToAccept(): Promise<string> {
  const { rows } = await site.admin.query(
    `select r.id from referral r join organisation o on o.id = r.responsible_partnership_id
      where r.status = 'submitted' and r.route = 'ordinary' and o.name = $1
        and not exists (select from finding f where f.referral_id = r.id and f.superseded_at is null
                          and f.accepted_at is null and cardinality(f.blocks) > 0)
        and not exists (select from responsibility_dispute d where d.referral_id = r.id)
      order by r.reference limit 1`,
    [people.get('coordinator')?.organisation],
  )
  return rows[0].id
}

/** Presses Tab until what has the focus is called this, as somebody without a mouse does. */
async function tabTo(page: Page, words: string) {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(`document.activeElement?.textContent?.trim() ?? ''`)
    if (focused.startsWith(words)) return
  }
  throw new Error(`“${words}” is not reached by the keyboard`)
}
