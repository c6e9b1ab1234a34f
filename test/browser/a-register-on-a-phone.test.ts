import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { overflow, tooSmall, violations } from '#testing/page-checks.ts'
import { placedChild, wednesday } from '#testing/placed-child.ts'
import { onPhone, siteInChromium } from '#testing/site-in-chromium.ts'
import type { Member } from '#testing/world.ts'

const site = await siteInChromium({ told: false })
site.setToday(wednesday)
const { insert, member, organisation, signedIn, child, hbep, larkfield } = await county(site)
const coordinator = await member('coordinator', hbep)
const forge = await organisation('provider', 'The Forge')
const tutor = await member('provider-tutor', forge)
const dsl = await member('school-dsl', larkfield)

const placed = async (forename: string) => {
  const scene = await placedChild(site, insert, {
    child: await child({ school: larkfield, forename, surname: 'O’Hara-Featherstonehaugh' }),
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
  })
  await insert('placement_tutor', {
    placement_id: scene.placement,
    user_id: tutor.userId,
    from_on: '2020-01-01',
    named_by: coordinator.userId,
  })
  return scene
}

/** A phone on which this person is signed in. */
async function phoneOf(person: Member, more: object = {}): Promise<BrowserContext> {
  const context = await site.chromium.newContext({ baseURL: site.origin, ...onPhone, ...more })
  context.setDefaultTimeout(15_000)
  const [name = '', value = ''] = (await signedIn(person)).cookie.split('=')
  await context.addCookies([{ name, value, url: site.origin }])
  return context
}

/** Whatever does not fit a phone, is too small to hit, or axe finds; without script only the first can be asked. */
const troubles = async (page: Page, script = true) => [
  ...((await overflow(page)) > 0 ? ['scrolls sideways'] : []),
  ...(await tooSmall(page)),
  ...(script ? await violations(page) : []),
]

const marksOf = async (placement: string) =>
  (
    await site.admin.query(
      'select mark, reason, minutes_late from register_mark where placement_id = $1 order by at, id',
      [placement],
    )
  ).rows

for (const javaScriptEnabled of [true, false])
  test(`A tutor marks children in two presses each, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const names = javaScriptEnabled ? ['Nuala', 'Orla', 'Pia'] : ['Quinn', 'Rosa', 'Sky']
    const [one, two, three] = await Promise.all(names.map(placed))
    const phone = await phoneOf(tutor, { javaScriptEnabled })
    const page = await phone.newPage()
    await page.goto('/register')
    expect(await troubles(page, javaScriptEnabled)).toEqual([])
    const card = (name = '') => page.locator('.govuk-summary-card', { hasText: name })

    await card(names[0]).getByRole('button', { name: 'Present' }).click()
    await card(names[1]).getByRole('button', { name: 'Late' }).click()
    expect(await troubles(page, javaScriptEnabled)).toEqual([])
    await page.getByRole('button', { name: '10 minutes' }).click()
    await card(names[2]).getByRole('button', { name: 'Absent' }).click()
    await page.getByRole('button', { name: 'Ill' }).click()
    expect(await page.textContent('main')).toContain('Everybody is marked')

    expect(await marksOf(one?.placement ?? '')).toMatchObject([{ mark: 'present' }])
    expect(await marksOf(two?.placement ?? '')).toMatchObject([{ mark: 'late', minutes_late: 10 }])
    expect(await marksOf(three?.placement ?? '')).toMatchObject([{ mark: 'absent', reason: 'ill' }])
    await phone.close()
  }, 90_000)

test('The network is cut and comes back: a child is marked once, and nobody twice', async () => {
  const { placement } = await placed('Tilda')
  const phone = await phoneOf(tutor)
  const page = await phone.newPage()
  await page.goto('/register')
  const present = () =>
    page.locator('.govuk-summary-card', { hasText: 'Tilda' }).getByRole('button', {
      name: 'Present',
    })
  await phone.setOffline(true)
  await present()
    .click({ noWaitAfter: true })
    .catch(() => undefined)
  await page.waitForTimeout(300)
  expect(await marksOf(placement)).toEqual([])
  await phone.setOffline(false)
  await page.goto('/register')
  await present().click()
  await page.getByText('Present', { exact: true }).first().waitFor()
  // Back to the form that was sent, and once more: it is the same answer, and not another mark.
  await page.goBack()
  await present()
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  expect(await marksOf(placement)).toHaveLength(1)
  await phone.close()
}, 90_000)

test('The pages of plans, attendance and the child’s view fit a phone', async () => {
  const { placement, child: id } = await placed('Uma')
  await insert('referral', {
    id: newId(),
    kind: 'school',
    status: 'accepted',
    child_id: id,
    referring_organisation_id: larkfield,
    responsible_partnership_id: hbep,
    submitted_at: '2026-09-10T08:00:00Z',
    accepted_at: '2026-09-11T09:00:00Z',
    reason: 'Not in lessons',
  })
  const phone = await phoneOf(coordinator)
  const page = await phone.newPage()
  for (const path of [
    'plan',
    'plan/edit',
    'plan/objectives/new',
    'reviews',
    'contacts',
    'pupil-view',
    'pupil-view/new',
    'pupil-view/paper',
    'closing',
    'attendance',
  ]) {
    await page.goto(`/placements/${placement}/${path}`)
    expect([path, await troubles(page)]).toEqual([path, []])
  }
  await page.goto(`/placements/${placement}/pupil-view`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  expect(await troubles(page)).toEqual([])
  const address = /\/your-view\/[\w-]{43}/.exec(await page.content())?.[0] ?? ''
  const code = (await page.locator('dd strong').textContent()) ?? ''
  await phone.close()

  const childs = await site.open(address, { ...onPhone, javaScriptEnabled: false })
  expect(await overflow(childs)).toBe(0)
  await childs.getByLabel('Your code').fill(code)
  await childs.getByRole('button', { name: 'Go on' }).click()
  expect(await childs.textContent('h1')).toBe('Hello Uma')
  expect(await overflow(childs)).toBe(0)
  await childs.getByLabel('Mostly safe').check()
  await childs.getByRole('button', { name: 'Send what I think' }).click()
  expect(await childs.textContent('main')).toContain('What you said is sent')

  const school = await phoneOf(dsl)
  const sheet = await school.newPage()
  for (const path of ['/attendance', '/attendance/week']) {
    await sheet.goto(path)
    expect([path, await troubles(sheet)]).toEqual([path, []])
  }
  await school.close()
}, 120_000)
