import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { enqueue } from '#platform/jobs.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, organisation, insert, child, larkfield, wilfrids, hbep, nwllip } =
  await county(site)
const forge = await organisation('provider', 'Forge Training')
const anvil = await organisation('provider', 'Anvil Workshops')
const manager = await signedIn(await member('provider-manager', forge))
const coordinator = await signedIn(await member('coordinator', hbep))
const neighbour = await signedIn(await member('coordinator', nwllip))
const school = await signedIn(await member('school-dsl', larkfield))
const otherSchool = await signedIn(await member('school-dsl', wilfrids))

const pdf = Buffer.from('%PDF-1.7\nA certificate of nobody\n%%EOF')
const attach = async (browser: Browser, document: string, name = 'certificate.pdf') => {
  await browser.visit(`/providers/${forge}/evidence/${document}`)
  browser.attach('Add a file', new File([new Uint8Array(pdf)], name))
  return browser.press('Add the file')
}
const see = async (browser: Browser, document: string, seen = true) => {
  await browser.visit(`/providers/${forge}/evidence/${document}`)
  await browser.follow('Record what you saw')
  browser
    .choose(seen ? 'Yes, I saw it and it is what it should be' : 'No, or not as it should be')
    .choose('I was shown it at the provider')
    .fill('What did you check?', 'Name, amount and days')
  return browser.press('Save')
}
const open = (browser: Browser, path: string) =>
  site.fetch(new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie: browser.cookie } }))
const fileOf = async (document: string) =>
  (
    await site.admin.query(
      `select f.id from file f join evidence_item e on e.id = f.evidence_id
        where e.provider_id = $1 and e.document = $2 and f.removed_at is null order by f.uploaded_at desc`,
      [forge, document],
    )
  ).rows[0]?.id as string
const place = (schoolId: string, provider = forge, status = 'live') =>
  child({ school: schoolId }).then(async childId => {
    const id = newId()
    const made = await member('school-dsl', schoolId)
    await insert('placement', {
      id,
      child_id: childId,
      kind: 'alternative provision',
      route: 'off-site direction',
      commissioner_id: schoolId,
      provider_id: provider,
      status,
      planned_start_on: '2026-09-07',
      started_on: '2026-09-07',
      made_by: made.userId,
      made_at: '2026-09-01T10:00:00Z',
    })
    return id
  })

test('The manager sees what has to be brought, in the groups of the voluntary standards', async () => {
  await manager.visit(`/providers/${forge}/evidence`)

  expect(manager.text).toContain('26 of 26 documents are missing')
  for (const group of [
    '1. Safeguarding and welfare',
    '2. Health and safety',
    '4. Quality of education',
  ])
    expect(manager.text).toContain(group)
})

test('Insurance is entered as it stands in the policy, and judged against law, Appendix 2 and the Council', async () => {
  await manager.visit(`/providers/${forge}/evidence/DOC-01`)
  await manager.follow('Add this document')
  manager
    .fill('Insurer', 'Invented Mutual')
    .fill('Policy number', 'IM-1')
    .fill('How much employers’ liability is covered?', '5,000,000')
    .fillDate('startsOn', '2026-01-01')
    .fillDate('endsOn', '2026-12-31')
  await manager.press('Save and add the file')

  expect(manager.text).toContain('£5 million')
  expect(manager.text).toContain('Less than the Council’s guide')
  expect(manager.text).toContain('The law: £5 million – met')
  await attach(manager, 'DOC-01')
  expect(manager.text).toContain('The file is added')
  await manager.visit(`/providers/${forge}/evidence`)
  expect(manager.text).toContain('25 of 26 documents are missing')
  expect(manager.text).toContain('Runs out soon')
  await manager.visit('/')
  expect(manager.text).toContain('Bring 25 documents')
  expect(manager.text).toContain('Bring the next version')
})

test('Bad input: what was entered is kept, and said to be wrong at its field', async () => {
  await manager.visit(`/providers/${forge}/evidence/DOC-02/add`)
  manager
    .fill('Insurer', 'Invented Mutual')
    .fill('How much public liability is covered?', 'a lot')
    .fillDate('startsOn', '2026-02-31')
  await manager.press('Save and add the file')

  expect(manager.status).toBe(422)
  expect(manager.text).toContain('The amount of cover must be an amount in pounds')
  expect(manager.text).toContain('Enter the number of the policy')
  expect(manager.text).toContain('The first day of cover must be a real date')
  expect(manager.body).toContain('value="Invented Mutual"')
})

