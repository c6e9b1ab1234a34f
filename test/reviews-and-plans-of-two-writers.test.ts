import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { dayAfter, placedChild, wednesday } from '#testing/placed-child.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const scene = await county(site)
const { insert, member, organisation, signedIn, as, hbep, larkfield } = scene
const { caseOf } = placing(site, scene, '2026-09-10')
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge)
const dsl = await member('school-dsl', larkfield)

const placed = async (forename: string) =>
  placedChild(site, insert, {
    child: (await caseOf({ forename })).id,
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
  })
const ada = await placed('Ada')
const reviews = `/placements/${ada.placement}/reviews`
const toldProvider = async (kind: string) =>
  (await site.admin.query('select address, subject as words from message where kind = $1', [kind]))
    .rows as { address: string; words: string }[]

test('A review is moved to another day with a reason, and the provider is told of the day alone', async () => {
  const page = await signedIn(coordinator)
  await page.visit(reviews)
  await page.fillDate('dueOn', dayAfter(5)).press('Plan the review')
  await page.follow('Move it or call it off')
  await page.choose('It is on another day').fill('Why?', 'Her mother works').press('Save')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Enter the new day')
  expect(page.body).toContain('Her mother works')
  await page.fillDate('to', dayAfter(-1)).press('Save')
  expect(page.text).toContain('must be today or later')
  await page.fillDate('to', dayAfter(7)).press('Save')
  expect(page.text).toContain('The review is moved')
  const [mail] = await toldProvider('review moved')
  expect(mail?.address).toBe(manager.email)
  expect(mail?.words).toContain(ada.reference)
  expect(mail?.words).not.toMatch(/Ada|mother/)
  await page.visit(`/placements/${ada.placement}`)
  expect(page.text).toContain('Review moved to another day')
  expect(page.text).toContain('Her mother works')
})

test('A review is called off, and the next is planned; two are never planned at once', async () => {
  const page = await signedIn(coordinator)
  const late = await signedIn(coordinator)
  await page.visit(reviews)
  await page.follow('Move it or call it off')
  await late.visit(reviews)
  await late.follow('Record this review')
  await page.choose('It is not held').fill('Why?', 'The placement was checked last week')
  await page.press('Save')
  expect(page.text).toContain('The review is called off')
  expect(page.text).toContain('No review is planned')
  await late
    .fill('Who was there?', 'Nobody')
    .chooseIn('Did the child take part?', 'No')
    .chooseIn('What comes of it?', 'It ends')
    .press('Record the review')
  expect(late.status).toBe(404)

  await late.visit(reviews)
  const answers = await Promise.all([page, late].map(each => each.press('Plan the review')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { rows } = await site.admin.query(
    'select id from placement_review where placement_id = $1 and held_on is null and cancelled_because is null',
    [ada.placement],
  )
  expect(rows).toHaveLength(1)
  expect(await toldProvider('review called off')).toHaveLength(1)
})

test('What a review found, and that one was called off, is rewritten by nobody', async () => {
  for (const which of ['held_on is not null', 'cancelled_because is not null']) {
    const review = await placed('Rosa')
    await insert('placement_review', {
      id: review.placement,
      placement_id: review.placement,
      due_on: wednesday,
      ...(which.startsWith('held')
        ? { held_on: wednesday, attendees: 'All', outcome: 'continue' }
        : { cancelled_because: 'Ill' }),
      made_by: coordinator.userId,
      made_at: `${wednesday}T09:00:00Z`,
    })
    await expect(
      as(coordinator, tx =>
        tx
          .updateTable('placement_review')
          .set({ due_on: dayAfter(3) })
          .where('id', '=', review.placement)
          .execute(),
      ),
    ).rejects.toThrow('stays as it is')
  }
  // Who does not commission the placement moves nothing of it.
  const page = await signedIn(dsl)
  await page.visit(reviews)
  expect(page.text).not.toContain('Move it or call it off')
  const { rows } = await site.admin.query(
    'select id from placement_review where placement_id = $1 and held_on is null and cancelled_because is null',
    [ada.placement],
  )
  await page.visit(`${reviews}/${rows[0].id}/change`)
  expect(page.status).toBe(404)
})

test('A provider that cannot agree says what has to change; the plan comes back and is sent again', async () => {
  const cleo = await placed('Cleo')
  const plan = `/placements/${cleo.placement}/plan`
  const page = await signedIn(coordinator)
  await page.visit(`${plan}/edit`)
  await page
    .fill('Where the child is now', 'Attends 61%')
    .fill('By when', 'By Easter')
    .fill('How progress is assessed and followed', 'Each half-term')
    .press('Save')
  await page.follow('Add an objective')
  await page
    .choose('Personal')
    .fill('What is to be reached?', 'To come every day')
    .fill('How can one tell?', 'Attendance of 90%')
    .fillDate('target_on', dayAfter(60))
    .press('Add the objective')
  await page.press('Ask the provider to agree')

  const provider = await signedIn(manager)
  await provider.visit(`/placed/${cleo.placement}/plan`)
  await provider.follow('We cannot agree yet')
  const late = await signedIn(manager)
  await late.visit(provider.url)
  await provider.press('Ask for the change')
  expect(provider.status).toBe(422)
  expect(provider.text).toContain('Say what has to change')
  await provider
    .fill('What has to change before you can agree?', 'Easter is too early for 90%')
    .press('Ask for the change')
  expect(provider.text).toContain('Easter is too early')
  expect(await toldProvider('plan not agreed')).toMatchObject([{ address: coordinator.email }])
  await provider.visit('/')
  expect(provider.text).toContain('Waiting on others')

  await page.visit('/')
  await page.follow('Change a plan: the provider cannot agree yet')
  expect(page.text).toContain('The Forge cannot agree yet')
  expect(page.text).toContain('Easter is too early for 90%')
  await page.press('Take it back and change it')
  // It is with the school again: nobody agrees, or objects, to a draft.
  await late
    .fill('What has to change before you can agree?', 'And the maths')
    .press('Ask for the change')
  expect(late.status).toBe(404)
  await page.press('Ask the provider to agree')
  expect(page.text).not.toContain('cannot agree yet')
  await provider.visit(`/placed/${cleo.placement}/plan`)
  expect(provider.text).not.toContain('Easter is too early')
  await provider.press('We agree to this plan')
  expect(provider.text).toContain('You have agreed')
  const tutor = await signedIn(await member('provider-tutor', forge))
  await tutor.visit(`/placed/${cleo.placement}/plan/ask`)
  expect(tutor.status).toBe(403)
})

test('Two who write one plan, or one end report, at the same instant: one is kept, the other is told', async () => {
  const bob = await placed('Bob')
  for (const round of ['first', 'second']) {
    const pages = await Promise.all([signedIn(coordinator), signedIn(coordinator)])
    for (const [n, page] of pages.entries()) {
      await page.visit(`/placements/${bob.placement}/plan/edit`)
      page.fill('Where the child is now', `${round} words of ${n}`)
    }
    const answers = await Promise.all(pages.map(page => page.press('Save')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  }
  for (const round of ['first', 'second']) {
    const pages = await Promise.all([signedIn(coordinator), signedIn(coordinator)])
    for (const [n, page] of pages.entries()) {
      await page.visit(`/placements/${bob.placement}/closing`)
      page.fill('What did the child achieve?', `${round} words of ${n}`)
    }
    const answers = await Promise.all(pages.map(page => page.press('Save the end report')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  }
})
