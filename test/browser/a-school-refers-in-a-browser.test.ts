import { expect, test } from 'vitest'
import { onScreen, siteInChromium } from '#testing/site-in-chromium.ts'
import { peopleByRole } from './people.ts'
import { addChild, passTheGate, press, readyToSend, sendButton, tick } from './referring.ts'

const site = await siteInChromium()
const people = await peopleByRole(site)
const school = people.get('school-referrer')?.email ?? ''

const timesSent = async (id: string) => {
  const { rows } = await site.admin.query(
    `select (select count(*)::int from case_event where referral_id = $1 and kind = 'submitted') as events,
            (select status from referral where id = $1) as status`,
    [id],
  )
  return rows[0]
}

for (const javaScriptEnabled of [true, false])
  test(`A school refers a child whose name has an apostrophe, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const name = javaScriptEnabled ? 'Nuala O’Hara' : "D'Arcy O'Shea"
    const page = await site.openAs(school, '/', { ...onScreen, javaScriptEnabled })
    const id = await passTheGate(page, await addChild(page, name))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Referral of ${name}`)

    await press(page, 'Reason and what is asked for')
    await tick(page, 'Tier 3: part-time alternative provision')
    await page.getByLabel('Why are you referring this child?').fill('Away since half-term.')
    await page.getByLabel('Who leads on this at your school?').fill('Ann Example')
    await press(page, 'Save and mark as finished')
    expect(await page.textContent('main')).toContain('Completed')
    await press(page, 'Check')
    await sendButton(page).click()
    expect(await page.title()).toContain('Error: ')
    expect(await page.textContent('.govuk-error-summary')).toContain('Finish these parts first')

    const again = await readyToSend(
      site,
      page,
      javaScriptEnabled ? 'Orla D’Eath' : "Enzo Dell'Acqua",
    )
    await sendButton(page).click()
    expect(await page.textContent('main')).toContain('Referral sent')
    expect((await timesSent(again)).status).toBe('submitted')
    expect((await timesSent(id)).status).toBe('draft')
    await page.context().close()
  }, 90_000)

test('A double click sends once', async () => {
  const page = await site.openAs(school, '/')
  const id = await readyToSend(site, page, 'Dora Double')
  await sendButton(page).dblclick()
  await page.getByRole('heading', { name: 'Referral sent' }).waitFor()

  expect(await timesSent(id)).toEqual({ events: 1, status: 'submitted' })
  await page.context().close()
}, 90_000)

test('Back after sending, what was sent is shown, and nothing can be sent twice', async () => {
  const page = await site.openAs(school, '/')
  const id = await readyToSend(site, page, 'Benny Back')
  await sendButton(page).click()
  await page.getByRole('heading', { name: 'Referral sent' }).waitFor()
  await page.goBack()

  expect(await page.textContent('h1')).toContain('Referral sent')
  expect(await timesSent(id)).toEqual({ events: 1, status: 'submitted' })
  await page.context().close()
}, 90_000)

test('In two tabs neither loses what the other saved: both texts are shown', async () => {
  const first = await site.openAs(school, '/')
  const id = await passTheGate(first, await addChild(first, 'Tammy Tabs'))
  const second = await first.context().newPage()
  for (const tab of [first, second]) await tab.goto(`/referrals/${id}/reason`)
  for (const [tab, words] of [
    [first, 'Written in the first tab'],
    [second, 'Written in the second tab'],
  ] as const) {
    await tab.getByLabel('Why are you referring this child?').fill(words)
    await press(tab, 'Save and finish later')
  }

  const shown = await second.textContent('main')
  expect(shown).toContain('Somebody else has changed this since you opened it')
  expect(shown).toContain('Written in the first tab')
  const mine = second.getByLabel('Why are you referring this child?')
  expect(await mine.inputValue()).toBe('Written in the second tab')
  await first.context().close()
}, 90_000)

test('Leaving a part with answers that are not saved is asked about first', async () => {
  const page = await site.openAs(school, '/')
  const id = await passTheGate(page, await addChild(page, 'Una Unsaved'))
  await page.goto(`/referrals/${id}/reason`)
  let asked = 0
  page.on('dialog', dialog => {
    asked += 1
    void dialog.accept()
  })
  await page.getByLabel('Why are you referring this child?').pressSequentially('Half a')
  await press(page, 'My work')
  await page.getByRole('heading', { name: 'My work' }).waitFor()

  expect(asked).toBe(1)
  await page.context().close()
}, 90_000)

test('What is sent after the session ended in another window is kept, and goes on after signing in', async () => {
  const page = await site.openAs(school, '/')
  const id = await passTheGate(page, await addChild(page, 'Eddie Ended'))
  await page.goto(`/referrals/${id}/reason`)
  await page.getByLabel('Why are you referring this child?').fill('Written just before')
  const other = await page.context().newPage()
  await other.goto('/account')
  await press(other, 'Sign out')
  await press(page, 'Save and finish later')

  expect(page.url()).toContain('/sign-in')
  await page.context().close()
}, 90_000)
