import { expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import type { OffSiteDirection, WorkExperience } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'
import { complaints } from '#rules/scenarios.ts'
import { county } from '#testing/county.ts'
import { fillDirection, fillHost } from '#testing/directing.ts'
import { fillDays } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The worked cases of off-site direction and work experience, with their facts entered as a school enters them.
const site = await testSite()
const { member, signedIn, child, larkfield } = await county(site)
await site.admin.query(`update school set type_code = '34' where organisation_id = $1`, [larkfield])
const referrer = await member('school-referrer', larkfield)
const cases = new Map(allScenarios().map(each => [each.id, each]))

const scenario = (id: string) => {
  const found = cases.get(id)
  if (!found) throw new Error(`No worked case is called ${id}`)
  return found
}

/** What stands in the database about one subject, under the name that it has in the worked case. */
async function findingsAbout(type: string, id: string, name: string): Promise<Finding[]> {
  const { rows } = await site.admin.query(
    `select rule, level, blocks, basis, to_char(due, 'YYYY-MM-DD') as due, overdue_days, "values", amounts, message
       from finding where subject_type = $1 and subject_id = $2 and superseded_at is null`,
    [type, id],
  )
  return rows.map(({ overdue_days, ...row }) => ({
    ...row,
    overdueDays: overdue_days ?? undefined,
    subject: { type, id: name },
  }))
}

test.each([
  'D-05',
  'D-06',
  'D-07',
  'D-08',
  'D-09',
  'D-10',
  'D-11',
  'D-12',
  'H-04a',
  'H-04b',
  'X-211',
  'X-212b',
  'X-212c',
])('%s, entered through the pages', async id => {
  const { asOf, offSiteDirections = [] } = factsOf(scenario(id))
  const [direction] = offSiteDirections
  if (!direction) throw new Error(`${id} is about no direction`)
  site.setToday(asOf)
  const pupil = await child()
  const browser = await signedIn(referrer)
  await browser.visit(`/children/${pupil}/directions/new`)
  await fillDirection(browser, direction).press('Save the draft')
  expect(browser.text).toContain('The draft is saved')
  const path = browser.url
  if (direction.noticeDate && direction.purpose === 'improve-behaviour')
    await issue(path, direction)
  for (const { date } of direction.reviewRequests ?? []) {
    await browser.visit(`${path}/requests/new`)
    await browser.choose('A parent').fillDate('askedOn', date).press('Record the request')
    expect(browser.text).toContain('The request is recorded')
  }

  const findings = await findingsAbout('off-site-direction', path.split('/')[2] ?? '', 'osd1')
  expect(complaints(scenario(id).expect, findings)).toEqual([])
  await browser.visit(path)
  for (const { message } of findings) expect(browser.text).toContain(message)
})

async function issue(path: string, { noticeDate, reviews = [] }: OffSiteDirection) {
  const browser = await signedIn(referrer)
  await browser.visit(`${path}/issue`)
  // What the rules stop cannot be done: the case is then about the draft.
  if (browser.text.includes('The notice cannot be issued yet')) return
  await browser
    .fillDate('noticeOn', noticeDate ?? '')
    .fill('How?', 'By hand')
    .tick('I know that it is short, and issue it all the same')
    .press('Issue the notice')
  expect(browser.text).toContain('The notice is issued and kept word for word')
  const [review] = reviews
  if (review?.invitedDate) {
    await browser.follow('Invite')
    await browser.fillDate('invitedOn', review.invitedDate).press('Save')
  }
  if (review?.heldDate) {
    await browser.follow('Record what was decided')
    await browser
      .fillDate('heldOn', review.heldDate)
      .fill('Who was there?', 'Mother, head, governor')
      .choose('The direction goes on as it is')
      .fillDate('continueUntil', '2026-12-18')
      .fillDate('nextOn', '2026-12-14')
      .press('Record the review')
    expect(browser.text).toContain('The review is recorded')
  }
}

test.each(['G-22', 'G-23', 'G-24', 'H-39', 'X-156a'])('%s, entered through the pages', async id => {
  const { asOf, workExperience = [] } = factsOf(scenario(id))
  const [work] = workExperience as readonly WorkExperience[]
  if (!work) throw new Error(`${id} is about no work experience`)
  site.setToday(asOf)
  const pupil = await child({ year: 11 })
  const browser = await signedIn(referrer)
  await browser.visit(`/children/${pupil}/work-experience/new`)
  fillHost(browser, work)
    .fill('What is it for?', 'To find out whether this is a trade to learn')
    .fillDate('startOn', addDays(isoDate(asOf.slice(0, 10)), 9))
  await fillDays(browser, ['Tuesday', 'Thursday']).press('Save the arrangement')
  expect(browser.text).toContain('The arrangement is saved')
  const placement = browser.url.split('/')[2] ?? ''
  const findings = await findingsAbout('work-experience', placement, 'w1')
  expect(complaints(scenario(id).expect, findings)).toEqual([])
  for (const { message } of findings) expect(browser.text).toContain(message)
})
