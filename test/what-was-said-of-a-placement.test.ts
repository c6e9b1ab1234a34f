import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { fillHost } from '#testing/directing.ts'
import { fillDays, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// Findings that are accepted and agreements that are recorded, of a placement with a provider and of one with a host.
const today = isoDate(new Date().toISOString().slice(0, 10))
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, insert, child, larkfield, wilfrids, hbep } = world
const { place } = placing(site, world, today)

const lead = await member('school-dsl', larkfield, { name: 'Dina Lead' })
const colleague = await member('school-referrer', larkfield, { name: 'Rolf Referrer' })
const forge = await organisation('provider', 'The Forge')
const tutor = await member('provider-tutor', forge)
const strangers: Record<string, Member> = {
  'another school': await member('school-dsl', wilfrids),
  'a provider': await member('provider-manager', forge),
  'a panel member': await member('panel-member', larkfield),
  finance: await member('finance', hbep),
  'quality assurance': await member(
    'quality-assurance',
    await organisation('team', 'Quality', 'quality-assurance'),
  ),
}

async function withProvider() {
  const pupil = await child()
  const id = await place({ child: pupil, provider: forge, by: lead, days: [1, 2, 3, 4] })
  return { pupil, id }
}

async function withHost() {
  const pupil = await child({ year: 10 })
  const school = await signedIn(lead)
  await school.visit(`/children/${pupil}/work-experience/new`)
  fillHost(school, { host: { name: 'Sample Garage' } })
    .fill('What is it for?', 'To find out whether this is a trade')
    .fillDate('startOn', addDays(today, -2))
  await fillDays(school, ['Tuesday']).press('Save the arrangement')
  return { pupil, id: school.url.split('/')[2] ?? '' }
}

const mother = (pupil: string) =>
  insert('contact', {
    id: newId(),
    child_id: pupil,
    name: 'Marion Mother',
    relationship: 'Mother',
    parental_responsibility: true,
  })

describe.each([
  ['a provider', withProvider, ''],
  ['a host of work experience', withHost, '/work-experience'],
] as const)('A placement with %s', (_name, arrange, page) => {
  let id = ''
  let pupil = ''
  beforeAll(async () => {
    ;({ id, pupil } = await arrange())
    await mother(pupil)
    await site.runJobs()
  })

  test('A finding is accepted once, with a reason, and stays accepted', async () => {
    const [school, other] = [await signedIn(lead), await signedIn(colleague)]
    await school.visit(`/placements/${id}${page}`)
    await school.follow('Accept it with a reason')
    const path = school.url
    await other.visit(path)
    await school.press('Accept it with this reason')
    expect(school.text).toContain('Say why it may stand')
    await school.fill('Why may it stand?', 'Long words '.repeat(200)).press('Accept it with')
    expect(school.status).toBe(422)
    expect(school.body).toContain('Long words Long words')

    await together(
      school.fill('Why may it stand?', 'Checked by telephone').press('Accept it with'),
      other.fill('Why may it stand?', 'Seen on a visit').press('Accept it with'),
    )
    const [first, second] = school.status === 200 ? [school, other] : [other, school]
    expect(first.text).toContain('accepted this: ')
    expect([404, 409]).toContain(second.status)
    const { rows } = await site.admin.query(
      `select accepted_name, accepted_reason from finding where id = $1`,
      [path.split('/')[4]],
    )
    expect(rows).toEqual([
      first === school
        ? { accepted_name: 'Dina Lead', accepted_reason: 'Checked by telephone' }
        : { accepted_name: 'Rolf Referrer', accepted_reason: 'Seen on a visit' },
    ])
    // What was accepted with a name stays with the finding for good: nothing takes it back.
    await school.visit(`/placements/${id}${page}`)
    expect(school.links.map(({ href }) => href)).not.toContain(path)
  })

  test('An agreement is recorded, changed with what was known before, and by one of two at once', async () => {
    const [school, other] = [await signedIn(lead), await signedIn(colleague)]
    await school.visit(`/placements/${id}/agreements`)
    await school.follow('Record the answer of Marion Mother')
    const path = school.url
    await other.visit(path)
    await school.fill('How do you know?', 'Signed form').fillDate('onDay', addDays(today, 3))
    await school.press('Save the answer')
    for (const words of ['Choose what they said', 'The day on which they said so must be'])
      expect(school.text).toContain(words)
    expect(school.body).toContain('value="Signed form"')

    await together(
      school.choose('Yes').fillDate('onDay', today).press('Save the answer'),
      other.choose('No').fill('How do you know?', 'By telephone').press('Save the answer'),
    )
    expect([school.status, other.status].sort()).toEqual([200, 409])
    const [first, second] = school.status === 200 ? [school, other] : [other, school]
    expect(second.text).toMatch(/since you opened it|just recorded this/)
    expect(first.text).toContain('Marion Mother')

    // Said yes, and no a day later: what is known now stands, and the record of the placement has both.
    await first.visit(path)
    await first.choose('No').fill('How do you know?', 'She rang again').press('Save the answer')
    expect(first.text).toContain('Said no')
    const { rows } = await site.admin.query(
      `select agreed, how from placement_agreement where placement_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ agreed: false, how: 'She rang again' }])
    const told = await site.admin.query(
      `select 1 from placement_event where placement_id = $1 and what = 'agreement recorded'`,
      [id],
    )
    expect(told.rows).toHaveLength(2)
  })

  test('Nobody else accepts a finding of it or records what somebody said', async () => {
    const { rows } = await site.admin.query<{ id: string }>(
      'select id from finding where placement_id = $1 and superseded_at is null limit 1',
      [id],
    )
    const form = await signedIn(lead)
    await form.visit(`/placements/${id}/agreements/school`)
    for (const [who, person] of Object.entries({ ...strangers, 'a tutor': tutor })) {
      const browser = await signedIn(person)
      for (const path of [
        `/placements/${id}/findings/${rows[0]?.id}/accept`,
        `/placements/${id}/agreements/school`,
      ]) {
        await browser.visit(path)
        expect([403, 404], `${who} at ${path}`).toContain(browser.status)
        expect(browser.body).not.toContain('Marion Mother')
      }
    }
    const said = await site.admin.query(
      `select 1 from placement_agreement where placement_id = $1 and party = 'school'`,
      [id],
    )
    expect(said.rows).toEqual([])
  })
})

const together = (...all: Promise<Browser>[]) => Promise.all(all)
