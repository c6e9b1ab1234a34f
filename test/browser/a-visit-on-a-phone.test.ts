import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { overflow, tooSmall, violations } from '#testing/page-checks.ts'
import { visitorsOnPhones } from './visitors-on-phones.ts'

const { site, visitor, companion, plannedVisit, signInOn, phoneAt } = await visitorsOnPhones()

async function look(page: Page, item: string, note: string) {
  await page.getByLabel('What do you look at?').selectOption({ label: item })
  await page.getByLabel('What do you find?').fill(note)
  await page.getByRole('button', { name: 'Keep this', exact: true }).click()
}

async function judge(page: Page, area: string, grade: string, words: string) {
  const form = page.locator('details', { hasText: area })
  if (!(await form.getAttribute('open').then(open => open !== null)))
    await form.locator('summary').click()
  await form.getByLabel(grade, { exact: true }).check()
  await form.getByLabel('How do you judge this area?').fill(words)
  await form.getByRole('button').click()
}

const notesOf = async (visit: string): Promise<string[]> =>
  (
    await site.admin.query('select note from visit_item where visit_id = $1 order by note', [visit])
  ).rows.map(({ note }) => note)
const judgementsOf = async (visit: string) =>
  (
    await site.admin.query(
      'select section, grade, judgement from visit_judgement where visit_id = $1 order by section',
      [visit],
    )
  ).rows
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }))
const state = (page: Page) => page.locator('[data-onroll-kept-state]')

test('The network is cut: entries are kept, outlive the page, and each arrives once', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  expect(await overflow(page)).toBe(0)
  expect(await tooSmall(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  await phone.setOffline(true)
  await look(page, 'A. Books and other work', 'Marked every week')
  await look(page, 'C. Talks with pupils', 'They know whom to ask')
  await judge(page, 'B. Quality of teaching', 'Strong', 'Clear and calm')
  await page.getByLabel('What do you find?').fill('Half a sentence')
  await page.waitForTimeout(600)
  expect(await state(page).textContent()).toContain('3 entries are kept on this device')
  expect(await state(page).textContent()).toContain('There is no signal')
  expect(await overflow(page)).toBe(0)
  expect(await violations(page)).toEqual([])
  expect(await notesOf(visit)).toEqual([])
  // On the device the words are sealed.
  expect(await stored(page)).not.toContain('Marked every week')
  expect(await stored(page)).not.toContain('Half a sentence')

  // The page is lost; another is opened when there is a signal again, twice at once.
  await page.close()
  await phone.setOffline(false)
  const [first, second] = [await phone.newPage(), await phone.newPage()]
  await Promise.all([first, second].map(each => each.goto(`/visits/${visit}/on-site`)))
  await first.getByText('No entry is kept on this device').waitFor()
  expect(await notesOf(visit)).toEqual(['Marked every week', 'They know whom to ask'])
  expect(await judgementsOf(visit)).toEqual([
    { section: 'B', grade: 'strong', judgement: 'Clear and calm' },
  ])
  expect(await first.getByLabel('What do you find?').inputValue()).toBe('Half a sentence')
  await first.reload()
  expect(await first.textContent('main')).toContain('Received (3)')
  const { rows } = await site.admin.query('select status, visited_on from visit where id = $1', [
    visit,
  ])
  expect(rows).toMatchObject([{ status: 'draft' }])
  await phone.close()
}, 90_000)

test('The answer of the service is lost: the entry is sent again and stands once', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  let lost = 0
  await page.route('**/entries', async route => {
    await route.fetch()
    lost += 1
    if (lost < 3) await route.abort('connectionreset')
    else await route.continue()
  })
  await look(page, 'A. Books and other work', 'Sent three times')
  await page.waitForTimeout(400)
  expect(await state(page).textContent()).toContain('1 entry is kept on this device')
  for (let at = 0; at < 3; at++) {
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForTimeout(300)
  }
  await page.getByText('No entry is kept on this device').waitFor()
  expect(lost).toBeGreaterThanOrEqual(3)
  expect(await notesOf(visit)).toEqual(['Sent three times'])
  await phone.close()
}, 60_000)

