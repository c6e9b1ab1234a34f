import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { placedChild } from '#testing/placed-child.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, partnership, insert, authority, organisation } = world(site)
await authority()
const hbep = await partnership('Harbury Partnership', ['Elm School'])
const [elm = ''] = hbep.schools
const coordinator = await member('coordinator', hbep.id, { name: 'Cora Ordinator' })
const elsewhere = await member('coordinator', (await partnership('Another partnership')).id)
const tutor = await member('provider-tutor', hbep.id)

async function caseOf(surname: string, assigned: string | null) {
  const child = await insert('child', {
    id: newId(),
    forename: 'Ada',
    surname,
    search_name: `ada ${surname.toLowerCase()}`,
    birth_date: '2013-03-15',
    created_by_organisation_id: elm,
  })
  const id = await insert('referral', {
    id: newId(),
    kind: 'school',
    status: 'accepted',
    child_id: child,
    referring_organisation_id: elm,
    responsible_partnership_id: hbep.id,
    route: 'ordinary',
    submitted_at: '2026-10-26T09:00:00Z',
    assigned_to: assigned,
    reason: 'Behaviour',
  })
  const { rows } = await site.admin.query('select reference from referral where id = $1', [id])
  return { id, child, reference: `R-${rows[0].reference}` }
}
const finding = (of: { id: string; child: string }, values: Record<string, unknown>) =>
  insert('finding', {
    id: newId(),
    subject_type: 'referral',
    subject_id: of.id,
    referral_id: of.id,
    child_id: of.child,
    basis: 'law',
    fingerprint: newId(),
    facts_date: '2026-11-17',
    ...values,
  })
const [one, two] = [await caseOf('One', coordinator.userId), await caseOf('Two', null)]
await finding(one, {
  rule: 'RTE-01',
  level: 'info',
  message: 'The partnership is Harbury.',
  since: '2026-11-16T09:00:00Z',
})
await finding(one, {
  rule: 'RTE-05',
  level: 'high',
  message: 'Say whether there is an EHCP.',
  since: '2026-09-01T09:00:00Z',
  blocks: '{accept-referral}',
})
await finding(two, {
  rule: 'RTE-05',
  level: 'high',
  message: '=cmd|’/C calc’!A0',
  since: '2026-11-10T09:00:00Z',
  due: '2026-11-20',
})
await finding(two, {
  rule: 'FA-01',
  level: 'breach',
  message: 'It was so.',
  since: '2026-10-01T09:00:00Z',
  superseded_at: '2026-11-01T09:00:00Z',
})

test('The co-ordinator sees the gravest first, narrows, sorts and takes it along', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit('/findings')
  expect(browser.text.indexOf('Say whether')).toBeLessThan(
    browser.text.indexOf('The partnership is Harbury'),
  )
  expect(browser.text).not.toContain('It was so.')
  expect(browser.text).not.toContain('Ada')

  browser.choose('Rule', 'RTE-05 Be clear about SEND status first (2)')
  await browser.press('Apply filters')
  expect(browser.text).toContain('Showing 1 to 2 of 2 findings')
  browser.choose('How long so', 'Four weeks or more')
  await browser.press('Apply filters')
  expect(browser.text).toContain('Say whether there is an EHCP.')
  expect(browser.text).not.toContain('calc')
  await browser.visit('/findings?owner=nobody')
  expect(browser.text).toContain(two.reference)
  expect(browser.text).not.toContain(one.reference)
  await browser.visit('/findings?owner=me&level=info')
  expect(browser.text).toContain('The partnership is Harbury.')
  await browser.visit('/findings?state=past')
  expect(browser.text).toContain('It was so.')
  await browser.visit('/findings?sort=since&direction=ascending')
  expect(browser.text.indexOf('Say whether')).toBeLessThan(browser.text.indexOf('calc'))

  await browser.visit('/findings/export?rule=RTE-05')
  expect(browser.headers.get('content-disposition')).toContain('findings-2026-11-17.csv')
  expect(browser.body).toContain('Case')
  expect(browser.body).toContain(one.reference)
  // A cell that a spreadsheet would run is kept from it.
  expect(browser.body).not.toContain('"=cmd')
})

test('A finding leads to its card, and the card to the findings', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit('/findings')
  await browser.follow('RTE-05')
  expect(browser.heading).toContain('Be clear about SEND status first')
  expect(browser.text).toContain('Open findings on records you may see (2)')
  await browser.follow(one.reference)
  expect(browser.links.some(({ href }) => href === '/rules/RTE-05')).toBe(true)
})

