import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { setUpSecret } from '#features/accounts/index.ts'
import { addressOfLink } from '#platform/one-time-link.ts'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import { testSite } from '#testing/site.ts'
import { type Member, world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member, signedIn, insert } = world(site)
const { withApp, withPassword, code, elsewhere } = signingIn(site)
const school = await organisation('school', 'Elm Park School')
const partnership = await organisation('partnership', 'North Partnership')

/** A second role for the same person. */
async function alsoAt(person: Member, role: string, organisationId: string) {
  const id = newId()
  await insert('membership', {
    id,
    user_id: person.userId,
    organisation_id: organisationId,
    role,
    valid_from: '2021-01-01',
  })
  return { ...person, membershipId: id }
}
const linkIn = async (address: string) => {
  const { rows } = await site.admin.query(
    `select l.id, l.kind from message m join one_time_link l on l.id = m.link_id where m.address = $1 order by m.queued_at desc`,
    [address],
  )
  return rows[0] && addressOfLink(site.site.secret, '', rows[0])
}

test('A person with two roles works in one at a time, and the header says which', async () => {
  const ada = await member('panel-member', school, { name: 'Ada Archer' })
  await alsoAt(ada, 'chair', partnership)
  const browser = await signedIn(ada)
  await browser.visit('/account')
  expect(browser.wholeText).toContain('Panel member at Elm Park School')
  await browser.follow('Switch role')
  await browser.visit('/account/hat')
  browser.choose('North Partnership')
  await browser.press('Continue')
  expect((await browser.visit('/account')).wholeText).toContain('Chair at North Partnership')

  await browser.visit('/account/hat')
  const body = browser.formData('Continue')
  const stranger = await member('chair', partnership)
  body.set('membership', stranger.membershipId)
  const answer = await site.fetch(
    new Request('http://127.0.0.1:3000/account/hat', {
      method: 'POST',
      body,
      headers: { cookie: browser.cookie },
    }),
  )
  expect(answer.status).toBe(404)
})

test('A form opened as one is not sent as the other (AC-19)', async () => {
  const ada = await member('school-dsl', school, { administrator: true })
  const chair = await alsoAt(ada, 'chair', partnership)
  const tabOne = await signedIn(ada)
  await tabOne.visit(`/administration/people/invite/${school}`)
  tabOne.fill('Full name', 'Tab Two').fill('Work email address', 'tab.two@example.org')
  tabOne.choose('School referrer')

  const tabTwo = site.browser(tabOne.cookie)
  await tabTwo.visit('/account/hat')
  tabTwo.choose('North Partnership')
  await tabTwo.press('Continue')
  await tabOne.press('Send the invitation')
  expect([403, 409]).toContain(tabOne.status)
  const { rows } = await site.admin.query(
    `select from user_account where email = 'tab.two@example.org'`,
  )
  expect(rows).toHaveLength(0)

  await tabTwo.visit('/account/password')
  await site.admin.query('update session set membership_id = $1 where user_id = $2', [
    ada.membershipId,
    ada.userId,
  ])
  tabTwo.fill('New password', goodPassword)
  await tabTwo.press('Change password')
  expect(tabTwo.status).toBe(409)
  expect(tabTwo.text).toContain(
    'You changed organisation after you opened that form, and now act for Elm Park School',
  )
  expect(chair.membershipId).not.toBe(ada.membershipId)
})

test('A person sees where they are signed in, and ends one or all others (AU-22)', async () => {
  const ada = await member('school-dsl', school)
  const browsers = []
  for (let n = 0; n < 7; n += 1) browsers.push(await signedIn(ada))
  const [oldest, second, third] = browsers
  const newest = browsers.at(-1)
  expect((await oldest?.visit('/account'))?.heading).toBe('Sign in to Onroll')
  await newest?.visit('/account/sessions')
  expect(newest?.buttons.filter(each => each.startsWith('End session'))).toHaveLength(5)

  await newest?.press('End session')
  expect(newest?.text).toContain('That session has ended')
  expect(newest?.buttons.filter(each => each.startsWith('End session'))).toHaveLength(4)
  await newest?.press('End all others')
  for (const each of [second, third])
    expect((await each?.visit('/account'))?.heading).toBe('Sign in to Onroll')
  expect((await newest?.visit('/account'))?.heading).toBe('Your account')
})

test('Nobody ends a stranger’s session', async () => {
  const [ada, ben] = [await member('school-dsl', school), await member('school-dsl', school)]
  await signedIn(ben)
  const { rows } = await site.admin.query('select id from session where user_id = $1', [ben.userId])
  const browser = await signedIn(ada)
  await signedIn(ada)
  await browser.visit('/account/sessions')
  const answer = await site.fetch(
    new Request(`http://127.0.0.1:3000/account/sessions/${rows[0].id}/end`, {
      method: 'POST',
      body: browser.formData('End session'),
      headers: { cookie: browser.cookie },
    }),
  )
  expect(answer.status).toBe(404)
})

