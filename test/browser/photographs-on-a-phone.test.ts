import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fileStore } from '#platform/files/file-store.ts'
import { pngOf } from '#platform/files/png-of.ts'
import { overflow, tooSmall, violations } from '#testing/page-checks.ts'
import { photograph, placeInWords } from '#testing/pictures.ts'
import { visitorsOnPhones } from './visitors-on-phones.ts'

const { site, visitor, companion, plannedVisit, signInOn, phoneAt } = await visitorsOnPhones()
const store = fileStore(site.site.configuration.dataFolder, site.site.secret)

const small = (name = 'hall.jpg') => ({ name, mimeType: 'image/jpeg', buffer: photograph(6) })
/** Larger than any phone sends without need: 3,200 points wide. */
const large = {
  name: 'workshop.png',
  mimeType: 'image/png',
  buffer: pngOf({ width: 3_200, height: 400, rgba: randomBytes(3_200 * 400 * 4) }),
}
const choose = (
  page: Page,
  ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]
) => page.getByLabel('Add a photograph').setInputFiles([...files])
const state = (page: Page) => page.locator('[data-onroll-photographs-state]')
const list = (page: Page) => page.locator('[data-onroll-photographs-list]')
const filesOf = async (
  visit: string,
): Promise<{ id: string; name: string; media_type: string }[]> =>
  (
    await site.admin.query(
      'select id, name, media_type from file where visit_id = $1 and removed_at is null order by name',
      [visit],
    )
  ).rows
/** What lies on the device: how many photographs, and whether anything of them can be read. */
const onDevice = (page: Page, words: string) =>
  page.evaluate(async words => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const asked = indexedDB.open('onroll-kept', 1)
      asked.onsuccess = () => resolve(asked.result)
    })
    const all = await new Promise<{ sealed: ArrayBuffer }[]>(resolve => {
      const asked = database.transaction('photographs').objectStore('photographs').getAll()
      asked.onsuccess = () => resolve(asked.result)
    })
    database.close()
    const text = all.map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join('')
    const lines = JSON.stringify({ ...localStorage })
    return { count: all.length, isReadable: text.includes(words) || lines.includes('hall') }
  }, words)

test('The network is cut: photographs are kept sealed, outlive the page, and each arrives once, without its place', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  expect(await violations(page)).toEqual([])
  await phone.setOffline(true)
  await choose(page, small(), large)
  await page.getByText('2 photographs are kept on this device').waitFor()
  expect(await state(page).textContent()).toContain('There is no signal')
  expect(await list(page).textContent()).toContain('hall.jpg')
  // Made smaller where it was chosen.
  expect(await list(page).textContent()).toContain('workshop.jpg')
  expect(await overflow(page)).toBe(0)
  expect(await tooSmall(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  expect(await onDevice(page, placeInWords)).toEqual({ count: 2, isReadable: false })
  expect(await filesOf(visit)).toEqual([])

  // The page is lost; another is opened when there is a signal again, twice at once.
  await page.close()
  await phone.setOffline(false)
  const [first, second] = [await phone.newPage(), await phone.newPage()]
  await Promise.all([first, second].map(each => each.goto(`/visits/${visit}/on-site`)))
  await expect.poll(() => filesOf(visit), { timeout: 15_000 }).toHaveLength(2)
  await expect
    .poll(() => onDevice(first, placeInWords), { timeout: 15_000 })
    .toMatchObject({ count: 0 })
  const files = await filesOf(visit)
  expect(files.map(({ name, media_type }) => [name, media_type])).toEqual([
    ['hall.jpg', 'image/jpeg'],
    ['workshop.jpg', 'image/jpeg'],
  ])
  for (const { id } of files) expect(store.read(id).includes(placeInWords)).toBe(false)
  const { rows } = await site.admin.query('select status from visit where id = $1', [visit])
  expect(rows).toEqual([{ status: 'draft' }])
  await first.reload()
  expect(await first.textContent('main')).toContain('File: hall.jpg')
  await phone.close()
}, 90_000)

test('The answer of the service is lost: the photograph is sent again and stands once', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  let lost = 0
  await page.route('**/on-site/upload', async route => {
    await route.fetch()
    lost += 1
    if (lost < 3) await route.abort('connectionreset')
    else await route.continue()
  })
  await choose(page, small())
  for (let at = 0; at < 3; at++) {
    await page.waitForTimeout(500)
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
  await page.getByText('1 photograph is sent').waitFor()
  expect(await list(page).textContent()).toContain('We took the place where it was made')
  expect(lost).toBeGreaterThanOrEqual(3)
  expect(await filesOf(visit)).toHaveLength(1)
  await phone.close()
}, 60_000)

test('A photograph that is refused says why, and stays until its person removes it', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  await phone.setOffline(true)
  await choose(page, small())
  await page.getByText('1 photograph is kept on this device').waitFor()
  await site.admin.query(
    `update visit set status = 'cancelled', cancelled_because = 'Snow' where id = $1`,
    [visit],
  )
  await phone.setOffline(false)
  await page.getByText('is cancelled: this cannot be done to it now').waitFor()
  expect(await state(page).textContent()).toContain(
    '1 photograph is kept on this device and needs you',
  )
  expect(await violations(page)).toEqual([])
  expect(await onDevice(page, placeInWords)).toEqual({ count: 1, isReadable: false })
  await page.getByRole('button', { name: 'Remove it from this device' }).click()
  await expect.poll(() => onDevice(page, placeInWords)).toMatchObject({ count: 0 })
  expect(await filesOf(visit)).toEqual([])
  await phone.close()
}, 60_000)

