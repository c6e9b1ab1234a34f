import { expect, test } from 'vitest'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member } = world(site)
const { withPassword, withApp, code, elsewhere } = signingIn(site)
const school = await organisation('school', 'Elm Park School')
const referrer = () => member('school-referrer', school, { name: 'Ada Archer' })

async function tryToSignIn(email: string, password: string, browser = elsewhere()) {
  await browser.visit('/sign-in')
  browser.fill('Email address', email).fill('Password', password)
  return browser.press('Sign in')
}
const events = async (event: string, userId: string) =>
  (
    await site.admin.query('select * from audit_entry where event = $1 and user_id = $2', [
      event,
      userId,
    ])
  ).rows

test('A person signs in with a password and a code from their phone', async () => {
  const ada = await withApp(await referrer())
  const browser = elsewhere()
  await browser.visit('/account')
  expect(browser.heading).toBe('Sign in to Onroll')
  browser.fill('Email address', ada.email.toUpperCase()).fill('Password', goodPassword)
  await browser.press('Sign in')
  expect(browser.heading).toBe('Confirm that it is you')

  browser.fill('Code from your authenticator app', code())
  await browser.press('Continue')
  expect(browser.heading).toBe('Your account')
  expect(browser.wholeText).toContain('School referrer at Elm Park School')
  expect(await events('session.started', ada.userId)).toMatchObject([
    { detail: { by: 'authenticator app' } },
  ])
})

test('Wrong password, unknown address, empty form: the same page, and nobody is in', async () => {
  const ada = await withApp(await referrer())
  const without = await referrer()

  const wrong = await tryToSignIn(ada.email, 'not the password at all')
  const unknown = await tryToSignIn('nobody@example.org', 'not the password at all')
  const passwordless = await tryToSignIn(without.email, 'nobody signs in with this')
  const strange = await tryToSignIn('"; drop table x; --', 'x')
  for (const browser of [wrong, unknown, passwordless, strange]) {
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('The email address or the password is not right')
  }
  const empty = await tryToSignIn('', '')
  expect(empty.text).toContain('Enter your email address')
  expect(empty.text).toContain('Enter your password')
  expect((await wrong.visit('/account')).heading).toBe('Sign in to Onroll')
})

test('A person who has left cannot sign in, nor go on', async () => {
  const ada = await withApp(await referrer())
  const browser = await world(site).signedIn(ada)
  await site.admin.query('update user_account set ended_at = now() where id = $1', [ada.userId])

  expect((await browser.visit('/account')).heading).toBe('Sign in to Onroll')
  expect((await tryToSignIn(ada.email, goodPassword)).status).toBe(422)
})

test('The token is new at sign-in, whatever the browser brought, and the old session ends (AU-01)', async () => {
  const ada = await withApp(await referrer())
  const planted = 'A'.repeat(43)
  const browser = elsewhere(`onroll=${planted}`)
  await tryToSignIn(ada.email, goodPassword, browser)
  browser.fill('Code from your authenticator app', code())
  await browser.press('Continue')

  expect(browser.cookie).not.toContain(planted)
  expect((await elsewhere(`onroll=${planted}`).visit('/account')).heading).toContain('Sign in')
})

