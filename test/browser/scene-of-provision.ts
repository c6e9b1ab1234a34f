import { addDays, type IsoDate, londonDay } from '#domain/dates.ts'
import { mondayOf } from '#domain/two-weeks.ts'
import type { Browser } from '#testing/browser.ts'
import type { TestSite } from '#testing/site.ts'
import type { Person } from './people.ts'
import { reportOn } from './reporting.ts'

export interface ProvisionScene {
  /** Where who commissions it, and where the provider, walk on from. */
  readonly commissioner: readonly string[]
  readonly provider: readonly string[]
}

/** A child of an accepted case goes to a provider: with a plan, a review, a link for the child’s view and a register. */
export async function setProvision(
  site: TestSite,
  coordinator: { readonly person: Person; readonly browser: Browser },
  manager: { readonly person: Person; readonly browser: Browser },
): Promise<ProvisionScene> {
  const page = coordinator.browser
  const today = londonDay(site.site.now())
  const { rows } = await site.admin.query<{ child: string }>(
    `select r.child_id as child from referral r join organisation o on o.id = r.responsible_partnership_id
      where o.name = $1 and r.kind = 'school' and r.status = 'accepted' order by r.reference limit 4`,
    [coordinator.person.organisation],
  )
  const [placement = '', offered, proposed, accepted] = await proposals(
    page,
    rows.map(({ child }) => child),
    manager.person.organisation,
    today,
  )
  for (const each of [placement, offered, accepted]) if (each) await offer(page, each)
  const id = placement.split('/').at(-1) ?? ''
  for (const each of [placement, accepted]) {
    if (!each) continue
    await manager.browser.visit(`/placed/${each.split('/').at(-1)}/answer`)
    await manager.browser.choose('Yes, we take the child').press('Send the answer')
  }
  await page.visit(`${placement}/start`)
  await page.press('Record the start')
  // It began some weeks ago, so that there is a register to look at on any day of the week.
  const began = addDays(mondayOf(today), -70)
  await site.admin.query('update placement set started_on = $2 where id = $1', [id, began])
  await site.admin.query('update placement_session set from_on = $2 where placement_id = $1', [
    id,
    began,
  ])
  await writePlan(page, placement)
  if (accepted) {
    await writePlan(page, accepted)
    await page.press('Ask the provider to agree')
  }
  await page.visit(`${placement}/reviews`)
  await page.press('Plan the review')
  await page.visit(`${placement}/pupil-view`)
  await page.press('Make a link for the child’s phone')
  const given = page.url
  await askForMore(page, placement, today)
  await writeShortTermPlan(page, placement, today)
  const at = `?on=${await lastMonday(manager.browser, mondayOf(addDays(today, -1)))}&at=09:30`
  return {
    commissioner: [
      placement,
      `${placement}/changes`,
      `${placement}/short-term-plan`,
      given,
      ...(proposed ? [proposed] : []),
      ...(accepted ? [`${accepted}/start`] : []),
    ],
    provider: [
      `/placed/${id}/plan`,
      `/placed/${id}/tutors`,
      ...(await reportOn(manager.browser, id)),
      ...(offered ? [`/placed/${offered.split('/').at(-1)}`] : []),
      ...(accepted ? [`/placed/${accepted.split('/').at(-1)}/plan`] : []),
      ...['absent', 'late', 'mark'].map(name => `/register/${id}/${name}${at}`),
    ],
  }
}

/** One proposal for each child; the first is taken to its end, one is only offered, one stays a proposal. */
async function proposals(
  page: Browser,
  children: readonly string[],
  provider: string,
  today: IsoDate,
): Promise<string[]> {
  const made: string[] = []
  for (const child of children) {
    await page.visit(`/children/${child}/placements/new`)
    await page
      .choose('Provider', provider)
      .choose('Tier 3: part-time alternative provision')
      .fill('What is it for?', 'To come back to lessons')
      .choose('Behaviour')
      .fillDate('startOn', today)
      .tick('Monday')
      .fill('Monday from', '09:30')
      .fill('Monday until', '14:30')
      .press('Save the proposal')
    made.push(page.url)
  }
  return made
}

async function offer(page: Browser, placement: string) {
  await page.visit(`${placement}/offer`)
  if (page.text.includes('Why does it go on all the same?'))
    page
      .fill(
        'Why does it go on all the same?',
        'The papers were seen on paper and are being entered',
      )
      .fill('Which head stands behind it?', 'Henrietta Head')
  await page.press('Offer the placement')
}

async function writePlan(page: Browser, placement: string) {
  await page.visit(`${placement}/plan/edit`)
  await page
    .fill('Where the child is now', 'Attends 61%')
    .fill('By when', 'By Easter')
    .fill('How progress is assessed and followed', 'Each half-term')
    .press('Save')
  await page.visit(`${placement}/plan/objectives/new`)
  await page
    .choose('Personal')
    .fill('What is to be reached?', 'Comes every day')
    .fill('How can one tell?', '90% in the register')
    .fillDate('target_on', '2027-03-25')
    .press('Add the objective')
}

/** It is asked for that the placement goes on for longer. */
async function askForMore(page: Browser, placement: string, today: IsoDate) {
  await page.visit(`${placement}/changes/new`)
  await page
    .choose('Go on longer')
    .fillDate('endOn', addDays(today, 120))
    .fill('Why?', 'The child needs another term')
    .press('Ask for the change')
}

async function writeShortTermPlan(page: Browser, placement: string, today: IsoDate) {
  await page.visit(`${placement}/short-term-plan/write`)
  await page
    .fill('What is the plan for?', 'Four days until a second provider has room')
    .fillDate('startOn', today)
    .fillDate('reviewOn', addDays(today, 14))
    .fillDate('endOn', addDays(today, 28))
    .press('Save the draft')
}

/** The last Monday on which schools were open. */
async function lastMonday(provider: Browser, from: IsoDate): Promise<IsoDate> {
  let day = from
  for (let weeks = 0; weeks < 9; weeks++) {
    await provider.visit(`/register?on=${day}`)
    if (!provider.text.includes('There is nobody to mark')) return day
    day = addDays(day, -7)
  }
  return day
}
