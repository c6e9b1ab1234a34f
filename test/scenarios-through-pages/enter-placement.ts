import type { Placement, Pupil, TimetableSlot } from '#rules/facts.ts'
import type { Browser } from '#testing/browser.ts'
import { type Actor, type ScenarioCounty, saved } from './county-of-the-scenarios.ts'
import type { ProviderEntered } from './enter-provider.ts'

const schoolDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

/** What the school and those who look after the child know of it. */
export async function enterPupil(actor: Actor, child: string, pupil: Pupil) {
  const { page } = actor
  const { schoolHoursPerWeek: hours, schoolSubjects = [], care } = pupil
  if (hours !== undefined) {
    await page.visit(`/children/${child}/programme/school`)
    if (hours === 0) page.choose('No, none at all')
    else {
      page.choose('Yes')
      for (const day of schoolDays)
        fillDay(page, day, '09:00', clock(9 * 60 + (hours * 60) / schoolDays.length))
      for (const subject of schoolSubjects) page.tick(subjects[subject] ?? subject)
    }
    page.fillDate('fromOn', '2026-09-07')
    await saved(actor, 'Save', 'The time at school is saved')
  }
  if (care) {
    await page.visit(`/children/${child}/care/new`)
    page
      .choose(careWords[care.status ?? ''] ?? 'Not known')
      .fill('Where is this known from?', 'A letter')
    if (care.authority) page.choose('By which authority?', 'Leicestershire')
    page.fillDate('fromOn', care.from ?? '2024-09-02')
    await saved(actor, 'Save', 'The status has been recorded')
  }
  const { send } = pupil
  if (send) {
    await page.visit(`/children/${child}/special-needs/new`)
    page
      .choose(sendWords[send.status ?? ''] ?? 'Not known')
      .fill('Where is this known from?', 'A letter')
    page.fillDate('fromOn', '2024-09-02')
    await saved(actor, 'Save', 'recorded')
  }
}

const subjects: Readonly<Record<string, string>> = {
  english: 'English',
  maths: 'Maths',
  science: 'Science',
  art: 'Art and design',
}
const careWords: Readonly<Record<string, string>> = {
  'looked-after': 'Looked after',
  'never-looked-after': 'Never looked after',
}
const sendWords: Readonly<Record<string, string>> = {
  none: 'No special educational needs',
  'sen-support': 'SEN support',
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.round(minute % 60)).padStart(2, '0')}`

const fillDay = (page: Browser, day: string, from: string, until: string) =>
  page.tick(day).fill(`${day} from`, from).fill(`${day} until`, until)

/** Proposed, looked at, offered with a name behind what stands in the way, accepted by the provider, begun. */
export async function enterPlacement(
  { commissioners, site }: ScenarioCounty,
  child: string,
  { name, manager }: ProviderEntered,
  facts: Placement,
  { begins = true }: { begins?: boolean } = {},
): Promise<{ id: string; actor: Actor }> {
  const actor = commissioners[facts.commissioners?.[0] ?? 'hbep']
  if (!actor) throw new Error(`Nobody can act for ${facts.commissioners}`)
  const { page } = actor
  await page.visit(`/children/${child}/placements/new`)
  page
    .choose('Provider', name)
    .choose('Tier 3: part-time alternative provision')
    .fill('What is it for?', facts.purpose ?? 'To come back to lessons')
    .choose('Behaviour')
    .fillDate('startOn', facts.start ?? '2026-09-07')
  if (facts.end) page.fillDate('endOn', facts.end)
  for (const slot of facts.timetable ?? []) fillSlot(page, slot)
  await saved(actor, 'Save the proposal', 'The proposal is saved')
  const id = page.url.split('/').at(-1) ?? ''

  await page.visit(`/placements/${id}/details`)
  for (const subject of facts.subjects ?? []) page.tick(subjects[subject] ?? subject)
  if (facts.supervised) page.chooseIn('Is the child supervised all the time?', 'Yes')
  if (facts.attendanceCode) page.fill('Attendance code in use (optional)', facts.attendanceCode)
  await saved(actor, 'Save the details', 'saved')

  await page.visit(`/placements/${id}/offer`)
  if (page.text.includes('Going on all the same'))
    page
      .fill('Why does it go on all the same?', 'The case is entered as it was found to be.')
      .fill('Which head stands behind it?', 'Henrietta Head')
  await saved(actor, 'Offer the placement', 'The placement is offered')
  await manager.page.visit(`/placed/${id}/answer`)
  manager.page.choose('Yes, we take the child')
  await saved(manager, 'Send the answer', 'You take this child')
  await site.runJobs()
  if (begins) {
    await page.visit(`/placements/${id}/start`)
    if (facts.start) page.fillDate('startedOn', facts.start)
    await saved(actor, 'Record the start', 'The placement is live')
  }
  await site.runJobs()
  return { id, actor }
}

const fillSlot = (page: Browser, { weekday, start, end }: TimetableSlot) =>
  fillDay(page, `${weekday[0]?.toUpperCase()}${weekday.slice(1)}`, start ?? '', end ?? '')
