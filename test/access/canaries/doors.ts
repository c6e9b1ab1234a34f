import { expect } from 'vitest'
import { newId } from '#domain/ids.ts'
import { csrfToken } from '#platform/sessions.ts'
import { Browser } from '#testing/browser.ts'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import type { Asker } from '../world/world.ts'
import type { Judge } from './judge.ts'
import type { lookingAt } from './look.ts'
import type { CanaryScene, Viewer } from './scene.ts'
import type { Walked } from './walk.ts'

interface Doors {
  readonly scene: CanaryScene
  readonly judge: Judge
  readonly looking: ReturnType<typeof lookingAt>
  readonly walked: Walked
}

/** Whoever holds the letter or the calendar’s address: that person, as far as it goes, and nobody’s session. */
const holderOf = (asker: Pick<Asker, 'userId' | 'membershipId'>): Viewer => ({
  asker: { ...asker, name: 'the holder of a letter', purpose: 'job' },
  cookie: undefined,
  csrf: undefined,
  membership: undefined,
  colleagues: [],
})

/** Links in letters and addresses of calendars: each opened by whoever holds it, used up, expired or good. */
export async function openLetters({ scene, judge, looking, walked }: Doors) {
  for (const [token, { table, row }] of scene.tokens) {
    const feed = table === 'calendar_feed'
    const route = feed
      ? '/calendar/:token/meetings.ics'
      : row['kind'] === 'reset'
        ? '/reset/:token'
        : '/invitation/:token'
    const holder = holderOf({
      userId: String(row['user_id']),
      ...(feed ? { membershipId: String(row['membership_id']) } : {}),
    })
    const path = route.replace(':token', token)
    const seen = await looking.look(holder, path)
    if (seen.status === 200) walked.shown.add(route)
    for (const leak of judge.leaks(holder, seen.text, path))
      walked.leaks.set(`${leak} at ${route} to its holder`, path)
  }
}

/** A child's own view: the link, its code, the questions. Its holder learns a forename and where it is about, no more. */
export async function openPupilLinks({ scene, judge, walked }: Omit<Doors, 'looking'>) {
  const { nobody } = scene.viewers
  const told = ['child.forename', 'child.preferred_forename', 'organisation.name']
  for (const { token, code } of scene.pupils.slice(0, 4)) {
    const browser = new Browser(scene.fetch)
    const path = `/your-view/${token}`
    await browser.visit(path)
    await browser.fill('Your code', code).press('Go on')
    for (const [route, at] of [
      ['/your-view/:token', path],
      ['/your-view/:token/questions', `${path}/questions`],
      ['/your-view/thank-you', '/your-view/thank-you'],
    ] as const) {
      await browser.visit(at)
      if (browser.status === 200 && browser.url === at) walked.shown.add(route)
      for (const leak of judge.leaks(nobody, browser.body, at))
        if (!told.includes(leak))
          walked.leaks.set(`${leak} at ${route} to who holds a child’s link`, at)
    }
  }
}

/** On the way in: after the password and before the code, somebody is still nobody. */
export async function signInHalfway({ scene, judge, walked }: Doors) {
  const [somebody = scene.viewers.nobody] = scene.viewers.standing[0]?.colleagues ?? []
  const { membership, asker } = somebody
  const person = scene.world.rows.user_account.find(({ id }) => id === asker.userId)
  const email = String(person?.['email'])
  const { withApp, elsewhere } = signingIn(scene)
  await withApp({
    userId: String(asker.userId),
    membershipId: String(membership?.id),
    organisationId: String(membership?.organisation_id),
    role: 'coordinator',
    email,
    name: String(person?.['name']),
  })
  const browser = elsewhere()
  await browser.visit('/sign-in')
  browser.fill('Email address', email).fill('Password', goodPassword)
  await browser.press('Sign in')
  for (const path of ['/sign-in/second-factor', '/sign-in/recovery-code']) {
    await browser.visit(path)
    if (browser.status === 200 && browser.url === path) walked.shown.add(path)
    for (const leak of judge.leaks(scene.viewers.nobody, browser.body, email))
      walked.leaks.set(`${leak} at ${path} to somebody halfway in`, path)
    browser.fill(path.endsWith('code') ? 'Recovery code' : 'Code from your authenticator app', '1')
    await browser.press('Continue')
    walked.shown.add(`POST ${path}`)
    for (const leak of judge.leaks(scene.viewers.nobody, browser.body, email))
      walked.leaks.set(`${leak} from POST ${path} to somebody halfway in`, path)
  }
}

/** What the demonstration adds: people by name, on purpose, and mail that would have been sent. */
export async function lookAtDemonstration({ scene, walked }: Doors) {
  const added = scene.demoRoutes.filter(({ path }) => path.startsWith('/demo/'))
  expect(added.map(({ path }) => path).sort()).toEqual(whatTheDemonstrationAdds)
  for (const { path, method } of added) {
    const response = await scene.app.fetch(
      new Request(`http://127.0.0.1:3000${path}`, {
        method: method === 'POST' ? 'POST' : 'GET',
        headers: { 'sec-fetch-site': 'same-origin' },
      }),
    )
    // Without ONROLL_DEMO=1 there is no such address.
    expect(response.status, path).toBe(404)
    walked.shown.add(path)
  }
}
const whatTheDemonstrationAdds = ['/demo/mail', '/demo/people.json', '/demo/sign-in']

/** A form that waits until its sender has proved who they are holds what they typed, and is shown to them alone. */
export async function lookAtHeldForm({ scene, judge, looking, walked }: Doors) {
  const lead = scene.viewers.standing.find(({ membership }) => membership?.role === 'school-dsl')
  const other = lead?.colleagues[0]
  const notice = scene.world.rows.protected_notice.find(
    each => each.holder_organisation_id === lead?.membership?.organisation_id,
  )
  if (!lead?.csrf || !other || !notice) throw new Error('Nobody has a form to hold')
  const proven = (ago: string) =>
    scene.admin.query(
      `update onroll.session set second_factor_at = now() - $1::interval where id = $2`,
      [ago, lead.asker.sessionId],
    )
  await proven('20 minutes')
  const typed = { place: 'What was typed', _key: newId(), _csrf: csrfToken(lead.csrf) }
  const path = `/children/${notice.child_id}/protected/change`
  const sent = await looking.look(lead, path, { method: 'POST', body: new URLSearchParams(typed) })
  await proven('0 minutes')
  const held = decodeURIComponent(sent.location.split('next=')[1] ?? '')
  const shown = await looking.look(lead, held)
  expect(shown.text).toContain('What was typed')
  walked.shown.add('/account/continue/:held')
  for (const leak of judge.leaks(lead, shown.text, path))
    walked.leaks.set(`${leak} at /account/continue/:held to its sender`, path)
  expect((await looking.look(other, held)).status).toBe(404)
}
