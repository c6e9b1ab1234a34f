import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-03' })
const { member, signedIn, partnership, authority } = world(site)
await authority()
const hbep = await partnership('Harbury Partnership', ['Elm School', 'Oak School'])
const coordinator = await member('coordinator', hbep.id)
const elmHead = await member('panel-member', hbep.schools[0] ?? '')
const elsewhere = await member('coordinator', (await partnership('Another partnership')).id)

/** What a calendar program gets, which cannot sign in. */
async function read(address: string) {
  const answer = await site.fetch(new Request(address))
  return { status: answer.status, text: await answer.text() }
}

async function addressOf(person: typeof coordinator) {
  const browser = await signedIn(person)
  await browser.visit('/meetings/feed')
  await browser.press('Make')
  return { browser, address: /http\S+\.ics/.exec(browser.text)?.[0] ?? '' }
}

test('Meetings stand in one’s own calendar, each with the partnership or school it is of', async () => {
  const { browser, address } = await addressOf(coordinator)
  const invited = await addressOf(elmHead)
  const stranger = await addressOf(elsewhere)
  await browser.visit('/meetings/new')
  browser.choose('Panel').fillDate('day', '2026-11-12').fill('Place', 'Room 7')
  await browser.press('Plan the meeting')

  expect((await read(address)).text).toContain('LOCATION:Room 7')
  expect((await read(invited.address)).text).not.toContain('BEGIN:VEVENT')
  await browser.follow('Invite the schools')
  await browser.press('Send the invitations')
  expect((await read(invited.address)).text).toContain('LOCATION:Room 7')
  expect((await read(stranger.address)).text).not.toContain('BEGIN:VEVENT')
})

test('An address that ended, or was never given, leads nowhere', async () => {
  const { browser, address } = await addressOf(coordinator)
  await browser.press('End the address')

  expect((await read(address)).status).toBe(404)
  expect((await read('http://127.0.0.1:3000/calendar/guessed/meetings.ics')).status).toBe(404)
})

test('Every file among the migrations is applied', async () => {
  const { rows } = await site.admin.query('select name from migration order by name')

  expect(rows.map(({ name }) => name)).toEqual(
    readdirSync('migrations')
      .filter(name => name.endsWith('.sql'))
      .sort(),
  )
})
