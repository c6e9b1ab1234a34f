import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { weekdayInWords } from '#domain/london-time.ts'
import { lateReturns } from '#features/attendance/late-returns.job.ts'
import type { Tx } from '#platform/database/database.ts'
import { county } from '#testing/county.ts'
import { textOf, tidy } from '#testing/html.ts'
import { dayAfter, placedChild, termAround, wednesday } from '#testing/placed-child.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

const site = await testSite({ today: wednesday })
const scene = await county(site)
const { insert, member, organisation, signedIn, as, child, hbep, larkfield, thornbury } = scene
const { acceptCase } = placing(site, scene, '2026-09-10')
await termAround(insert)
const coordinator = await member('coordinator', hbep)
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
const tutor = await member('provider-tutor', forge, { name: 'Tom Tutor' })
const dsl = await member('school-dsl', larkfield)

const placed = async (forename: string, more: object = {}) =>
  placedChild(site, insert, {
    child: await child({ school: larkfield, forename }),
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
    ...more,
  })
const ada = await placed('Ada')
const bob = await placed('Bob')
const cleo = await placed('Cleo')
await placed('Dora', { weekdays: [1] })

test('The provider marks everybody of the day, two presses for each', async () => {
  const page = await signedIn(manager)
  await page.visit('/register')
  expect(page.text).toContain('3 of 3 not marked yet')
  expect(page.text).not.toContain('Dora')

  await page.follow('Late: Ada')
  await page.press('10 minutes')
  expect(page.text).toContain('Late, 10 minutes')
  await page.follow('Absent: Bob')
  await page.press('We do not know')
  expect(page.text).toContain('The school is told that the reason is not known')
  await page.press('Present', { within: 'Cleo' })
  expect(page.text).toContain('Everybody is marked')
  expect(page.text).toContain('Mona Manager')
})

test('The school is told of the absence once, and not whose it is', async () => {
  await site.runJobs()
  await site.runJobs()
  const { rows } = await site.admin.query(
    `select address, subject || body as words from message where kind = 'absence without a reason'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].address).toBe(dsl.email)
  expect(rows[0].words).toContain(bob.reference)
  expect(rows[0].words).not.toMatch(/Bob|Sample/)
})

test('A correction needs a reason, and keeps what was said first', async () => {
  const page = await signedIn(manager)
  await page.visit('/register')
  await page.follow('Correct (Bob')
  page.choose('Absent').choose('Ill')
  await page.press('Save')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Say why')
  await page.fill('Why is it corrected?', 'His mother rang').press('Save')
  expect(page.text).toContain('Absent: ill')
  expect(page.text).toContain('Said first: Absent: reason not known')
  const { rows } = await site.admin.query(
    'select reason, corrects_id is null as first from register_mark where placement_id = $1 order by at, id',
    [bob.placement],
  )
  expect(rows).toEqual([
    { reason: 'not known', first: true },
    { reason: 'ill', first: false },
  ])
})

test('Who was sent looking for the child is told that the register was corrected, and not what to', async () => {
  await site.runJobs()
  const { rows } = await site.admin.query(
    `select address, subject || body as words from message where kind = 'absence explained'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].address).toBe(dsl.email)
  expect(rows[0].words).toContain(bob.reference)
  expect(rows[0].words).not.toMatch(/Bob|Sample|ill\b/)

  // Another correction, from one known reason to another, is nobody’s alarm.
  const page = await signedIn(manager)
  await page.visit('/register')
  await page.follow('Correct (Bob')
  page.choose('Absent').choose('Appointment')
  await page.fill('Why is it corrected?', 'It was the dentist').press('Save')
  await site.runJobs()
  const again = await site.admin.query(`select id from message where kind = 'absence explained'`)
  expect(again.rows).toHaveLength(1)
  await page.follow('Correct (Bob')
  page.choose('Absent').choose('Ill')
  await page.fill('Why is it corrected?', 'And ill after it').press('Save')
})

test('What comes later says why, and nobody marks a day to come', async () => {
  site.setToday(dayAfter(1))
  const eve = await placed('Eve', { weekdays: [2] })
  const page = await signedIn(manager)
  await page.visit(`/register?on=${dayAfter(-1)}`)
  await page.follow('Enter it now: Eve')
  page.choose('The session did not happen')
  await page.press('Save')
  expect(page.text).toContain('Say why')
  await page.fill('Why is it entered now?', 'The tablet was broken').press('Save')
  expect(page.text).toContain('Entered later because: The tablet was broken')

  // A day to come shows today instead.
  await page.visit(`/register?on=${dayAfter(6)}`)
  expect(page.text).not.toContain('Eve')
  await page.visit(`/register/${eve.placement}/absent?on=${dayAfter(6)}&at=09:30`)
  await page.press('Ill')
  expect(page.status).toBe(409)
  expect(page.text).toContain('still to come')
  site.setToday(wednesday)
})

