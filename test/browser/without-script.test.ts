import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { londonDay } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'
import { onPhone, onScreen, siteInChromium } from '#testing/site-in-chromium.ts'
import { peopleByRole } from './people.ts'
import { fillDate, press, tick } from './referring.ts'

const site = await siteInChromium()
const people = await peopleByRole(site)
const without = { ...onScreen, javaScriptEnabled: false }
const openAs = (role: Role, path: string, options: BrowserContextOptions = without) =>
  site.openAs(people.get(role)?.email ?? '', path, options)
const shown = (page: Page) => page.textContent('main')

test('Without script a co-ordinator takes a case from the inbox and asks about it, and the school answers', async () => {
  const coordinator = await openAs('coordinator', '/inbox')
  await coordinator
    .getByLabel('Referred by')
    .selectOption(people.get('school-referrer')?.organisation ?? '')
  await press(coordinator, 'Apply filters')
  await coordinator.locator('tbody input[type=checkbox]').first().check({ force: true })
  await coordinator
    .getByLabel('Give the chosen cases to')
    .selectOption({ label: people.get('coordinator')?.name ?? '' })
  await press(coordinator, 'Assign the chosen cases')
  expect(await shown(coordinator)).toContain('assigned')

  await coordinator.locator('tbody a').first().click()
  await press(coordinator, 'Ask for information')
  await press(coordinator, 'Send the question')
  expect(await coordinator.title()).toContain('Error: ')
  await coordinator.getByLabel('What do you need to know?').fill('Which lessons go well?')
  await press(coordinator, 'Send the question')

  const questions = `${/\/cases\/[^/]+/.exec(coordinator.url())?.[0]}/questions`
  const school = await openAs('school-referrer', questions)
  await press(school, /^Answer/)
  await school.getByLabel('Your answer').fill('Design and technology')
  await press(school, 'Send the answer')
  await coordinator.goto(questions)
  expect(await shown(coordinator)).toContain('Design and technology')
  for (const page of [coordinator, school]) await page.context().close()
}, 180_000)

test('Without script a panel is planned, schools are invited, a case is listed and decided', async () => {
  const page = await openAs('coordinator', '/meetings/new')
  await fillDate(page, 'day', londonDay(new Date()))
  await page.getByLabel('Place').fill('Online')
  await press(page, 'Plan the meeting')
  const meeting = page.url()
  await press(page, 'Invite the schools')
  await press(page, 'Send the invitations')
  await press(page, 'Add cases to the agenda')
  await page.locator('tbody input[type=checkbox]').last().check({ force: true })
  await press(page, 'Add to the agenda')
  await press(page, 'Open the meeting')
  await page.locator('main a[href*="/items/"]').first().click()
  await press(page, 'Record the decision')
  await tick(page, 'No further action, or advice only')
  await page.getByLabel('Reasons').fill('The school goes on as it does')
  await press(page, 'Save the decision')

  expect(await shown(page)).toContain('is recorded')
  await page.goto(meeting)
  expect(await shown(page)).toContain('Not issued')
  await page.context().close()
}, 180_000)

test('Without script Admissions confirms that a child is on roll', async () => {
  const page = await openAs('admissions', '/')
  await press(page, 'Confirm the day on roll')
  await press(page, 'Send')
  expect(await page.title()).toContain('Error: ')
  await tick(page, 'Yes')
  await fillDate(page, 'rollDate', londonDay(new Date()))
  await press(page, 'Send')

  expect(await shown(page)).not.toContain('There is a problem')
  expect(await shown(page)).toContain('Success')
  await page.context().close()
}, 120_000)

test('Without script guidance is searched, and what it does not say is asked', async () => {
  const page = await openAs('provider-manager', '/guidance')
  await page.getByLabel('Search guidance').fill('unregisterd scool')
  await press(page, 'Search')
  expect(await shown(page)).toContain('unregistered')
  await press(page, 'Ask a question')
  await page.getByLabel('Your question').fill('May a tutor teach at two providers on one day?')
  await page.getByLabel('What it is about').selectOption({ index: 1 })
  await press(page, 'Continue')
  if (await page.getByRole('button', { name: /^None of these/ }).count())
    await press(page, /^None of these/)

  expect(await shown(page)).toContain('Your question has been sent')
  await page.context().close()
}, 120_000)

test('Without script every place can be gone to on a phone, and what would be folded is open', async () => {
  const page = await openAs('coordinator', '/inbox', { ...onPhone, javaScriptEnabled: false })
  expect(await page.getByRole('link', { name: 'Meetings' }).first().isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Apply filters' }).isVisible()).toBe(true)
  await page.context().close()
})