test('One upload serves many, and each commissioner sees it for itself', async () => {
  await see(coordinator, 'DOC-01')
  expect(coordinator.text).toContain('What you saw is recorded')
  await see(neighbour, 'DOC-01')
  await see(school, 'DOC-01')

  await manager.visit(`/providers/${forge}/evidence`)
  expect(manager.text).toContain(
    'Seen by 2 of 2 partnerships and 1 school, last on 17 November 2026.',
  )
  await school.visit(`/providers/${forge}/evidence`)
  expect(school.text).toContain('You have seen every document that is here.')
  await otherSchool.visit(`/providers/${forge}/evidence`)
  expect(otherSchool.text).toContain(
    'You have not recorded that you saw one of those that are here.',
  )
  await otherSchool.visit(`/providers/${forge}/evidence/DOC-01`)
  expect(otherSchool.text).toContain('Nobody has recorded that they saw it.')
  expect(otherSchool.text).not.toContain('Harbour Bay')
})

test('A school opens the files of a provider that it commissions, of others it knows the days', async () => {
  const path = `/providers/${forge}/evidence/DOC-01/files/${await fileOf('DOC-01')}`
  expect((await open(school, path)).status).toBe(404)
  await place(larkfield)
  const answer = await open(school, path)
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect((await open(otherSchool, path)).status).toBe(404)
  await otherSchool.visit(`/providers/${forge}/evidence`)
  expect(otherSchool.text).toContain('Holds until 31 Dec 2026.')
  expect(
    readFileSync(join(site.folder, 'files', await fileOf('DOC-01'))).includes('certificate'),
  ).toBe(false)
})

test('A file that is being scanned, or was blocked, is known to who brought it, and opened by nobody', async () => {
  const id = await fileOf('DOC-01')
  const path = `/providers/${forge}/evidence/DOC-01`
  for (const [state, words] of [
    ['scanning', 'Being checked'],
    ['blocked', 'Harmful, cannot be opened'],
  ] as const) {
    await site.admin.query('update file set state = $2 where id = $1', [id, state])
    await manager.visit(path)
    expect(manager.text).toContain(words)
    expect((await open(manager, `${path}/files/${id}`)).status).toBeGreaterThanOrEqual(400)
    await coordinator.visit(path)
    expect(coordinator.text).not.toContain('certificate.pdf')
    expect((await open(coordinator, `${path}/files/${id}`)).status).toBe(404)
  }
  await site.admin.query(`update file set state = 'clean' where id = $1`, [id])
  expect((await open(coordinator, `${path}/files/${id}`)).status).toBe(200)
})

test('What a commissioner has seen is not taken away; what nobody saw may be', async () => {
  const path = `/providers/${forge}/evidence/DOC-01/files/${await fileOf('DOC-01')}/remove`
  await manager.visit(path)
  manager.fill('Why do you remove it?', 'A mistake')
  await manager.press('Remove the file')
  expect(manager.text).toContain('A commissioner has seen this document')

  await manager.visit(`/providers/${forge}/evidence/DOC-04/add`)
  await manager.press('Save and add the file')
  await attach(manager, 'DOC-04', 'health.pdf')
  await manager.follow('Remove health.pdf')
  manager.fill('Why do you remove it?', 'A mistake')
  await manager.press('Remove the file')
  expect(manager.text).toContain('The file is removed')
  expect(manager.text).not.toContain('health.pdf')
})

test('A newer version takes the place of the old one, which is kept with who saw it', async () => {
  await manager.visit(`/providers/${forge}/evidence/DOC-01/add`)
  manager
    .fill('Insurer', 'Invented Mutual')
    .fill('Policy number', 'IM-2')
    .fill('How much employers’ liability is covered?', '10000000')
    .fillDate('startsOn', '2027-01-01')
    .fillDate('endsOn', '2027-12-31')
  await manager.press('Save and add the file')
  expect(manager.text).toContain('As much as the Council expects')
  expect(manager.text).toContain('Earlier versions')
  expect(manager.text).toContain('An earlier one')
  await coordinator.visit(`/providers/${forge}/evidence`)
  expect(coordinator.text).toContain('You saw the version before this one on 17 Nov 2026.')
})

test('What does not apply is said with its reason where the pack allows it, and nowhere else', async () => {
  await manager.visit(`/providers/${forge}/evidence/DOC-09/add`)
  manager.choose('No, it does not apply to us')
  await manager.press('Save and add the file')
  expect(manager.text).toContain('Say in a sentence why it does not apply')
  manager
    .choose('No, it does not apply to us')
    .fill('Why does it not apply?', 'We teach in rooms of the schools and own no appliances.')
  await manager.press('Save and add the file')
  expect(manager.text).toContain('The provider says that it does not apply')
  await manager.visit(`/providers/${forge}/evidence/DOC-12/add`)
  expect(manager.text).not.toContain('does not apply to us')
})