test('What this device cannot open or has no room for is not kept, and it says so', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  await phone.setOffline(true)
  const devices = await phone.newCDPSession(page)
  await devices.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1_000 })
  await choose(page, small('second.jpg'))
  await page.getByText('There is no room for it on this device').waitFor()
  expect(await list(page).textContent()).toContain('second.jpg')
  expect(await violations(page)).toEqual([])
  expect(await onDevice(page, placeInWords)).toMatchObject({ count: 0 })
  await devices.send('Storage.overrideQuotaForOrigin', { origin: site.origin })
  const note = { name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
  await choose(page, note, small())
  await page.getByText('This device cannot open it as a photograph').waitFor()
  await page.getByText('1 photograph is kept on this device').waitFor()
  await phone.setOffline(false)
  await page.getByText('1 photograph is sent').waitFor()
  expect(await filesOf(visit)).toMatchObject([{ name: 'hall.jpg' }])
  await phone.close()
}, 60_000)

test('The session ends on the way: the photographs wait for their person, and nobody else sends or reads them', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  await site.admin.query(
    `update session set ended_at = now(), ended_because = 'timed out' where user_id = $1 and ended_at is null`,
    [visitor.userId],
  )
  await choose(page, small())
  await page.getByText('You have been signed out.').waitFor()
  // A colleague borrows the phone.
  await phone.clearCookies()
  await signInOn(phone, companion)
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByText('Something of another person').waitFor()
  expect(await page.content()).not.toContain('hall.jpg')
  expect(await filesOf(visit)).toEqual([])
  // The person comes back, on any page first.
  await phone.clearCookies()
  await signInOn(phone, visitor)
  await page.goto('/visits')
  await page.getByRole('link', { name: 'Open the page to send it' }).click()
  await page.getByText('1 photograph is sent').waitFor()
  expect(await filesOf(visit)).toHaveLength(1)
  await phone.close()
}, 90_000)

test('Signing out asks first, and then leaves no photograph on the device', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  await page.route('**/on-site/upload', route => route.abort('internetdisconnected'))
  await choose(page, small())
  await page.getByText('1 photograph is kept on this device').waitFor()
  page.once('dialog', dialog => void dialog.dismiss())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForTimeout(5_200)
  expect(await onDevice(page, placeInWords)).toMatchObject({ count: 1 })
  page.once('dialog', dialog => void dialog.accept())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  expect(await onDevice(page, placeInWords)).toMatchObject({ count: 0 })
  await phone.close()
}, 60_000)

test('Without script the same page sends one photograph as a plain form', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit, { javaScriptEnabled: false })
  await choose(page, small('wall.jpg'))
  await page.getByRole('button', { name: 'Add the photograph' }).click()
  expect(await page.textContent('body')).toContain('We took the place where it was made')
  expect(await filesOf(visit)).toMatchObject([{ name: 'wall.jpg' }])
  await phone.close()
}, 60_000)
