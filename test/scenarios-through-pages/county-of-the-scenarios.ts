import { newId } from '#domain/ids.ts'
import { enqueue } from '#platform/jobs.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'
import type { Browser } from '#testing/browser.ts'
import { testSite } from '#testing/site.ts'
import { type Member, world } from '#testing/world.ts'

/** Somebody who acts in a scenario: the member of an organisation, and the browser in which they are signed in. */
export interface Actor {
  readonly member: Member
  readonly page: Browser
}

/**
 * The county of the worked cases with organisations named as there, their calendar, and a person of each who acts through
 * the pages. Who exists and who may sign in is set past the pages; whatever a case is about is not.
 */
export async function countyOfTheScenarios(today: string) {
  const site = await testSite({ today })
  const { insert, organisation, partnership, authority, member, signedIn } = world(site)
  await authority('leicestershire', 'Leicestershire County Council')
  const hbep = await partnership('HBEP', ['Ashdown Academy', 'Birchwood College'])
  const [ashdown = '', birchwood = ''] = hbep.schools
  const { calendar } = factsOf(scenario('F-01'))
  for (const { start, end } of calendar?.terms ?? [])
    await insert('term', { id: newId(), name: 'Term', starts_on: start, ends_on: end })
  for (const on of calendar?.closures ?? [])
    await insert('closure', { id: newId(), on, reason: 'Closed' })

  const actor = async (member: Member): Promise<Actor> => ({ member, page: await signedIn(member) })
  const commissioners: Readonly<Record<string, Actor>> = {
    hbep: await actor(await member('coordinator', hbep.id, { name: 'Cora Ordinator' })),
    h01: await actor(await member('school-dsl', ashdown, { name: 'Dora Safe' })),
    h02: await actor(await member('school-dsl', birchwood, { name: 'Dan Safe' })),
  }

  /** A provider of whom nothing is known yet, and its manager. */
  async function provider(name: string) {
    const id = await organisation('provider', name)
    return { id, name, manager: await actor(await member('provider-manager', id)) }
  }

  /** A child on the roll of Ashdown, of whom the partnership has accepted a referral. Little else is known. */
  async function child(name: string, yearGroup = 9, birthDate = '2013-03-15') {
    const id = newId()
    const [forename = '', surname = ''] = name.split(' ')
    await insert('child', {
      id,
      forename,
      surname,
      search_name: name.toLowerCase(),
      birth_date: birthDate,
      created_by_organisation_id: ashdown,
    })
    await insert('enrolment', {
      id: newId(),
      child_id: id,
      school_id: ashdown,
      kind: 'current',
      from_on: '2024-09-02',
      year_group: yearGroup,
    })
    await insert('contact', {
      id: newId(),
      child_id: id,
      name: `Parent of ${forename}`,
      relationship: 'Mother',
      parental_responsibility: true,
    })
    await insert('referral', {
      id: newId(),
      kind: 'school',
      status: 'accepted',
      child_id: id,
      referring_organisation_id: ashdown,
      responsible_partnership_id: hbep.id,
      submitted_at: '2026-09-01T08:00:00Z',
      accepted_at: '2026-09-02T09:00:00Z',
      reason: 'Not in lessons',
    })
    return id
  }

  /** Another day: what follows from the calendar alone is found in the night. */
  async function turnTo(day: string) {
    site.setToday(day)
    await site.db.asWorker(tx => enqueue(tx, { name: 're-evaluate-provision' }, {}))
    await site.runJobs()
  }

  return { site, commissioners, provider, child, turnTo, runJobs: () => site.runJobs() }
}
export type ScenarioCounty = Awaited<ReturnType<typeof countyOfTheScenarios>>

const all = new Map(allScenarios().map(each => [each.id, each]))

/** A worked case by its number. */
export function scenario(id: string) {
  const found = all.get(id)
  if (!found) throw new Error(`There is no scenario ${id}`)
  return found
}

/** Presses a button, and says what the page said if it was not taken. */
export async function saved({ page }: Actor, button: string, words: string) {
  await page.press(button)
  if (!page.text.includes(words))
    throw new Error(`“${button}” was not taken (${page.status}): ${page.text.slice(0, 900)}`)
}