test('The rules speak on the provider’s page, and fall silent when it is mended', async () => {
  await site.runJobs()
  await manager.visit(`/providers/${forge}/findings`)
  expect(manager.text).toContain('The provider has named no safeguarding lead')
  expect(manager.text).toContain('public liability')
  expect(manager.links.some(({ href }) => href === '/rules/EVD-05')).toBe(true)
  expect(manager.text).toContain('Its staff')

  await manager.visit(`/providers/${forge}/evidence/DOC-02/add`)
  manager
    .fill('Insurer', 'Invented Mutual')
    .fill('Policy number', 'IM-3')
    .fill('How much public liability is covered?', '10000000')
    .fillDate('startsOn', '2026-01-01')
    .fillDate('endsOn', '2027-12-31')
  await manager.press('Save and add the file')
  await site.runJobs()
  await coordinator.visit(`/providers/${forge}/findings`)
  expect(coordinator.links.some(({ href }) => href === '/rules/EVD-05')).toBe(false)
  expect(coordinator.text).toContain('The provider has named no safeguarding lead')
})

test('Wrong role: another provider knows the public profile, a panel member too, and nothing more', async () => {
  const stranger = await signedIn(await member('provider-manager', anvil))
  const panel = await signedIn(await member('panel-member', larkfield))
  for (const browser of [stranger, panel]) {
    await browser.visit(`/providers/${forge}`)
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('What it offers')
    expect(browser.text).not.toContain('Safeguarding lead')
    for (const path of ['evidence', 'evidence/DOC-01', 'findings', 'evidence/DOC-01/add'])
      expect([403, 404]).toContain((await browser.visit(`/providers/${forge}/${path}`)).status)
  }
  const tutor = await signedIn(await member('provider-tutor', forge))
  await tutor.visit(`/providers/${forge}/evidence`)
  expect(tutor.status).toBe(200)
  expect((await tutor.visit(`/providers/${forge}/evidence/DOC-02/add`)).status).toBe(403)
  expect((await coordinator.visit(`/providers/${forge}/evidence/DOC-02/add`)).status).toBe(403)
})

test('What was looked at together is recorded together, for one commissioner alone', async () => {
  await otherSchool.visit(`/providers/${forge}/evidence`)
  await otherSchool.follow('Record several that you saw')
  await otherSchool.press('Save')
  expect(otherSchool.status).toBe(422)
  expect(otherSchool.text).toContain('Choose at least one document')
  otherSchool
    .tick('Public liability insurance certificate')
    .tick('Portable appliance test certificate')
    .choose('I was shown it at the provider')
    .fill('What did you check?', 'Names and days')
  await otherSchool.press('Save')
  expect(otherSchool.text).toContain('2 documents are recorded as seen')
  expect(otherSchool.text).toContain('You have not recorded that you saw 2 of those that are here.')
  await school.visit(`/providers/${forge}/evidence`)
  expect(school.text).toContain('You have not recorded that you saw 4 of those that are here.')
  expect((await manager.visit(`/providers/${forge}/evidence/sightings`)).status).toBe(403)
})

const nightly = async (name: string) => {
  await site.db.asWorker(tx => enqueue(tx, { name }, {}))
  await site.runJobs()
}
const reminders = async () =>
  (
    await site.admin.query(
      `select address, body from message where kind = 'evidence-expiry' order by queued_at, address`,
    )
  ).rows as { address: string; body: string }[]

test('The provider and whoever has a child there are told 60, 30 and 7 days before a document runs out, once', async () => {
  await manager.visit(`/providers/${forge}/evidence/DOC-12/add`)
  manager.fillDate('issuedOn', '2026-01-01').fillDate('expiresOn', '2026-12-31')
  await manager.press('Save and add the file')
  await nightly('evidence-reminders')
  const first = await reminders()
  expect(first.length).toBe(3)
  expect(first.some(({ address }) => address.startsWith('provider-manager'))).toBe(true)
  expect(first.every(({ address }) => /^(provider-manager|school-)/.test(address))).toBe(true)
  expect(first[0]?.body).toContain(
    'Safeguarding policy and child protection procedures: until 31 December 2026',
  )
  expect(first[0]?.body).not.toContain('Sample')

  await nightly('evidence-reminders')
  expect((await reminders()).length).toBe(3)
  site.setToday('2026-12-01')
  await nightly('evidence-reminders')
  await nightly('evidence-reminders')
  expect((await reminders()).length).toBe(6)
})