test('Two devices: everything arrives, and of two judgements both texts are shown', async () => {
  const visit = await plannedVisit()
  const one = await phoneAt(visitor, visit)
  const other = await phoneAt(companion, visit)
  await other.phone.setOffline(true)
  await look(other.page, 'D. Policies in place, up to date and reviewed', 'Of last year')
  await judge(other.page, 'A. What pupils achieve', 'Weak', 'I saw no targets')
  await look(one.page, 'A. Books and other work', 'Marked')
  await judge(one.page, 'A. What pupils achieve', 'Strong', 'Targets on every wall')
  await one.page.getByText('No entry is kept on this device').waitFor()
  await other.phone.setOffline(false)
  await other.page.getByText('was faster').waitFor()
  const list = other.page.locator('[data-onroll-kept-list]')
  expect(await list.textContent()).toContain('I saw no targets')
  expect(await list.textContent()).toContain('Targets on every wall')
  expect(await list.textContent()).toContain('Cora Coordinator')
  expect(await violations(other.page)).toEqual([])
  expect(await notesOf(visit)).toEqual(['Marked', 'Of last year'])
  expect(await judgementsOf(visit)).toMatchObject([{ judgement: 'Targets on every wall' }])
  // Lost pages lose neither text.
  await other.page.reload()
  await other.page.getByText('was faster').waitFor()
  await other.page.getByRole('button', { name: 'Put mine in its place' }).click()
  await other.page.getByText('No entry is kept on this device').waitFor()
  expect(await judgementsOf(visit)).toMatchObject([{ judgement: 'I saw no targets' }])
  await one.phone.close()
  await other.phone.close()
}, 90_000)

test('The session ends on the way: what is kept waits for its person, and nobody else reads it', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  await site.admin.query(
    `update session set ended_at = now(), ended_because = 'timed out' where user_id = $1 and ended_at is null`,
    [visitor.userId],
  )
  await look(page, 'B. Lesson observations', 'Written after the end')
  await page.getByText('You have been signed out.').waitFor()
  expect(await notesOf(visit)).toEqual([])
  // A colleague borrows the phone.
  await phone.clearCookies()
  await signInOn(phone, companion)
  await page.goto(`/visits/${visit}/on-site`)
  await page.getByText('Something of another person').waitFor()
  expect(await page.content()).not.toContain('Written after the end')
  expect(await stored(page)).not.toContain('Written after the end')
  expect(await notesOf(visit)).toEqual([])
  // The person comes back, on any page first.
  await phone.clearCookies()
  await signInOn(phone, visitor)
  await page.goto('/visits')
  await page.getByRole('link', { name: 'Open the page to send it' }).click()
  await page.getByText('1 entry is received').waitFor()
  expect(await notesOf(visit)).toEqual(['Written after the end'])
  expect(await stored(page)).not.toContain('onroll-kept/')
  await phone.close()
}, 90_000)

test('Signing out asks first, and then leaves nothing on the device', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit)
  await page.route('**/entries', route => route.abort('internetdisconnected'))
  await look(page, 'A. Books and other work', 'Never sent')
  await page.getByText('1 entry is kept on this device').waitFor()
  let said = ''
  page.once('dialog', dialog => {
    said = dialog.message()
    void dialog.dismiss()
  })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForTimeout(300)
  expect(said).toContain('they are removed')
  expect(await stored(page)).toContain('onroll-kept/')
  await page.waitForTimeout(5_100)
  page.once('dialog', dialog => dialog.accept())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  expect(await stored(page)).not.toContain('onroll-kept/')
  await phone.close()
}, 60_000)

test('Without script the same page is plain forms', async () => {
  const visit = await plannedVisit()
  const { phone, page } = await phoneAt(visitor, visit, { javaScriptEnabled: false })
  expect(await overflow(page)).toBe(0)
  await look(page, 'C. Consequences', 'Written on the wall')
  expect(await page.textContent('main')).toContain('Received (1)')
  await page.getByRole('button', { name: 'Keep this', exact: true }).click()
  expect(await page.textContent('main')).toContain('Choose what you looked at')
  expect(await notesOf(visit)).toEqual(['Written on the wall'])
  await phone.close()
}, 60_000)
