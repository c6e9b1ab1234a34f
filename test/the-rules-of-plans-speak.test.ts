import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { dayAfter, placedChild, wednesday } from '#testing/placed-child.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const scene = await county(site)
const { insert, member, organisation, signedIn, hbep } = scene
const { caseOf } = placing(site, scene, '2026-09-10')
const coordinator = await member('coordinator', hbep)
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge)

const placed = async (more: object, about: object = {}) => {
  const { id } = await caseOf(about)
  return placedChild(site, insert, {
    child: id,
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
    ...more,
  })
}
const ask = async () => {
  await site.runJobs()
}
/** Rules that speak on a placement now, each once. */
const rulesOn = async (placement: string) =>
  (
    await site.admin.query(
      `select distinct rule from finding where placement_id = $1 and superseded_at is null order by 1`,
      [placement],
    )
  ).rows.map(({ rule }) => rule)

test('The rules of plans speak on a placement without one, and fall silent as it is kept', async () => {
  const { placement } = await placed(
    { more: { need_category: 'health' } },
    { specialNeeds: 'ehcp', maintainedBy: 'fennshire' },
  )
  await ask()
  expect(await rulesOn(placement)).toEqual(
    expect.arrayContaining([
      'PLN-03',
      'PLN-04',
      'PLN-05',
      'PLN-07',
      'PLN-09',
      'PLN-12',
      'PLN-13',
      'PLN-16',
      'PLN-17',
    ]),
  )
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('The plan names no objectives')
  expect(page.text).toContain('The placement has no review to come')

  await page.visit(`/placements/${placement}/plan/edit`)
  await page
    .fill('Where the child is now', 'Attends 40%')
    .fill('By when', 'By Easter')
    .fill('How progress is assessed and followed', 'Each half-term')
    .fill('Qualifications the child works towards', 'Entry level')
    .fill('How it is linked to the EHCP', 'Outcome 2 of section E')
    .fill('Who is the link at the home school?', 'Lena Link')
    .fill('How the child stays in touch with classmates', 'Form time on Fridays')
    .fill('Work with other services', 'CAMHS')
    .fill('Advice on next steps', 'Careers interview in May')
    .fillDate('staff_qualifications_seen_on', dayAfter(-3))
    .chooseIn('Is going back to mainstream an aim?', 'Yes')
    .press('Save')
  // Now that going back is an aim, how and with what help must be agreed.
  expect(await rulesOn(placement)).toContain('PLN-08')
  await page.visit(`/placements/${placement}/plan/edit`)
  await page
    .fill('How we judge that the child is ready to return', 'Three weeks at 95%')
    .fill('The school’s support for the return', 'A mentor')
    .press('Save')
  await page.follow('Add an objective')
  await page
    .choose('Personal')
    .fill('What is to be reached?', 'Comes every day')
    .fill('How can one tell?', '90% in the register')
    .fillDate('target_on', '2027-03-25')
    .press('Add the objective')
  await page.visit(`/placements/${placement}/reviews`)
  await page.press('Plan the review')
  await page.visit(`/placements/${placement}/contacts`)
  await page.choose('Visit').fill('With whom?', 'The tutor').press('Note the contact')
  expect((await rulesOn(placement)).filter(rule => rule.startsWith('PLN'))).toEqual(
    expect.not.arrayContaining(['PLN-03', 'PLN-04', 'PLN-05', 'PLN-08', 'PLN-09', 'PLN-12']),
  )
  expect(await rulesOn(placement)).toContain('PLN-07')

  await page.visit(`/placements/${placement}/plan`)
  await page.press('Ask the provider to agree')
  const provider = await signedIn(manager)
  await provider.visit('/')
  await provider.follow('Agree to a plan')
  await provider.press('We agree to this plan')
  await site.runJobs()
  expect((await rulesOn(placement)).filter(rule => rule.startsWith('PLN'))).toEqual(['PLN-01'])
})

test('An ended placement asks for its record until it is closed, and counts nowhere', async () => {
  const { placement, reference } = await placed({})
  await site.admin.query(`update placement set status = 'ended', ended_on = $2 where id = $1`, [
    placement,
    dayAfter(-1),
  ])
  await ask()
  expect(await rulesOn(placement)).toEqual(['PLN-06'])
  const page = await signedIn(coordinator)
  await page.visit('/')
  expect(page.text).toContain(`Ask the child what they think of a placement ${reference}`)
  await page.visit(`/placements/${placement}/closing`)
  await page
    .fill('What progress did the child make?', 'Much')
    .fill('What did the child achieve?', 'Entry level 3')
    .fill('Where does the child go next?', 'Back to Larkfield')
    .press('Save the end report')
  await page.visit(`/placements/${placement}/pupil-view/new`)
  await page
    .choose('An adult asked and wrote it down')
    .fill('Who helped, or brought the paper?', 'Lena Link')
    .fill('What would you change?', 'Nothing')
    .press('Save what the child said')
  expect(await rulesOn(placement)).toEqual([])
  await page.visit('/')
  expect(page.text).toContain(`Close the record of a placement ${reference}`)
  await page.follow('Close the record')
  await page.press('Close the placement')
  await page.visit('/')
  expect(page.text).not.toContain(reference)
})
