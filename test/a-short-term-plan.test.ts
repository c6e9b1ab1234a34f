import { expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { enqueue } from '#platform/jobs.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = isoDate(new Date().toISOString().slice(0, 10))
const inDays = (days: number) => addDays(today, days)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, hbep } = world
const { caseOf, checked, place } = placing(site, world, today)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
await checked(forge, hbep, coordinator)

/** A child with four days a week at the provider. */
async function substantial() {
  const { id } = await caseOf()
  const told = { name: 'Robin Sample', born: '2013-02-03' }
  const placement = await place({
    child: id,
    provider: forge,
    by: coordinator,
    days: [1, 2, 3, 4],
    told,
  })
  return { id, placement }
}

async function planned(placement: string, end = inDays(40)) {
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/short-term-plan`)
  await page.follow('Write a plan')
  expect(page.body).toContain('4 days a week, 18 hours, at The Forge')
  await page
    .fill('What is the plan for?', 'Four days until a second provider has room')
    .fillDate('startOn', inDays(-5))
    .fillDate('reviewOn', inDays(5))
    .fillDate('endOn', end)
    .press('Save the draft')
  return page
}

async function inForce(placement: string, end = inDays(40)) {
  const page = await planned(placement, end)
  await page.follow('Change the draft')
  await page
    .fill('Who agreed for the school? (optional until it is put in force)', 'Henrietta Head')
    .fillDate('schoolAgreedOn', today)
    .press('Save the draft')
  await page.follow('Record')
  await page.choose('Yes').fill('How do you know?', 'Signed form').press('Save the answer')
  await page.press('Put it in force')
  return page
}

const countDown = async () => {
  await site.db.asWorker(tx => enqueue(tx, { name: 'count-down-plans' }, {}))
  await site.runJobs()
}
const planMails = async (placement: string) =>
  (
    await site.admin.query(
      `select subject from message where kind = 'short-term plan' and body like $1 order by queued_at`,
      [`%${placement}%`],
    )
  ).rows
const statusOfPlan = async (placement: string) =>
  (
    await site.admin.query(
      'select status, ended_because from substantial_plan where placement_id = $1 order by made_at desc',
      [placement],
    )
  ).rows[0]

test('An incomplete plan is not put in force; a complete one is, and the provider keeps a copy', async () => {
  const { placement } = await substantial()
  const page = await planned(placement)
  expect(page.text).toContain('The school has not agreed to it.')
  expect(page.text).toContain('has not agreed to it.')
  expect(page.buttons).not.toContain('Put it in force')

  await page.follow('Change the draft')
  await page.fillDate('reviewOn', inDays(60)).press('Save the draft')
  expect(page.text).toContain('The review must not be after the last day')
  await page
    .fillDate('reviewOn', inDays(5))
    .fill('Who agreed for the school? (optional until it is put in force)', 'Henrietta Head')
    .fillDate('schoolAgreedOn', today)
    .press('Save the draft')
  await page.follow('Record')
  await page.choose('Yes').fill('How do you know?', 'Signed form').press('Save the answer')
  await page.press('Put it in force')
  expect(page.text).toContain('The plan is in force')
  expect(page.text).toContain('in 40 days')
  expect(page.text).toContain('Sent, and not acknowledged yet')

  const provider = await signedIn(manager)
  await provider.visit('/')
  await provider.follow('Confirm that you hold the short-term plan')
  expect(provider.text).toContain('Four days until a second provider has room')
  await provider.press('We hold a copy')
  expect(provider.text).toContain('that you hold it')
  await provider.visit(`/placed/${placement}`)
  expect(provider.text).toContain('Robin Sample')
  await page.visit(`/placements/${placement}/shared`)
  expect(page.text).toContain('The short-term plan, as a whole In Onroll')
  await page.visit(`/placements/${placement}/short-term-plan`)
  expect(page.text).toContain('Acknowledged on')
  await site.runJobs()
  await page.visit(`/placements/${placement}`)
  expect(page.text).not.toContain('has not acknowledged a copy')
})

test('A draft that says something else is asked about anew', async () => {
  const { placement } = await substantial()
  const page = await planned(placement)
  await page.follow('Record')
  await page.choose('Yes').fill('How do you know?', 'Signed form').press('Save the answer')
  expect(page.text).toContain('Agreed')
  await page.follow('Change the draft')
  await page.fillDate('endOn', inDays(80)).press('Save the draft')
  expect(page.text).toContain('Not recorded')
})

test('It is counted down once at 14 and once at 7 days, and lapses after its end', async () => {
  const { placement } = await substantial()
  const page = await inForce(placement, inDays(20))
  await countDown()
  expect(await planMails(placement)).toEqual([])
  site.setToday(inDays(6))
  await countDown()
  await countDown()
  expect(await planMails(placement)).toHaveLength(1)
  site.setToday(inDays(13))
  await countDown()
  await countDown()
  expect(await planMails(placement)).toHaveLength(2)
  await page.visit('/')
  expect(page.text).toContain('The short-term plan ends: change the week')
  site.setToday(inDays(20))
  await countDown()
  expect(await statusOfPlan(placement)).toMatchObject({ status: 'in force' })
  site.setToday(inDays(21))
  await countDown()
  await countDown()
  expect(await statusOfPlan(placement)).toMatchObject({ status: 'lapsed' })
  expect(await planMails(placement)).toHaveLength(3)
  const { rows } = await site.admin.query(
    `select message from finding where placement_id = $1 and rule = 'ILL-04' and superseded_at is null`,
    [placement],
  )
  expect(rows[0].message).toContain('allows nothing more')
  site.setToday(today)
})

test('It closes itself when the week needs it no more', async () => {
  const { placement } = await substantial()
  await inForce(placement)
  await countDown()
  expect(await statusOfPlan(placement)).toMatchObject({ status: 'in force' })
  await site.admin.query('delete from placement_session where placement_id = $1 and weekday > 1', [
    placement,
  ])
  await countDown()
  await countDown()
  expect(await statusOfPlan(placement)).toMatchObject({
    status: 'ended',
    ended_because: 'The week needs no plan any more.',
  })
  const { rows } = await site.admin.query(
    `select count(*) from placement_event where placement_id = $1 and what = 'plan ended'`,
    [placement],
  )
  expect(Number(rows[0].count)).toBe(1)
})

test('A finding of a placement is accepted with a reason by who commissions it', async () => {
  const { placement } = await substantial()
  await site.runJobs()
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('Rule ILL-01')
  await page.follow('Accept it with a reason')
  await page.press('Accept it with this reason')
  expect(page.text).toContain('Say why it may stand')
  await page.fill('Why may it stand?', 'The plan is being agreed this week').press('Accept it')
  expect(page.text).toContain('Cora Ordinator accepted this: The plan is being agreed this week')
})