test('Odd filters show the whole list, and never an error', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit('/findings?rule=%27;drop&level=x&age=-1&owner=42&sort=;&page=0&state=no')
  expect(browser.status).toBe(200)
  expect(browser.text).toContain('of 3 findings')
})

test('Another partnership sees none of them, and who reads no findings gets no list', async () => {
  const outsider = await signedIn(elsewhere)
  await outsider.visit('/findings')
  expect(outsider.text).toContain('The rules find nothing about the records that you may see')
  await outsider.visit('/findings/export')
  expect(outsider.body).not.toMatch(/R-\d{4}/)
  await outsider.visit('/rules/RTE-05')
  expect(outsider.text).toContain('Open findings on records you may see (0)')
  const reader = await signedIn(tutor)
  expect((await reader.visit('/findings')).status).toBe(403)
  await reader.visit('/rules/RTE-05')
  expect(reader.text).not.toContain('Open findings')
})

test('The list is remembered, without a word of what it says', async () => {
  const { rows } = await site.admin.query(
    `select event, detail from audit_entry where event in ('finding.listed', 'export.made') order by seq limit 2`,
  )
  expect(rows[0]).toMatchObject({ event: 'finding.listed', detail: { rows: 3 } })
})

test('What is found of placements and providers stands in the list, with its record, and is somebody’s to mend', async () => {
  const forge = await organisation('provider', 'The Forge')
  const { child } = await caseOf('Placed', coordinator.userId)
  const { placement, reference } = await placedChild(site, insert, {
    child,
    commissioner: hbep.id,
    provider: forge,
    madeBy: coordinator.userId,
  })
  const of = (values: Record<string, unknown>) =>
    insert('finding', {
      id: newId(),
      basis: 'law',
      fingerprint: newId(),
      facts_date: '2026-11-17',
      since: '2026-11-16T09:00:00Z',
      level: 'breach',
      ...values,
    })
  await of({
    rule: 'PLN-05',
    message: 'The placement is live without a review to come.',
    subject_type: 'placement',
    subject_id: placement,
    placement_id: placement,
    child_id: child,
  })
  await of({
    rule: 'QAV-01',
    message: 'Harbury Partnership should have assessed The Forge.',
    subject_type: 'provider',
    subject_id: forge,
    provider_id: forge,
    values: JSON.stringify({ commissioner: hbep.id }),
  })
  await of({
    rule: 'QAV-01',
    message: 'Another partnership should have assessed The Forge.',
    subject_type: 'provider',
    subject_id: forge,
    provider_id: forge,
    values: JSON.stringify({ commissioner: elsewhere.organisationId }),
  })
  const cora = await signedIn(coordinator)
  await cora.visit('/')
  await cora.follow('Findings')
  await cora.choose('About', 'Placements').press('Apply filters')
  expect(cora.text).toContain('Showing 1 to 1 of 1 findings')
  await cora.follow('The placement is live without a review to come.')
  expect(cora.text).toContain(reference)
  expect(cora.text).toContain('The placement is live without a review to come.')
  // Who has to see to it, and what it was worked out from.
  expect(cora.text).toContain('Who sees to it: Commissioner')

  await cora.visit('/findings?level=grave&record=provider')
  expect(cora.text).toContain('of 2 findings')
  expect(cora.text).toContain('Harbury Partnership')
  await cora.visit('/findings/export?record=placement')
  expect(cora.body).toContain(`"${reference}","Placements","PLN-05"`)
  expect(cora.body).not.toContain('Placed')

  // The card of the rule counts the same, and leads to the record.
  await cora.visit('/rules/PLN-05')
  expect(cora.text).toContain('Open findings on records you may see (1)')
  await cora.follow(reference)
  expect(cora.text).toContain('review to come')

  // One’s own to mend is on the first page, and another commissioner’s is not.
  await cora.visit('/')
  expect(cora.text).toContain('The placement is live without a review to come.')
  expect(cora.text).toContain('Harbury Partnership should have assessed The Forge.')
  expect(cora.text).not.toContain('Another partnership should have assessed')

  const outsider = await signedIn(elsewhere)
  await outsider.visit('/findings')
  expect(outsider.body).not.toContain(reference)
  await outsider.visit('/')
  expect(outsider.text).toContain('Another partnership should have assessed The Forge.')
})
