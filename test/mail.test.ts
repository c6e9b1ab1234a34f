import { afterAll, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { sendMail } from '#platform/mail.ts'
import { mailServer } from '#testing/mail-server.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const post = await mailServer()
await post.start()
afterAll(() => post.stop())
const site = await testSite({
  environment: { SMTP_URL: post.url, ONROLL_MAIL_FROM: 'onroll@fennshire.example' },
})
const { organisation, member, signedIn, as } = world(site)
const school = await organisation('school', 'Elm Park School')
const authority = await organisation('authority', 'Fennshire County Council')
const head = await member('school-dsl', school, { administrator: true })
const steward = await member('data-steward', authority)

const write = (address: string, subject = 'There is a decision', body = 'Sign in to read it.') =>
  as(head, tx =>
    sendMail(tx, { kind: 'decision', to: { address }, subject, body, fromOrganisationId: school }),
  )
const stateOf = async (id: string) =>
  (await site.admin.query('select state, attempts, last_error from message where id = $1', [id]))
    .rows[0]
/** Time passes: what waits for its next try is due. */
const makeDue = () =>
  site.admin.query(
    'update graphile_worker._private_jobs set run_at = now() where locked_at is null',
  )

test('A message reaches exactly the address that was stored, and nobody else', async () => {
  const id = await write('Office@Elm-Park.example')
  await site.runJobs()

  const [message] = post.delivered.splice(0)
  expect(message?.recipients).toEqual(['office@elm-park.example'])
  expect(message?.from).toBe('onroll@fennshire.example')
  expect(message?.raw).toContain(`Message-ID: <${id}@onroll>`)
  expect(message?.raw).toContain('Sign in to read it.')
  expect(message?.raw).not.toMatch(/^(Cc|Bcc):/im)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('No address or subject carries a second recipient or header (EM-01)', async () => {
  for (const address of [
    'a@x.test\r\nBcc: evil@evil.test',
    'a@x.test,evil@evil.test',
    'group:a@x.test,evil@evil.test;',
    'Ann <evil@evil.test>',
    '"a@evil.test"@x.test',
  ])
    await expect(write(address), address).rejects.toThrow('violates check constraint')
  await expect(write('a@x.test', 'Hello\r\nBcc: evil@evil.test')).rejects.toThrow(
    'check constraint',
  )

  const odd = [await write('evil%evil.test@x.test'), await write('ann@xn--exmple-cua.test')]
  await site.runJobs()
  expect(post.delivered.splice(0)).toEqual([])
  for (const id of odd)
    expect(await stateOf(id)).toMatchObject({
      state: 'failed',
      last_error: 'The address is not one plain email address',
    })
})

test('The mail server is away for an hour: everybody is told exactly once when it is back (EM-03)', async () => {
  await post.stop()
  const ids: string[] = []
  const writeTo = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) ids.push(await write(`person-${n}@example.org`))
  }
  await writeTo(0, 20)
  await site.runJobs()
  const { rows } = await site.admin.query(
    'select distinct state, attempts > 0 as tried from message where id = any($1)',
    [ids],
  )
  expect(rows).toEqual([{ state: 'queued', tried: true }])
  await writeTo(20, 150)

  // The queue has given up; only the outbox remembers.
  await site.admin.query('delete from graphile_worker._private_jobs')
  await site.admin.query(
    `update message set queued_at = now() - interval '1 hour' where id = any($1)`,
    [ids],
  )
  await post.start()
  const started = performance.now()
  await takeUpAgain()
  await takeUpAgain()
  expect(performance.now() - started).toBeLessThan(120_000)

  const got = post.delivered.splice(0)
  expect(got).toHaveLength(150)
  expect(new Set(got.map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1]))).toEqual(new Set(ids))
  expect(got.every(({ recipients }) => recipients.length === 1)).toBe(true)
}, 180_000)

async function takeUpAgain() {
  const waiting = site.site.jobs.find(({ name }) => name === 'send-waiting-messages')
  await waiting?.work({}, site.site)
  await site.runJobs()
}