test('A register that is not returned is asked for once, by the end of the day', async () => {
  const late = await placed('Fay')
  site.setNow(`${wednesday}T13:00:00Z`)
  await lateReturns.work({}, { ...site.site })
  const mails = async () =>
    (
      await site.admin.query(
        `select address, subject || body as words from message where kind = 'register not returned'`,
      )
    ).rows
  // Sessions of earlier weeks are not this job's; those of these days that are over are.
  expect((await mails()).filter(({ words }) => words.includes(`on=${wednesday}`))).toEqual([])
  site.setNow(`${wednesday}T17:00:00Z`)
  await lateReturns.work({}, { ...site.site })
  const sent = await mails()
  expect(sent.at(-1)).toMatchObject({ address: manager.email })
  expect(sent.at(-1).words).not.toContain('Fay')
  await lateReturns.work({}, { ...site.site })
  expect(await mails()).toHaveLength(sent.length)
  const page = await signedIn(manager)
  await page.visit('/register')
  await page.press('Present', { within: 'Fay' })
  expect(page.text).toContain('Everybody is marked')
  expect(late.reference).toMatch(/^P-/)
  site.setToday(wednesday)
})

test('A co-ordinator asks for what is missing now, and sees when it was asked for', async () => {
  const gus = await placed('Gus')
  await acceptCase(gus.child)
  const page = await signedIn(coordinator)
  site.setNow(`${wednesday}T13:00:00Z`)
  await page.visit(`/attendance/ask?on=${wednesday}`)
  // The session still runs: nobody is late.
  expect(page.text).toContain('Nothing is missing')

  site.setNow(`${wednesday}T16:00:00Z`)
  await page.visit(`/attendance?on=${wednesday}`)
  await page.follow('Ask providers for the marks that are missing')
  expect(page.text).toContain('Not yet')
  const stale = await signedIn(coordinator)
  await stale.visit(`/attendance/ask?on=${wednesday}`)
  await page.press('Ask for these marks')
  expect(page.text).toContain('One mark was asked for, from one provider')
  const { rows } = await site.admin.query(
    `select address, subject || body as words from message where kind = 'mark asked for' order by address`,
  )
  expect(rows.map(({ address }) => address).sort()).toEqual([manager.email, tutor.email].sort())
  expect(rows[0].words).toContain(`/register?on=${wednesday}`)
  expect(rows[0].words).not.toMatch(/Gus|Sample/)
  const copy = await signedIn(coordinator)
  await copy.visit(`/attendance/ask?on=${wednesday}`)
  await copy.choose(`Choose ${gus.reference} at 09:30`).press('Ask for these marks')
  expect(copy.status).toBe(409)
  expect(copy.text).toContain('Nobody was asked twice')

  // Asked once, it is not chosen again by itself; to choose nothing is said to be nothing.
  await page.visit(`/attendance/ask?on=${wednesday}`)
  await page.press('Ask for these marks')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose at least one session')
  await page.visit(`/placements/${gus.placement}`)
  expect(page.text).toContain('Mark asked for')

  const forgetful = await signedIn(manager)
  await forgetful.visit('/register')
  await forgetful.press('Present', { within: 'Gus' })
  await stale.press('Ask for these marks')
  expect(stale.status).toBe(409)
  expect(stale.text).toContain('These sessions have their marks by now')
  await forgetful.visit('/attendance/ask')
  expect(forgetful.status).toBe(403)
  site.setToday(wednesday)
})

