import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { mast } from '#testing/mast.ts'
import { overflow, tooSmall, violations } from '#testing/page-checks.ts'
import { photograph } from '#testing/pictures.ts'
import { visitorsOnPhones } from './visitors-on-phones.ts'

const { site, visitor, companion, plannedVisit, signInOn, phoneAt } = await visitorsOnPhones()
const signal = await mast(Number(new URL(site.origin).port))
const away = { baseURL: signal.origin }

async function look(page: Page, item: string, note: string) {
  await page.getByLabel('What do you look at?').selectOption({ label: item })
  await page.getByLabel('What do you find?').fill(note)
  await page.getByRole('button', { name: 'Keep this', exact: true }).click()
}
const notesOf = async (visit: string): Promise<string[]> =>
  (
    await site.admin.query('select note from visit_item where visit_id = $1 order by note', [visit])
  ).rows.map(({ note }) => note)
const filesOf = async (visit: string) =>
  (await site.admin.query('select name from file where visit_id = $1', [visit])).rows
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }))

/** The page can be opened without a signal as soon as a worker stands behind it and has what it needs. */
const isReady = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(
          async () =>
            navigator.serviceWorker.controller !== null &&
            (await caches.match('/visits/without-signal')) !== undefined,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)

/** Everything that the worker keeps, as one text. */
const keptByWorker = (page: Page) =>
  page.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        texts.push(request.url, JSON.stringify([...(answer?.headers ?? [])]))
        texts.push((await answer?.text()) ?? '')
      }
    }
    return texts.join('\n')
  })

test('Reloaded without a signal, the page can be written on; everything arrives once with a signal', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit, away)
  await isReady(page)
  signal.cut()
  await look(page, 'A. Books and other work', 'Before the page was lost')
  await page.getByLabel('What do you find?').fill('Half a sentence')
  await page.getByText('1 entry is kept on this device').waitFor()
  await page.waitForTimeout(600)
  await page.reload()

  // Nobody's name, and nothing to be read of what was written before.
  await page.getByRole('heading', { name: 'Without a signal' }).waitFor()
  await page.getByText('1 entry is kept on this device, sealed').waitFor()
  expect(await page.textContent('main')).not.toContain('Before the page was lost')
  expect(await page.content()).not.toContain('The Forge')
  expect(await page.content()).not.toContain('Cora Coordinator')
  expect(await overflow(page)).toBe(0)
  expect(await tooSmall(page)).toEqual([])
  expect(await violations(page)).toEqual([])

  await look(page, 'B. Lesson observations', 'After the page was lost')
  await page
    .getByLabel('Add a photograph')
    .setInputFiles([{ name: 'hall.jpg', mimeType: 'image/jpeg', buffer: photograph(6) }])
  await page.getByText('1 photograph is kept on this device, sealed').waitFor()
  await page.getByLabel('What do you find?').fill('Another half')
  await page.getByText('2 entries are kept on this device, sealed').waitFor()
  await page.waitForTimeout(600)
  expect(await stored(page)).not.toContain('After the page was lost')
  expect(await stored(page)).not.toContain('Another half')
  // Lost once more: of what the page itself wrote nothing can be read either.
  await page.reload()
  await page.getByText('2 entries are kept on this device, sealed').waitFor()
  expect(await page.textContent('main')).not.toContain('After the page was lost')
  expect(await notesOf(visit)).toEqual([])

  // There is a signal again, and nobody is writing: the page comes back by itself.
  signal.mend()
  await page.getByText('1 entry is kept on this device and needs you').waitFor({ timeout: 30_000 })
  await expect
    .poll(() => notesOf(visit), { timeout: 15_000 })
    .toEqual(['After the page was lost', 'Before the page was lost'])
  await expect.poll(() => filesOf(visit), { timeout: 15_000 }).toEqual([{ name: 'hall.jpg' }])
  // Neither half is lost: one stands in the form, the other beside it.
  const half = await page.getByLabel('What do you find?').inputValue()
  const list = await page.textContent('[data-onroll-kept-list]')
  expect([half, list].join()).toContain('Half a sentence')
  expect([half, list].join()).toContain('Another half')
  // What stands in the form and what waits beside it change places.
  await page.getByRole('button', { name: 'Put it back into the form' }).click()
  await expect.poll(() => page.getByLabel('What do you find?').inputValue()).not.toBe(half)
  expect(await page.textContent('[data-onroll-kept-list]')).toContain(half)
  await phone.close()
}, 120_000)

test('What the worker keeps is the same for everybody: no name, no token, no key', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit, away)
  await isReady(page)
  const key = await page.locator('[data-onroll-kept]').getAttribute('data-onroll-kept-key')
  const tag = await page.locator('[data-onroll-person]').getAttribute('data-onroll-person')
  const token = await page.locator('input[name="_csrf"]').first().inputValue()
  await page.goto(`/visits/${visit}`)
  await page.goto('/visits')
  const kept = await keptByWorker(page)
  expect(kept.includes('Without a signal')).toBe(true)
  const personal = [key, tag, token, visit, visitor.userId, 'Cora Coordinator', 'The Forge']
  expect(personal.filter(each => !each || kept.includes(each))).toEqual([])
  expect(kept.includes('name="_csrf" value="')).toBe(false)
  expect(kept.toLowerCase().includes('set-cookie')).toBe(false)
  await phone.close()
}, 60_000)

test('Without a signal nobody writes on a page that was not opened here, or after signing out', async () => {
  const visit = await plannedVisit()
  const another = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit, away)
  await isReady(page)
  signal.cut()
  await page.goto(`/visits/${another}/on-site`)
  await page.getByText('To go on writing').waitFor()
  expect(await page.getByLabel('What do you find?').isVisible()).toBe(false)
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByLabel('What do you find?').waitFor()

  await page.goto('about:blank')
  signal.mend()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await stored(page)).not.toContain('onroll-box')
  // With a signal the worker stands in nobody’s way, where the service sends on to signing in.
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  signal.cut()
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByText('To go on writing').waitFor()
  expect(await page.getByLabel('What do you find?').isVisible()).toBe(false)
  await phone.close()
  signal.mend()
}, 60_000)

test('What was written without a signal is its writer’s: a colleague on the same phone neither reads nor sends it', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit, away)
  await isReady(page)
  signal.cut()
  await page.reload()
  await look(page, 'C. Talks with pupils', 'Written by Cora alone')
  await page.getByText('1 entry is kept on this device, sealed').waitFor()
  await page.goto('about:blank')
  signal.mend()
  await phone.clearCookies()
  await signInOn(phone, companion)
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByText('Something of another person').waitFor()
  expect(await page.content()).not.toContain('Written by Cora alone')
  expect(await notesOf(visit)).toEqual([])
  await phone.clearCookies()
  await signInOn(phone, visitor)
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByText('No entry is kept on this device').waitFor()
  expect(await notesOf(visit)).toEqual(['Written by Cora alone'])
  await phone.close()
}, 60_000)
