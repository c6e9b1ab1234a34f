import type { Page } from 'playwright-core'
import { newId } from '#domain/ids.ts'
import { fillPast } from '#testing/refer.ts'
import type { SiteInChromium } from '#testing/site-in-chromium.ts'
import { world } from '#testing/world.ts'

/** Looks for a child, finds none, and adds the record, as a school does before its first referral of a child. */
export async function addChild(page: Page, name: string): Promise<string> {
  await page.goto('/children')
  await page.getByLabel('Name, UPN or reference').fill(name)
  await press(page, 'Search')
  await press(page, 'Start a new record')
  await fillDate(page, 'birthDate', '2013-04-02')
  await tick(page, 'Yes')
  await fillDate(page, 'rollFrom', '2024-09-02')
  await press(page, 'Add this child')
  return page.url().split('/').at(-1) ?? ''
}

/** Answers the questions before a referral, up to its list of parts. Returns the referral’s id. */
export async function passTheGate(page: Page, child: string): Promise<string> {
  await page.goto(`/referrals/new?child=${child}`)
  await press(page, 'Start the referral')
  for (const answer of [
    'On our roll',
    'No special educational needs',
    'No',
    'The child was not admitted in the course of this school year',
  ]) {
    await tick(page, answer)
    await press(page, 'Continue')
  }
  await press(page, 'Continue with the referral')
  return page.url().split('/').at(-1) ?? ''
}

/** Everything up to the moment before it is sent: the parts are filled in past the pages, which are tried elsewhere. */
export async function readyToSend(site: SiteInChromium, page: Page, name: string): Promise<string> {
  const child = await addChild(page, name)
  const id = await passTheGate(page, child)
  await world(site).insert('contact', {
    id: newId(),
    child_id: child,
    name: 'Ann Other',
    relationship: 'Mother',
    parental_responsibility: true,
  })
  await fillPast(site, id)
  await page.goto(`/referrals/${id}/check`)
  await tick(page, 'The parents know that we share this')
  return id
}

/** Presses what is called this: a button, or a link, which may look like one. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click()

export const sendButton = (page: Page) => page.getByRole('button', { name: 'Send the referral' })

/** A radio button or a box by its words, which lie over the input itself. */
export const tick = (page: Page, words: string) =>
  page
    .getByLabel(words, { exact: words.length < 12 })
    .first()
    .check({ force: true })

export async function fillDate(page: Page, name: string, date: string) {
  const [year = '', month = '', day = ''] = date.split('-')
  await page.locator(`[name="${name}-day"]`).fill(day)
  await page.locator(`[name="${name}-month"]`).fill(month)
  await page.locator(`[name="${name}-year"]`).fill(year)
}