test('Cookies are bound to this host, and no token or code stands in any table (AU-02, AU-03)', async () => {
  const safe = await testSite({ environment: { ONROLL_BASE_URL: 'https://onroll.example' } })
  const there = world(safe)
  const signing = signingIn(safe)
  const ada = await signing.withApp(
    await there.member('school-dsl', await there.organisation('school')),
  )
  const browser = safe.browser()
  const cookies: string[] = []
  const keep = () => cookies.push(...browser.headers.getSetCookie())
  await browser.visit('/sign-in')
  keep()
  const body = browser.formData('Sign in')
  body.set('email', ada.email)
  body.set('password', goodPassword)
  const post = (path: string, form: URLSearchParams, cookie: string) =>
    safe.fetch(
      new Request(`https://onroll.example${path}`, {
        method: 'POST',
        body: form,
        headers: { cookie },
      }),
    )
  const first = await post('/sign-in', body, browser.cookie)
  expect(first.status).toBe(303)
  const all = [
    browser.cookie,
    ...first.headers.getSetCookie().map(each => each.split(';')[0]),
  ].join('; ')
  const page = safe.browser()
  for (const each of all.split('; ')) (page as unknown as { keep(c: string): void }).keep(each)
  await page.visit('/sign-in/second-factor')
  const second = page.formData('Continue')
  second.set('code', signing.code())
  const last = await post('/sign-in/second-factor', second, page.cookie)
  cookies.push(...first.headers.getSetCookie(), ...last.headers.getSetCookie())

  expect(cookies.length).toBeGreaterThan(3)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-onroll/)
    for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie).toContain(flag)
    expect(cookie).not.toMatch(/domain=/i)
  }
  const token = /__Host-onroll=([^;]+)/.exec(last.headers.getSetCookie().join('\n'))?.[1] ?? ''
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const { rows } = await safe.admin.query(
    `select table_name from information_schema.tables where table_schema = 'onroll' and table_type = 'BASE TABLE'`,
  )
  for (const { table_name: table } of rows) {
    const dump = await safe.admin.query(`select t::text as line from onroll.${table} t`)
    const text = dump.rows.map(row => row.line).join('\n')
    for (const secret of [
      token,
      Buffer.from(token, 'base64url').toString('hex'),
      signing.code(),
      goodPassword,
      'JBSWY3DPEHPK3PXP',
    ])
      expect(text.includes(secret), `${table} holds ${secret}`).toBe(false)
  }
})

test('Ten wrong tries and the account has to wait; its own person, from a device they used, does not (AU-05, AU-06)', async () => {
  const ada = await withApp(await referrer())
  const own = elsewhere()
  await tryToSignIn(ada.email, goodPassword, own)
  own.fill('Code from your authenticator app', code())
  await own.press('Continue')
  await own.press('Sign out')

  for (let n = 0; n < 10; n += 1)
    expect((await tryToSignIn(ada.email, `guess number ${n} of many`)).status).toBe(422)
  const right = await tryToSignIn(ada.email, goodPassword)
  expect(right.status).toBe(429)
  expect(right.text).toContain('too many tries')
  expect((await tryToSignIn('somebody.else@example.org', 'x')).status).toBe(422)

  site.setNow('2026-11-17T10:05:00Z')
  await tryToSignIn(ada.email, goodPassword, own)
  own.fill('Code from your authenticator app', code())
  await own.press('Continue')
  expect((await own.visit('/account')).heading).toBe('Your account')
})

test('A thousand tries at once are counted before any is answered (AU-05)', async () => {
  const ada = await withPassword(await referrer())
  const browser = elsewhere()
  await browser.visit('/sign-in')
  const body = browser.formData('Sign in')
  body.set('email', ada.email)
  body.set('password', 'not this one either')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      site.fetch(
        new Request('http://127.0.0.1:3000/sign-in', {
          method: 'POST',
          body,
          headers: { cookie: browser.cookie },
        }),
      ),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter(status => status === 422).length).toBeLessThanOrEqual(10)
  expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(40)
})

test('One address that tries a hundred accounts has to wait (AU-05)', async () => {
  const own = await testSite()
  const ada = await signingIn(own).withPassword(
    await world(own).member('school-dsl', await world(own).organisation('school')),
  )
  await own.admin.query(
    `insert into sign_in_attempt (email_hash, address, succeeded)
       select sha256(n::text::bytea), 'unknown', false from generate_series(1, 100) n`,
  )
  const browser = own.browser()
  await browser.visit('/sign-in')
  browser.fill('Email address', ada.email).fill('Password', goodPassword)
  expect((await browser.press('Sign in')).status).toBe(429)

  await own.admin.query(`update sign_in_attempt set at = at - interval '61 minutes'`)
  await browser.visit('/sign-in')
  browser.fill('Email address', ada.email).fill('Password', goodPassword)
  expect((await browser.press('Sign in')).heading).toBe('Your second factor')
})