test('Two who ask for the same marks in the very same instant ask once', async () => {
  const hal = await placed('Hal')
  await acceptCase(hal.child)
  site.setNow(`${wednesday}T16:30:00Z`)
  const pages = await Promise.all([signedIn(coordinator), signedIn(coordinator)])
  for (const page of pages) await page.visit(`/attendance/ask?on=${wednesday}`)
  const before = await askedFor()
  const answers = await Promise.all(pages.map(page => page.press('Ask for these marks')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const people = [manager, tutor]
  expect((await askedFor()) - before).toBe(people.length)
  const { rows } = await site.admin.query(
    `select id from placement_event where placement_id = $1 and what = 'mark asked for'`,
    [hal.placement],
  )
  expect(rows).toHaveLength(1)
  const marker = await signedIn(manager)
  await marker.visit('/register')
  await marker.press('Present', { within: 'Hal' })
  site.setToday(wednesday)
})

const askedFor = async (): Promise<number> =>
  (
    await site.admin.query(
      `select count(*)::int as times from message where kind = 'mark asked for'`,
    )
  ).rows[0].times

test('Who is still to come is not marked present with the rest; two sessions of one half-day are one code', async () => {
  await placed('Ines', { starts: '09:30', ends: '10:30' })
  await placed('Jon', { starts: '09:30', ends: '10:30' })
  const two = await placed('Kit', { starts: '11:00', ends: '12:00' })
  const page = await signedIn(manager)
  site.setNow(`${wednesday}T09:00:00Z`)
  await page.visit('/register')
  expect(page.buttons.some(text => text.startsWith('All '))).toBe(false)
  site.setNow(`${wednesday}T10:00:00Z`)
  await page.visit('/register')
  await page.press('All 2 not marked yet')
  expect(page.text).toContain('2 marked as present')
  expect(page.text).toContain('1 of ')
  await page.press('Present', { within: 'Kit' })
  await insert('placement_session', {
    id: newId(),
    placement_id: two.placement,
    weekday: 3,
    starts_at: '09:00',
    ends_at: '10:00',
    from_on: dayAfter(-7),
  })
  const school = await signedIn(dsl)
  await school.visit(`/attendance/week?on=${wednesday}`)
  expect(school.text).toContain('More than one session in this half-day')
  site.setToday(wednesday)
  await page.visit('/register')
  await page.press('Present', { within: 'Kit' })
})

test('The school sees the codes to enter, on screen and as a file', async () => {
  await site.admin.query(`update placement set arranged_under = 's19' where id = $1`, [
    cleo.placement,
  ])
  const page = await signedIn(dsl)
  await page.visit('/attendance')
  expect(page.text).toContain('Provider cancelled')
  expect(page.text).not.toContain('no known reason')
  await page.follow('The week for your register')
  const rowsOf = (name: string) =>
    page
      .all('table')
      .map(table => tidy(textOf(table)))
      .find(words => words.startsWith(name))
  expect(rowsOf('Ada')).toContain('B')
  expect(rowsOf('Ada')).toContain('10 minutes late')
  expect(rowsOf('Bob')).toContain('Absent because of illness')
  expect(rowsOf('Cleo')).toContain('section 19')
  // What is no day, or one before all others, is today’s week.
  for (const day of ['0001-01-01', '2026-13-45', 'tomorrow']) {
    await page.visit(`/attendance/week?on=${day}`)
    expect(page.status).toBe(200)
    await page.visit(`/attendance?on=${day}`)
    expect(page.status).toBe(200)
  }
  await page.visit(`/attendance/week/export?on=${wednesday}`)
  expect(page.headers.get('content-type')).toContain('text/csv')
  expect(page.body).toMatch(/"Bob Sample","[\d-]+","AM","I"/)
  expect(page.body).toMatch(/"Cleo Sample","[\d-]+","PM","K"/)
})

test('The partnership watches the day, and reads one placement with its corrections', async () => {
  const page = await signedIn(coordinator)
  await acceptCase(bob.child)
  await acceptCase(ada.child)
  await page.visit(`/attendance?on=${wednesday}`)
  expect(page.text).toContain('Expected')
  await page.follow(bob.reference)
  expect(page.text).toContain('Said first: Absent: reason not known')
  expect(page.text).toContain('0% (0 of 1 sessions held')
})

test('Two people mark a child at once: one mark is kept, and the other is told', async () => {
  const ian = await placed('Ian')
  const pages = await Promise.all([signedIn(manager), signedIn(manager)])
  for (const page of pages) await page.visit('/register')
  const answers = await Promise.all(pages.map(page => page.press('Present', { within: 'Ian' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { rows } = await site.admin.query('select id from register_mark where placement_id = $1', [
    ian.placement,
  ])
  expect(rows).toHaveLength(1)
})

test('Weeks A and B, days on which schools are closed, and several children at once', async () => {
  const odd = await placed('Odd', { inWeeks: 'A', weekdays: [3] })
  const even = await placed('Eva', { inWeeks: 'B', weekdays: [3] })
  const page = await signedIn(manager)
  await page.visit('/register')
  const here = page.text.includes('Odd') ? odd : even
  expect(page.text.includes('Odd')).not.toBe(page.text.includes('Eva'))
  await page.visit(`/register?on=${dayAfter(-7)}`)
  expect(page.text.includes('Odd')).toBe(here === even)
  await page.press('All ')
  expect(page.status).toBe(422)
  await page.fill('Why is the register entered now?', 'Flooded').press('All ')
  expect(page.text).toContain('Everybody is marked')

  await insert('closure', { id: newId(), on: dayAfter(-14), reason: 'Snow' })
  await page.visit(`/register?on=${dayAfter(-14)}`)
  expect(page.text).toContain('There is nobody to mark on this day')
  for (const path of ['/register', '/attendance']) {
    const reader = path === '/register' ? page : await signedIn(coordinator)
    await reader.visit(`${path}?on=${dayAfter(-14)}`)
    expect(reader.text).toContain(
      `The last day with sessions was ${weekdayInWords(dayAfter(-15))}: 1 session, 1 not marked yet.`,
    )
    await reader.follow(weekdayInWords(dayAfter(-9)))
    expect(reader.text).toContain('09:30 to 14:30')
  }
})

test('Who is not named, of another provider or another school sees and marks nothing', async () => {
  const other = await member('provider-manager', await organisation('provider', 'The Mill'))
  const elsewhere = await member('school-dsl', thornbury)
  for (const stranger of [other, tutor]) {
    const page = await signedIn(stranger)
    await page.visit('/register')
    expect(page.text).toContain('There is nobody to mark')
    await page.visit(`/register/${ada.placement}/mark?on=${wednesday}&at=09:30`)
    expect(page.status).toBe(404)
    await expect(as(stranger, tx => mark(tx, stranger, ada.placement))).rejects.toThrow(
      'row-level security',
    )
  }
  const school = await signedIn(elsewhere)
  await school.visit('/attendance')
  expect(school.text).not.toContain('Ada')
  await school.visit(`/placements/${ada.placement}/attendance`)
  expect(school.status).toBe(404)
  await school.visit('/register')
  expect(school.status).toBe(403)
  const read = await as(elsewhere, tx => tx.selectFrom('register_mark').select('id').execute())
  expect(read).toEqual([])

  await insert('placement_tutor', {
    placement_id: ada.placement,
    user_id: tutor.userId,
    from_on: '2020-01-01',
    named_by: manager.userId,
  })
  const named = await signedIn(tutor)
  await named.visit('/register')
  expect(named.text).toContain('Ada')
  expect(named.text).not.toContain('Bob')
})

test('The database refuses a day to come, a session of no week, a correction without a reason, and a day after the end', async () => {
  const gus = await placed('Gus')
  await acceptCase(gus.child)
  const attempts: [Record<string, unknown>, string][] = [
    [{ on_day: dayAfter(7 * 60) }, 'row-level security'],
    [{ starts_at: '08:00' }, 'row-level security'],
    [{ on_day: dayAfter(-1) }, 'row-level security'],
    [{ by_user: tutor.userId }, 'row-level security'],
    [{ mark: 'absent' }, 'check constraint'],
    [{ mark: null, happened: false, minutes_late: 5 }, 'check constraint'],
  ]
  for (const [more, why] of attempts)
    await expect(as(manager, tx => mark(tx, manager, gus.placement, more))).rejects.toThrow(why)
  await as(manager, tx => mark(tx, manager, gus.placement))
  const { rows } = await site.admin.query('select id from register_mark where placement_id = $1', [
    gus.placement,
  ])
  const first = rows[0].id
  await expect(
    as(manager, tx => mark(tx, manager, gus.placement, { corrects_id: first })),
  ).rejects.toThrow('check constraint')
  await expect(
    as(manager, tx => mark(tx, manager, ada.placement, { corrects_id: first, because: 'x' })),
  ).rejects.toThrow('foreign key')
  await expect(
    as(manager, tx => tx.updateTable('register_mark').set({ note: 'x' }).execute()),
  ).rejects.toThrow('permission denied')
  await expect(as(dsl, tx => mark(tx, dsl, gus.placement))).rejects.toThrow('row-level security')

  await site.admin.query(
    `update placement set status = 'ended', ended_on = $2, provider_reads_until = $3 where id = $1`,
    [gus.placement, dayAfter(-1), '2999-01-01'],
  )
  await expect(
    as(manager, tx =>
      mark(tx, manager, gus.placement, { corrects_id: first, because: 'after the end' }),
    ),
  ).rejects.toThrow('row-level security')
  await site.admin.query(`update placement set provider_reads_until = '2020-01-01' where id = $1`, [
    gus.placement,
  ])
  const gone = await as(manager, tx =>
    tx.selectFrom('register_mark').select('id').where('placement_id', '=', gus.placement).execute(),
  )
  expect(gone).toEqual([])
})

const mark = (tx: Tx, by: Member, placement: string, more: Record<string, unknown> = {}) =>
  tx
    .insertInto('register_mark')
    .values({
      id: newId(),
      placement_id: placement,
      on_day: wednesday,
      starts_at: '09:30',
      ends_at: '14:30',
      happened: true,
      mark: 'present',
      by_user: by.userId,
      by_organisation: by.organisationId,
      at: new Date(),
      ...more,
    } as never)
    .execute()