test('A session ends after thirty minutes without use, and after twelve hours in any case (AU-04)', async () => {
  const ada = await member('school-dsl', school)
  const browser = await signedIn(ada)
  const age = (column: string, minutes: number) =>
    site.admin.query(
      `update session set ${column} = now() - make_interval(mins => $1) where user_id = $2`,
      [minutes, ada.userId],
    )
  await age('last_seen_at', 29)
  expect((await browser.visit('/account')).heading).toBe('Your account')
  await age('last_seen_at', 31)
  expect((await browser.visit('/account')).heading).toBe('Sign in to Onroll')

  const shared = await signedIn(ada)
  await site.admin.query('update session set shared_computer = true where user_id = $1', [
    ada.userId,
  ])
  await age('last_seen_at', 16)
  expect((await shared.visit('/account')).heading).toBe('Sign in to Onroll')

  const long = await signedIn(ada)
  await age('started_at', 12 * 60 + 1)
  expect((await long.visit('/account')).heading).toBe('Sign in to Onroll')
})

test('A form that was sent too late is kept, and goes on after signing in (AU-04)', async () => {
  const ada = await withApp(await member('school-dsl', school, { administrator: true }))
  const browser = await signedIn(ada)
  await browser.visit(`/administration/people/invite/${school}`)
  browser.fill('Full name', 'Lena Late').fill('Work email address', 'lena.late@example.org')
  browser.choose('School referrer')
  await site.admin.query(
    `update session set last_seen_at = now() - interval '31 minutes' where user_id = $1`,
    [ada.userId],
  )
  await browser.press('Send the invitation')
  expect(browser.heading).toBe('Sign in to Onroll')
  expect(
    (await site.admin.query('select value from challenge')).rows.map(row => row.value).join(),
  ).not.toContain('Lena')

  const stranger = await signedIn(await member('school-dsl', school, { administrator: true }))
  const kept = new URL(browser.url, 'http://x').searchParams.get('next') ?? ''
  expect(kept).toMatch(/^\/account\/continue\//)
  expect((await stranger.visit(kept)).status).toBe(404)

  browser.fill('Email address', ada.email).fill('Password', goodPassword)
  await browser.press('Sign in')
  browser.fill('Code from your authenticator app', code())
  await browser.press('Continue')
  expect(browser.heading).toBe('Go on with what you filled in')
  await browser.press('Send it now')
  expect(browser.text).toContain('Lena Late is invited')
})

test('A changed password ends the other sessions, and its person is told (AU-08)', async () => {
  const ada = await withApp(await member('school-dsl', school))
  const [here, there] = [await signedIn(ada), await signedIn(ada)]
  await here.visit('/account/password')
  here
    .fill('Password as it is now', 'wrong wrong wrong')
    .fill('New password', 'a new and better phrase')
  await here.press('Change password')
  expect(here.text).toContain('That is not your password')
  here.fill('Password as it is now', goodPassword).fill('New password', 'short')
  await here.press('Change password')
  expect(here.text).toContain('12 characters or more')
  here.fill('Password as it is now', goodPassword).fill('New password', 'a new and better phrase')
  const before = here.cookie
  await here.press('Change password')
  expect(here.text).toContain('Your password is changed')
  expect(here.cookie).not.toBe(before)
  expect((await there.visit('/account')).heading).toBe('Sign in to Onroll')
  const { rows } = await site.admin.query(`select subject from message where to_user_id = $1`, [
    ada.userId,
  ])
  expect(rows).toEqual([{ subject: 'Your Onroll account was changed' }])
})

test('A forgotten password is replaced by a link; the second factor stays', async () => {
  const ada = await withApp(await member('school-dsl', school))
  const working = await signedIn(ada)
  const browser = elsewhere()
  await browser.visit('/sign-in')
  await browser.follow('I have forgotten my password')
  browser.fill('Email address', ada.email.toUpperCase())
  await browser.press('Send the link')
  const known = browser.body
  expect(browser.heading).toBe('Look at your email')
  await browser.visit('/reset-password')
  browser.fill('Email address', 'nobody@example.org')
  await browser.press('Send the link')
  const plain = (text: string) =>
    text.replace(/nonce="[^"]+"/g, '').replace(/value="[^"]{20,}"/g, '')
  expect(plain(browser.body)).toBe(plain(known))
  await site.runJobs()
  const { rows } = await site.admin.query(
    `select from message where address = 'nobody@example.org'`,
  )
  expect(rows).toHaveLength(0)

  const link = await linkIn(ada.email)
  await browser.visit(link)
  browser.fill('New password', 'liverpool2026')
  await browser.press('Save the password')
  expect(browser.status).toBe(422)
  browser.fill('New password', 'another fine long phrase')
  await browser.press('Save the password')
  expect(browser.heading).toBe('Sign in to Onroll')
  expect((await working.visit('/account')).heading).toBe('Sign in to Onroll')
  browser.fill('Email address', ada.email).fill('Password', 'another fine long phrase')
  await browser.press('Sign in')
  expect(browser.heading).toBe('Confirm that it is you')
  browser.fill('Code from your authenticator app', code())
  await browser.press('Continue')
  expect((await browser.visit('/account')).heading).toBe('Your account')
  expect((await elsewhere().visit(link)).heading).toBe('This link cannot be used')
})

test('A reset link is good for an hour and once, and none other works beside it', async () => {
  const ada = await withPassword(await member('school-dsl', school))
  const ask = async () => {
    const browser = elsewhere()
    await browser.visit('/reset-password')
    browser.fill('Email address', ada.email)
    await browser.press('Send the link')
    await site.runJobs()
    return linkIn(ada.email)
  }
  const first = await ask()
  const second = await ask()
  expect((await elsewhere().visit(first)).heading).toBe('This link cannot be used')
  expect((await elsewhere().visit(second.replace('/reset/', '/invitation/'))).heading).toBe(
    'This link cannot be used',
  )
  const [one, two] = [elsewhere(), elsewhere()]
  for (const each of [one, two]) {
    await each.visit(second)
    each.fill('New password', 'another fine long phrase')
  }
  const answers = await Promise.all([
    one.press('Save the password'),
    two.press('Save the password'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])

  const third = await ask()
  site.setNow('2026-11-17T11:00:01Z')
  expect((await elsewhere().visit(third)).heading).toBe('This link cannot be used')
  site.setToday('2026-11-17')
})

test('A poisoned Host header leads no link astray (EM-07)', async () => {
  const ada = await withPassword(await member('school-dsl', school))
  const browser = elsewhere()
  await browser.visit('/reset-password')
  const form = browser.formData('Send the link')
  form.set('email', ada.email)
  await site.fetch(
    new Request('http://evil.example/reset-password', {
      method: 'POST',
      body: form,
      headers: { cookie: browser.cookie, host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    }),
  )
  await site.runJobs()
  expect(await linkIn(ada.email)).toMatch(/^\/reset\//)
  const { rows } = await site.admin.query('select body from message where address = $1', [
    ada.email,
  ])
  expect(rows[0].body).not.toContain('evil')
})

test('The first start has no account, and a secret that makes the first one, once (SC-03)', async () => {
  const fresh = await testSite({ today: '2026-11-17' })
  const browser = fresh.browser()
  const stale = await setUpSecret(fresh.db, fresh.site.now())
  const secret = await setUpSecret(fresh.db, fresh.site.now())
  const fillIn = async (given: string | undefined) => {
    await browser.visit('/set-up')
    browser
      .fill('Set-up secret', given ?? '')
      .fill('Local authority', 'Fennshire')
      .fill('Your name', 'Sam Steward')
      .fill('Your email address', 'sam.steward@example.org')
      .fill('Password', goodPassword)
    return browser.press('Set up')
  }
  expect((await fillIn('guess')).text).toContain('That is not the set-up secret')
  expect((await fillIn(stale)).text).toContain('That is not the set-up secret')
  fresh.setNow('2026-11-17T10:31:00Z')
  expect((await fillIn(secret)).text).toContain('more than half an hour old')

  fresh.setNow('2026-11-17T10:10:00Z')
  await fillIn(secret)
  expect(browser.heading).toBe('Your second factor')
  expect(browser.wholeText).toContain('Data steward at Fennshire')
  expect((await fresh.browser().visit('/set-up')).status).toBe(404)
  expect(await setUpSecret(fresh.db, fresh.site.now())).toBeUndefined()
  const { rows } = await fresh.admin.query(`select value from setting where key = 'authority'`)
  expect(rows[0].value).toMatchObject({ key: 'fennshire' })
  expect((await fresh.admin.query('select from user_account')).rows).toHaveLength(1)
})

test('Every page says when its reader is signed out, and pages for everybody say nothing', async () => {
  const ada = await member('school-dsl', school)
  const browser = await signedIn(ada)
  expect((await browser.visit('/account')).wholeText).toContain('signed out after 30 minutes')
  await site.admin.query('update session set shared_computer = true where user_id = $1', [
    ada.userId,
  ])
  expect((await browser.visit('/account')).wholeText).toContain('signed out after 15 minutes')
  expect((await site.browser().visit('/help')).wholeText).not.toContain('signed out after')
})
