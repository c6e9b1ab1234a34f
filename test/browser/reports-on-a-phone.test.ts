import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { overflow, sticksOut, tooSmall, violations } from '#testing/page-checks.ts'
import { placedChild, wednesday } from '#testing/placed-child.ts'
import { onPhone, onScreen, siteInChromium } from '#testing/site-in-chromium.ts'
import type { Member } from '#testing/world.ts'

const site = await siteInChromium({ told: false })
site.setToday(wednesday)
const { insert, member, organisation, signedIn, child, hbep, larkfield } = await county(site)
const coordinator = await member('coordinator', hbep)
const forge = await organisation('provider', 'The Forge')
const tutor = await member('provider-tutor', forge, { name: 'Theo Tutor' })
const dsl = await member('school-dsl', larkfield, { name: 'Lena Lead' })
const { placement } = await placedChild(site, insert, {
  child: await child({ school: larkfield, forename: 'Orla', surname: 'O’Hara-Featherstonehaugh' }),
  commissioner: hbep,
  provider: forge,
  madeBy: coordinator.userId,
})
await insert('placement_tutor', {
  placement_id: placement,
  user_id: tutor.userId,
  from_on: '2020-01-01',
  named_by: coordinator.userId,
})

async function windowOf(person: Member, size: object): Promise<BrowserContext> {
  const context = await site.chromium.newContext({ baseURL: site.origin, ...size })
  context.setDefaultTimeout(15_000)
  const [name = '', value = ''] = (await signedIn(person)).cookie.split('=')
  await context.addCookies([{ name, value, url: site.origin }])
  return context
}

const shots = process.env['ONROLL_SHOTS']
const troubles = async (page: Page, what: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${what}.png`, fullPage: true })
  return [
    ...((await overflow(page)) > 0 ? ['scrolls sideways'] : []),
    ...(await sticksOut(page)),
    ...(await tooSmall(page)),
    ...(await violations(page)),
  ].map(trouble => `${what}: ${trouble}`)
}

let sent = ''

test('A tutor reports an incident from the register on a phone', async () => {
  const page = await (await windowOf(tutor, onPhone)).newPage()
  await page.goto('/register')
  await page
    .getByRole('link', { name: /^Report/ })
    .first()
    .click()
  const found = await troubles(page, 'phone-begin')
  await page.getByRole('button', { name: 'Report an incident' }).click()
  await page.getByLabel('At what time?').fill('10.40')
  await page.getByLabel('Where did it happen?').fill('In the yard')
  await page.getByLabel('What happened, in the order it happened?').fill('A ball hit a window.')
  await page.getByLabel('What was done at once?').fill('Everybody went inside.')
  await page.getByLabel('Was anybody hurt?').fill('Nobody')
  await page.getByRole('group', { name: 'hold or restrain' }).getByLabel('Yes').check()
  await page.getByRole('button', { name: 'Save and check' }).click()
  found.push(...(await troubles(page, 'phone-errors')))
  await page.getByLabel('How, by whom, for how long').fill('By the arm, for a moment')
  await page.getByRole('group', { name: 'police' }).getByLabel('No').check()
  await page.getByRole('group', { name: 'parents or carers' }).getByLabel('Yes').check()
  await page.getByLabel('Who was told').fill('The mother, at eleven')
  await page.getByRole('group', { name: 'only safeguarding leads' }).getByLabel('Yes').check()
  await page.getByRole('button', { name: 'Save and check' }).click()
  found.push(...(await troubles(page, 'phone-part')))
  await page.getByLabel('What was seen, heard or said?').fill('Words for leads')
  await page.getByRole('button', { name: 'Save and check the report' }).click()
  found.push(...(await troubles(page, 'phone-check')))
  await page.getByRole('button', { name: 'Send the report' }).click()
  found.push(...(await troubles(page, 'phone-sent')))
  sent = new URL(page.url()).pathname
  await page.goto('/provider-reports')
  found.push(...(await troubles(page, 'phone-list')))
  await page.goto(`/placed/${placement}/reports`)
  await page.getByRole('button', { name: 'Write a progress report' }).click()
  found.push(...(await troubles(page, 'phone-progress')))
  await page.context().close()
  expect(found).toEqual([])
})

test('The safeguarding lead reads it on a screen and answers', async () => {
  const page = await (await windowOf(dsl, onScreen)).newPage()
  await page.goto('/provider-reports')
  const found = await troubles(page, 'screen-list')
  await page.goto(sent)
  found.push(...(await troubles(page, 'screen-report')))
  await page.getByRole('link', { name: 'Open the safeguarding part' }).click()
  found.push(...(await troubles(page, 'screen-part')))
  await page.goto(sent)
  await page.getByLabel('Answer the provider (optional)').fill('We come today.')
  await page.getByRole('button', { name: 'I have read it' }).click()
  await page.goto(`/placements/${placement}/reports`)
  found.push(...(await troubles(page, 'screen-placement')))
  await page.goto(`${sent}/print`)
  found.push(...(await troubles(page, 'screen-print')))
  await page.context().close()
  expect(found).toEqual([])
})
