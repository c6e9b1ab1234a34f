import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { enqueue } from '#platform/jobs.ts'
import { county } from '#testing/county.ts'
import { dayAfter, placedChild, termAround, wednesday } from '#testing/placed-child.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const { insert, member, organisation, signedIn, child, hbep, larkfield, wilfrids } =
  await county(site)
await termAround(insert)
const coordinator = await member('coordinator', hbep)
const dsl = await member('school-dsl', larkfield)
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge)

const rowOf = async (id: string) =>
  (await site.admin.query('select * from placement where id = $1', [id])).rows[0]
const failures = async () =>
  (
    await site.admin.query(
      'select last_error from graphile_worker._private_jobs where last_error is not null',
    )
  ).rows
const mails = async (subject: string) =>
  (await site.admin.query('select address, body from message where subject like $1', [subject]))
    .rows as { address: string; body: string }[]

async function placed(status: string, commissioner = hbep) {
  const childId = await child()
  const referral = newId()
  if (commissioner === hbep)
    await insert('referral', {
      id: referral,
      kind: 'school',
      status: 'accepted',
      child_id: childId,
      referring_organisation_id: larkfield,
      responsible_partnership_id: hbep,
      submitted_by: dsl.userId,
      submitted_at: `${dayAfter(-60)}T09:00:00Z`,
      accepted_at: `${dayAfter(-59)}T09:00:00Z`,
      reason: 'Needs help',
    })
  const { placement, reference } = await placedChild(site, insert, {
    child: childId,
    commissioner,
    provider: forge,
    madeBy: coordinator.userId,
    more: status === 'live' ? {} : { status, started_on: null },
  })
  await site.runJobs()
  return { childId, referral, placement, reference }
}

test('A school takes its referral back: what has not begun is withdrawn with it, and says that it followed', async () => {
  const { referral, placement, reference } = await placed('offered')
  const page = await signedIn(dsl)
  await page.visit(`/referrals/${referral}/withdraw`)
  expect(page.text).toContain(`${reference} has not begun: it is withdrawn with this.`)
  await page.choose('The school can meet the need itself now').press('Withdraw the referral')
  await site.runJobs()

  expect(await failures()).toEqual([])
  expect((await rowOf(placement)).status).toBe('withdrawn')
  const told = await mails(`Placement ${reference} was withdrawn`)
  expect(told).toHaveLength(2)
  const toProvider = told.find(({ address }) => address.startsWith('provider-manager'))
  expect(toProvider?.body).not.toContain('case')
  const theirs = await signedIn(coordinator)
  await theirs.visit(`/placements/${placement}`)
  expect(theirs.text).toContain('It followed: the case R-')
})

test('A child who is there stays there when the case is closed, and the commissioner is told once', async () => {
  const { referral, placement, reference } = await placed('live')
  const page = await signedIn(coordinator)
  await page.visit(`/cases/${referral}/close`)
  expect(page.text).toContain(
    `${reference} is live: it goes on until whoever commissions it ends it.`,
  )
  await page.choose('Advice was given and that was enough').press('Close the case')
  await site.runJobs()
  await site.db.asWorker(tx => enqueue(tx, { name: 'placements-follow' }, {}))
  await site.runJobs()

  expect((await rowOf(placement)).status).toBe('live')
  expect(await mails(`Placement ${reference} goes on without its case`)).toHaveLength(1)
})

test('A child comes off the roll of the school that buys: the placement ends on the last day, with what hung on it', async () => {
  const { childId, placement, reference } = await placed('live', larkfield)
  await insert('placement_change', {
    id: newId(),
    placement_id: placement,
    kind: 'end early',
    wanted: '{"kind": "end early"}',
    reason: 'Tired',
    asked_by: manager.userId,
    asked_by_organisation_id: forge,
    asked_at: `${dayAfter(-2)}T09:00:00Z`,
  })
  await site.admin.query('update enrolment set to_on = $2 where child_id = $1', [
    childId,
    dayAfter(-1),
  ])
  await insert('enrolment', {
    id: newId(),
    child_id: childId,
    school_id: wilfrids,
    kind: 'current',
    from_on: wednesday,
    year_group: 9,
  })
  // A Monday on which no school is open: the ten school days take a day more.
  await insert('closure', { id: newId(), on: dayAfter(5), reason: 'Closed' })
  await site.runJobs()

  expect(await rowOf(placement)).toMatchObject({
    status: 'ended',
    ended_on: dayAfter(-1),
    provider_reads_until: dayAfter(15),
  })
  const { rows } = await site.admin.query(
    `select what, details from placement_event where placement_id = $1 order by what`,
    [placement],
  )
  expect(rows.map(({ what }) => what)).toEqual(['change refused', 'ended'])
  expect(await mails(`Placement ${reference} has ended`)).not.toHaveLength(0)
  const { rows: sessions } = await site.admin.query(
    'select 1 from placement_session where placement_id = $1 and (to_on is null or to_on > $2)',
    [placement, wednesday],
  )
  expect(sessions).toEqual([])
})

test('A child who is still on the roll, or whose case goes on, is left where it is', async () => {
  const ofSchool = await placed('live', larkfield)
  const ofPartnership = await placed('accepted')
  await site.db.asWorker(tx => enqueue(tx, { name: 'placements-follow' }, {}))
  await site.runJobs()
  expect((await rowOf(ofSchool.placement)).status).toBe('live')
  expect((await rowOf(ofPartnership.placement)).status).toBe('accepted')
})