test('A code works once, half a minute early or late, and five wrong ones end it (AU-07)', async () => {
  const atFactor = async () => {
    const ada = await withApp(await referrer())
    const browser = await tryToSignIn(ada.email, goodPassword)
    const answer = async (typed: string) => {
      browser.fill('Code from your authenticator app', typed)
      return browser.press('Continue')
    }
    return { ada, browser, answer }
  }
  for (const later of [-1, 0, 1]) {
    const { answer } = await atFactor()
    expect((await answer(code(later))).url, `${later}`).toBe('/')
  }
  for (const later of [-2, 2, -20, 20]) {
    const { answer } = await atFactor()
    expect((await answer(code(later))).text).toContain('That code is not right')
  }

  const { ada, answer } = await atFactor()
  const used = code()
  await answer(used)
  const again = await tryToSignIn(ada.email, goodPassword)
  again.fill('Code from your authenticator app', used)
  expect((await again.press('Continue')).text).toContain('was used already')
  again.fill('Code from your authenticator app', code(-1))
  expect((await again.press('Continue')).text).toContain('was used already')

  const fifth = await atFactor()
  for (let n = 0; n < 4; n += 1)
    expect((await fifth.answer('000000')).text).toContain('That code is not right')
  expect((await fifth.answer('000000')).heading).toBe('Sign in to Onroll')
  expect(fifth.browser.text).toContain('five wrong codes')
  expect((await fifth.browser.visit('/sign-in/second-factor')).heading).toBe('Sign in to Onroll')
})

test('The second factor cannot be skipped, nor begun without a password', async () => {
  const ada = await withApp(await referrer())
  const browser = await tryToSignIn(ada.email, goodPassword)
  expect((await browser.visit('/account')).heading).toBe('Sign in to Onroll')
  expect((await elsewhere().visit('/sign-in/second-factor')).heading).toBe('Sign in to Onroll')
  expect((await elsewhere().visit('/sign-in/recovery-code')).heading).toBe('Sign in to Onroll')
})

test('Who has no second factor sets one up before anything else', async () => {
  const ada = await withPassword(await referrer())
  const browser = await tryToSignIn(ada.email, goodPassword)
  expect(browser.text).toContain('before you go on, set up')

  await browser.follow('Set up')
  const seed = /Key: ((?:[A-Z2-7]{4} )+)/.exec(browser.text)?.[1]?.replaceAll(' ', '') ?? ''
  browser.fill('Code', '12')
  await browser.press('Continue')
  expect(browser.status).toBe(422)
  browser.fill('Code', code(0, seed))
  await browser.press('Continue')
  expect(browser.heading).toBe('Keep your recovery codes')

  const [recovery = ''] = /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(browser.text) ?? []
  await browser.press('I have kept them')
  expect(browser.text).toContain('You have 10 unused recovery codes')

  const lost = await tryToSignIn(ada.email, goodPassword)
  await lost.follow('I cannot do this')
  lost.fill('Recovery code', recovery.toUpperCase().replaceAll('-', ' '))
  await lost.press('Continue')
  expect((await lost.visit('/account/second-factor')).text).toContain('You have 9 unused')

  const twice = await tryToSignIn(ada.email, goodPassword)
  await twice.follow('I cannot do this')
  twice.fill('Recovery code', recovery)
  expect((await twice.press('Continue')).status).toBe(422)
})

test('Forms of other sites and of nobody are refused; nothing is changed by looking (AU-19)', async () => {
  const ada = await withApp(await referrer())
  const browser = await world(site).signedIn(ada)
  await browser.visit('/account/hat')
  const form = browser.formData('Continue')
  const post = (path: string, body: URLSearchParams, headers: Record<string, string>) =>
    site.fetch(new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', body, headers }))
  const cookie = browser.cookie
  const stranger = await world(site).signedIn(await withApp(await referrer()))
  await stranger.visit('/account/hat')
  const theirs = stranger.formData('Continue')

  for (const path of ['/account/hat', '/sign-out', '/sign-in']) {
    expect((await post(path, form, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post(path, form, { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post(path, form, { cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(path, form, { cookie, origin: 'null' })).status).toBe(403)
    expect((await post(path, new URLSearchParams(), { cookie })).status).toBe(403)
    expect((await post(path, theirs, { cookie })).status).toBe(403)
  }
  expect((await browser.visit('/sign-out')).status).toBe(404)
  expect((await browser.visit('/account')).heading).toBe('Your account')
})

test('After signing out nothing is left to go back to (AU-21)', async () => {
  const browser = await world(site).signedIn(await withApp(await referrer()))
  await browser.visit('/account')
  expect(browser.headers.get('cache-control')).toBe('no-store')
  const before = browser.cookie

  await browser.press('Sign out')
  expect(browser.text).toContain('You have signed out')
  expect((await elsewhere(before.split('; ')[0]).visit('/account')).heading).toContain('Sign in')
})
