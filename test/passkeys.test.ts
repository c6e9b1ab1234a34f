import { expect, test } from 'vitest'
import { authenticator } from '#testing/authenticator.ts'
import type { Browser } from '#testing/browser.ts'
import { attribute } from '#testing/html.ts'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const base = 'https://onroll.example'
const site = await testSite({ environment: { ONROLL_BASE_URL: base } })
const { organisation, member } = world(site)
const { withApp, withPassword, code, elsewhere } = signingIn(site)
const school = await organisation('school', 'Elm Park School')

/** What the script hands to the browser’s own dialogue. */
const optionsOn = (browser: Browser) => {
  const place = browser
    .all('div')
    .find(each => attribute(each, 'data-onroll-passkey') !== undefined)
  return JSON.parse((place && attribute(place, 'data-options')) ?? 'null')
}
const at = (browser: Browser, path: string) => browser.visit(base + path)

async function signIn(email: string, browser = elsewhere()) {
  await at(browser, '/sign-in')
  browser.fill('Email address', email).fill('Password', goodPassword)
  await browser.press('Sign in')
  return browser
}
async function withPasskey(kind = {}) {
  const ada = await withApp(await member('school-dsl', school))
  const browser = await signIn(ada.email)
  browser.fill('Code from your authenticator app', code())
  await browser.press('Continue')
  const device = authenticator(kind)
  await at(browser, '/account/passkeys/add')
  browser.fill('Name', 'work laptop')
  await press(browser, 'Add a passkey', device.create(optionsOn(browser)))
  return { ada, browser, device }
}
/** The script puts the answer into the form and sends it. */
async function press(browser: Browser, button: string, credential: string) {
  const form = browser.formData(button)
  form.set('credential', credential)
  const action = button === 'Use a passkey' ? '/sign-in/passkey' : '/account/passkeys/add'
  if (button === 'Add a passkey') form.set('name', 'work laptop')
  return browser.visit(base + action, {
    method: 'POST',
    body: form,
    headers: { origin: base, 'sec-fetch-site': 'same-origin' },
  })
}
async function useIt(
  device: ReturnType<typeof authenticator>,
  changed = {},
  browser = elsewhere(),
) {
  await at(browser, '/sign-in')
  await press(browser, 'Use a passkey', device.get(optionsOn(browser), changed))
  return browser
}

test('A person adds a passkey, and then signs in with it alone', async () => {
  const { ada, browser, device } = await withPasskey()
  expect(browser.heading).toBe('Keep your recovery codes')
  await at(browser, '/account/second-factor')
  expect(browser.text).toContain('Passkey “work laptop”')

  const later = await useIt(device, { userHandle: ada.userId })
  await at(later, '/account')
  expect(later.heading).toBe('Your account')
  expect(later.text).toContain('Authenticator app and 1 passkey')
})

test('What a false site, a weak device or a listener could send is refused (AU-11)', async () => {
  const { ada, device } = await withPasskey()
  const stranger = await withPassword(await member('school-dsl', school))
  const isIn = async (browser: Browser) =>
    (await at(browser, '/account')).heading === 'Your account'

  for (const changed of [
    { origin: 'https://evil.example' },
    { rpId: 'evil.example' },
    { verified: false },
    { userHandle: stranger.userId },
  ]) {
    const browser = await useIt(device, changed)
    expect(browser.status, JSON.stringify(changed)).toBe(409)
    expect(await isIn(browser)).toBe(false)
  }
  expect(await isIn(await useIt(authenticator()))).toBe(false)

  const other = elsewhere()
  await at(other, '/sign-in')
  const challenge = optionsOn(other)
  const third = elsewhere()
  await at(third, '/sign-in')
  await press(third, 'Use a passkey', device.get(challenge))
  expect(await isIn(third)).toBe(false)

  device.rollBack(0)
  expect(await isIn(await useIt(device))).toBe(false)
  device.rollBack(100)
  expect(await isIn(await useIt(device, { userHandle: ada.userId }))).toBe(true)
})

test('What was overheard is worth nothing, also of a passkey that does not count (AU-11)', async () => {
  const { device } = await withPasskey({ counts: false })
  const listener = elsewhere()
  await at(listener, '/sign-in')
  const overheard = device.get(optionsOn(listener))
  await press(listener, 'Use a passkey', overheard)
  await at(listener, '/account')
  expect(listener.heading).toBe('Your account')
  await listener.press('Sign out')

  await at(listener, '/sign-in')
  await press(listener, 'Use a passkey', overheard)
  expect(listener.status).toBe(409)
  expect((await at(await useIt(device, {}, listener), '/account')).heading).toBe('Your account')
})

test('A challenge is worth ten minutes', async () => {
  const { device } = await withPasskey()
  const slow = elsewhere()
  await at(slow, '/sign-in')
  const options = optionsOn(slow)
  site.setNow('2026-11-17T10:10:01Z')
  await press(slow, 'Use a passkey', device.get(options))
  expect(slow.status).toBe(409)
  site.setToday('2026-11-17')
})

test('The sign-in page offers the same to everybody, known or not (AU-10)', async () => {
  const [one, two] = [elsewhere(), elsewhere()]
  await at(one, '/sign-in')
  await at(two, '/sign-in')
  const { challenge: first, ...left } = optionsOn(one)
  const { challenge: second, ...right } = optionsOn(two)
  expect(left).toEqual(right)
  expect(left.allowCredentials).toBeUndefined()
  expect(first).not.toBe(second)
})

test('A passkey gets its person in while a stranger has the account throttled (AU-06)', async () => {
  const { ada, device } = await withPasskey()
  for (let n = 0; n < 11; n += 1) {
    const browser = elsewhere()
    await at(browser, '/sign-in')
    browser.fill('Email address', ada.email).fill('Password', 'guess after guess')
    await browser.press('Sign in')
  }
  expect((await signIn(ada.email)).status).toBe(429)
  expect((await at(await useIt(device), '/account')).heading).toBe('Your account')
})

test('The last second factor cannot be removed, others can', async () => {
  const { browser } = await withPasskey()
  await at(browser, '/account/second-factor')
  await browser.follow('Remove')
  await browser.press('Remove authenticator app')
  expect(browser.text).toContain('Your authenticator app is removed')
  expect(browser.buttons.some(each => each.startsWith('Remove'))).toBe(false)
})

test('A passkey made for another address, or twice, is not added', async () => {
  const { browser } = await withPasskey()
  const device = authenticator()
  await at(browser, '/account/passkeys/add')
  await press(
    browser,
    'Add a passkey',
    device.create(optionsOn(browser), { origin: 'https://evil.example' }),
  )
  expect(browser.status).toBe(422)
  await press(browser, 'Add a passkey', device.create(optionsOn(browser), { verified: false }))
  expect(browser.status).toBe(422)
  await press(browser, 'Add a passkey', 'nonsense')
  expect(browser.status).toBe(422)
})
