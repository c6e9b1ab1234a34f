import type { Browser } from '#testing/browser.ts'
import { linkOn, type Stage } from './scene.ts'

/** A number of the rules, as far as what its change would do. */
export async function aNumberIsConsidered({ as, leave }: Stage) {
  const steward = as('data-steward')
  await steward.visit('/administration/parameters')
  await steward.follow('Fair Access allocation')
  steward.fill('New value', '15').fill('Where it is written', 'Minutes of the board')
  steward.fill('Why it is changed', 'Children wait too long').fillDate('from', '2026-10-01')
  await steward.press('See what it would change')
  leave('data-steward', steward.url)
}

/** A question that waits for its answer, and one whose answer can be published. */
export async function questions({ as, leave }: Stage) {
  const coordinator = as('coordinator')
  const officer = as('sena')
  for (const answered of [true, false]) {
    await coordinator.visit('/questions/new')
    coordinator.fill('Your question', 'Does a top-up move with a child who changes school?')
    coordinator.choose('What it is about', 'SEND, EHCPs and top-up')
    await coordinator.press('Continue')
    if (coordinator.buttons.some(words => words.startsWith('None of these')))
      await coordinator.press('None of these')
    leave('coordinator', coordinator.url)
    await officer.visit(coordinator.url)
    leave('sena', officer.url)
    if (answered) await officer.fill('Answer', 'For the school year.').press('Send the answer')
  }
}

/** Admissions refers two children who may be one, and a third who is still to be referred. */
export async function fairAccess({ as, leave }: Stage) {
  const admissions = as('admissions')
  for (const birthDate of ['2013-05-02', '2013-05-02']) {
    await underFairAccess(admissions, birthDate)
    await admissions.press('Send the referral')
    leave('admissions', admissions.url)
  }
  await underFairAccess(admissions, '2012-02-29')
  leave('admissions', admissions.url)
  leave('coordinator', '/children/duplicates', '/attendance/ask')
}

/** A child on no roll and the answers about them, as far as the page on which they are checked. */
async function underFairAccess(admissions: Browser, birthDate: string) {
  await admissions.visit('/children')
  await admissions.fill('Name, UPN or reference', 'Faye Unplaced').press('Search')
  await admissions.follow('Start a new record')
  admissions.fillDate('birthDate', birthDate).choose('No, or not known yet')
  await admissions.press('Add this child')
  if (admissions.url.endsWith('/same')) await admissions.press('No, add a different child')
  const child = admissions.url
  for (const [about, answer] of [
    ['special-needs', 'No special educational needs'],
    ['care', 'Never looked after'],
  ] as const) {
    await admissions.visit(`${child}/${about}/new`)
    admissions.choose(answer).fill('Where is this known from?', 'Parents')
    await admissions.fillDate('fromOn', '2024-09-01').press('Save')
  }
  await admissions.visit(`/fair-access/new/${child.split('/').at(-1)}`)
  admissions
    .choose('(j) Refused a place because of challenging behaviour (paragraph 3.10)')
    .fill('What shows it?', 'Letter of refusal')
    .choose('Yes')
    .fill('Which schools were asked, and when?', 'Two, in October')
    .choose('Partnership', 'Harbury and Bosmere Education Partnership (HBEP)')
    .fill('What should the panel know?', 'Wants to start soon')
  await admissions.press('Save and check')
}

/** An address for somebody’s calendar, and what is read there. */
export async function aCalendar({ as, leave }: Stage) {
  const coordinator = as('coordinator')
  await coordinator.visit('/meetings/feed')
  await coordinator.press('Make')
  leave('coordinator', /\/calendar\/\S+\.ics/.exec(coordinator.text)?.[0] ?? '')
}

/** A school that left its partnership can join another. */
export async function aSchoolLeaves({ as, leave }: Stage) {
  const steward = as('data-steward')
  await steward.visit('/organisations?kind=partnership')
  const [, second = ''] = steward.links
    .filter(({ href }) => /^\/organisations\/[0-9a-f-]{36}$/.test(href))
    .map(({ href }) => href)
  await steward.visit(second)
  await steward.visit(linkOn(steward, /^\/organisations\/members\/[0-9a-f-]{36}\/leave$/))
  steward.choose('The school withdraws').fillDate('on', '2026-10-23')
  steward.fill('Who decided it?', 'The governing body').fill('Reason', 'It joins another')
  await steward.tick('I have read what follows from this').press('End the membership')
  leave('data-steward', steward.url, '/api/v1/rules', '/api/v1/openapi.json')
}