test('What has run out is found on every live placement that relies on it', async () => {
  const placement = await place(larkfield)
  site.setToday('2027-01-04')
  await nightly('re-evaluate-provision')
  const found = async () =>
    (
      await site.admin.query(
        `select values ->> 'item' as item from finding where placement_id = $1 and rule = 'EVD-12' and superseded_at is null`,
        [placement],
      )
    ).rows.map(({ item }) => item)
  expect(await found()).toEqual(['DOC-12'])
  await school.visit(`/placements/${placement}`)
  expect(school.text).toContain('expired on 31 December 2026')
  await manager.visit(`/providers/${forge}/evidence`)
  expect(manager.text).toContain('Expired')

  await manager.visit(`/providers/${forge}/evidence/DOC-12/add`)
  manager.fillDate('expiresOn', '2027-12-31')
  await manager.press('Save and add the file')
  await site.runJobs()
  expect(await found()).toEqual([])
})

test('The documents of all providers stand in one list: what has to be acted on first, narrowed, sorted, as CSV', async () => {
  await coordinator.visit('/providers')
  await coordinator.follow('Documents')
  expect(coordinator.text).toContain('Missing')
  const rows = () => coordinator.text.match(/Showing \d+ to \d+ of (\d+) documents/)?.[1]
  const toActOn = Number(rows())
  // Anvil has brought nothing; of Forge some are here.
  expect(toActOn).toBeGreaterThan(26)
  expect(toActOn).toBeLessThan(52)
  await coordinator.visit('/providers/documents?q=anvil')
  expect(rows()).toBe('26')
  await coordinator.visit('/providers/documents?state=all')
  expect(rows()).toBe('52')
  await coordinator.visit('/providers/documents?state=all&document=DOC-12&sort=until')
  expect(rows()).toBe('2')
  expect(coordinator.text.indexOf('Forge Training')).toBeLessThan(
    coordinator.text.indexOf('Anvil Workshops'),
  )
  // Nobody of this partnership has looked at what came last.
  await coordinator.visit('/providers/documents?state=all&unseen=yes')
  expect(coordinator.text).toContain('Safeguarding policy and child protection procedures')
  expect(coordinator.text).not.toContain('Anvil Workshops')
  await coordinator.visit('/providers/documents?state=nonsense&sort=nonsense&page=99')
  expect(rows()).toBe(String(toActOn))

  const csv = await (await open(school, '/providers/documents/export?state=all&used=yes')).text()
  expect(csv.split('\n')[0]).toContain('"Provider","Document","Standard","How it stands"')
  expect(csv).toContain('"Forge Training","Safeguarding policy and child protection procedures"')
  expect(csv).not.toContain('Anvil Workshops')

  for (const path of ['/providers/documents', '/providers/documents/export']) {
    expect((await open(manager, path)).status).toBe(404)
    const panel = await signedIn(await member('panel-member', larkfield))
    expect((await open(panel, path)).status).toBe(403)
  }
})

test('A newer version comes while somebody looks: nobody has seen what was not there yet', async () => {
  await attach(manager, 'DOC-12')
  await coordinator.visit(`/providers/${forge}/evidence/DOC-12`)
  await coordinator.visit(
    coordinator.links.find(({ href }) => href.endsWith('/view'))?.href ?? 'no file to view',
  )
  await coordinator.follow('Record what you saw')
  expect(coordinator.body).toMatch(/value="in Onroll" checked/)
  coordinator
    .choose('Yes, I saw it and it is what it should be')
    .fill('What did you check?', 'Signed in September')
  const several = await signedIn(await member('coordinator', nwllip))
  await several.visit(`/providers/${forge}/evidence/sightings`)
  several
    .tick('Safeguarding policy and child protection procedures')
    .choose('The provider sent us a copy')
    .fill('What did you check?', 'All of it')

  await manager.visit(`/providers/${forge}/evidence/DOC-12/add`)
  manager.fillDate('issuedOn', '2026-11-01').fillDate('expiresOn', '2027-10-31')
  await manager.press('Save and add the file')

  await coordinator.press('Save')
  expect(coordinator.status).toBe(422)
  expect(coordinator.text).toContain('The provider has brought a newer version')
  expect(coordinator.body).toContain('Signed in September')
  await several.press('Save')
  expect(several.status).toBe(422)
  expect(several.text).toContain('in a newer version')
  expect(several.body).toContain('All of it')
  const { rows } = await site.admin.query(
    `select 1 from evidence_sighting s join evidence_item e on e.id = s.evidence_id
      where e.provider_id = $1 and e.document = 'DOC-12'`,
    [forge],
  )
  expect(rows).toEqual([])
  // Said again with the newer one before one’s eyes, it is recorded.
  await coordinator.press('Save')
  expect(coordinator.text).toContain('What you saw is recorded')
})