test('A refusal for now is tried again, one for good is shown to people (EM-04)', async () => {
  post.setTemper('refuses for now')
  const later = await write('later@example.org')
  await site.runJobs()
  expect(await stateOf(later)).toMatchObject({ state: 'queued', attempts: 1 })
  post.setTemper('refuses for good')
  const never = await write('never@example.org')
  await site.runJobs()
  expect(await stateOf(never)).toMatchObject({ state: 'failed', attempts: 1 })

  post.setTemper('good')
  await makeDue()
  await site.runJobs()
  expect(post.delivered.splice(0).map(({ recipients }) => recipients[0])).toEqual([
    'later@example.org',
  ])

  const browser = await signedIn(head)
  await browser.visit('/administration/messages?state=failed')
  expect(browser.text).toContain('never@example.org')
  expect(browser.text).toContain('The mail server did not take it (550)')
  await browser.visit(`/administration/messages/${never}`)
  expect(browser.text).toContain('Sign in to read it.')
  await browser.press('Send again')
  expect(browser.text).toContain('on its way again')
  await site.runJobs()
  expect(post.delivered.splice(0).map(({ recipients }) => recipients[0])).toEqual([
    'never@example.org',
  ])
  expect(await stateOf(never)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('A server that dies between the data and its answer gets it again under the same id (EM-04)', async () => {
  post.setTemper('hangs up after the data')
  const id = await write('twice@example.org')
  await site.runJobs()
  post.setTemper('good')
  await makeDue()
  await site.runJobs()
  const got = post.delivered.splice(0)
  expect(got.length).toBeLessThanOrEqual(2)
  expect(new Set(got.map(({ raw }) => /Message-ID: (<[^>]+>)/.exec(raw)?.[1]))).toEqual(
    new Set([`<${id}@onroll>`]),
  )
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
})

test('Two workers with one message send it once', async () => {
  const id = await write('once@example.org')
  const job = site.site.jobs.find(({ name }) => name === 'send-message')
  await Promise.all(Array.from({ length: 8 }, () => job?.work({ message: id }, site.site)))
  await site.runJobs()
  expect(post.delivered.splice(0)).toHaveLength(1)
})

test('After three days a message is given up, for people to see', async () => {
  await post.stop()
  const id = await write('gone@example.org')
  await site.runJobs()
  await site.admin.query(
    `update message set queued_at = now() - interval '73 hours' where id = $1`,
    [id],
  )
  await takeUpAgain()
  expect(await stateOf(id)).toMatchObject({
    state: 'failed',
    last_error: 'The mail server did not take it for three days',
  })
  await post.start()
})

test('A steward sees what became of a message, not its words; a stranger sees nothing', async () => {
  const id = await write('office@example.org', 'There is a decision', 'Words for the office alone')
  const all = await signedIn(steward)
  await all.visit('/administration/messages?to=office@example.org')
  await all.follow('There is a decision')
  expect(all.text).toContain('Its words are for the organisation that sent it')
  expect(all.text).not.toContain('Words for the office alone')

  const other = await member('school-dsl', await organisation('school'), { administrator: true })
  const stranger = await signedIn(other)
  await stranger.visit('/administration/messages')
  expect(stranger.text).not.toContain('office@example.org')
  expect((await stranger.visit(`/administration/messages/${id}`)).status).toBe(404)
  expect((await stranger.visit(`/administration/messages/${newId()}`)).status).toBe(404)
  const plain = await signedIn(await member('school-referrer', school))
  expect((await plain.visit('/administration/messages')).status).toBe(403)
})

test('In a demonstration nothing leaves, and everybody can read what would have', async () => {
  const demo = await testSite({ demo: true })
  const there = world(demo)
  const admin = await there.member(
    'school-dsl',
    await there.organisation('school', 'Oak Hill School'),
    { administrator: true },
  )
  const browser = await there.signedIn(admin)
  await browser.visit(`/administration/people/invite/${admin.organisationId}`)
  browser
    .fill('Full name', 'Ivy Invited')
    .fill('Work email address', 'ivy@example.org')
    .choose('School referrer')
  await browser.press('Send the invitation')
  await demo.runJobs()
  const { rows } = await demo.admin.query('select state from message')
  expect(rows).toEqual([{ state: 'held' }])

  const reader = demo.browser()
  await reader.visit('/demo/mail?to=ivy')
  expect(reader.text).toContain('You are invited to use Onroll')
  await reader.follow('http://127.0.0.1:3000/invitation/')
  expect(reader.heading).toBe('Welcome to Onroll')
})
