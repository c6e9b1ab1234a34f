import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { fillProposal, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { as, insert, member, organisation, signedIn, hbep, nwllip, larkfield } = world
const { caseOf, statusOf } = placing(site, world, today)
const fennshire = await organisation('authority', 'Fennshire County Council')
const quality = await organisation('team', 'Quality team', 'quality-assurance')
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const elsewhere = await member('coordinator', nwllip)
const school = await member('school-dsl', larkfield)
const officer = await member('quality-assurance', quality)
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
const inItsName = 'Fennshire County Council, arranged by'

/** Cover of ten million for accidents to others, and of five for those who are employed: the law is met, the guide is not. */
async function insured(kind: string, document: string, pounds: number) {
  const evidence = await insert('evidence_item', {
    id: newId(),
    provider_id: forge,
    document,
    added_by: manager.userId,
    by_organisation: forge,
    added_at: `${today}T08:00:00Z`,
  })
  await insert('insurance_policy', {
    evidence_id: evidence,
    provider_id: forge,
    kind,
    insurer: 'An insurer',
    policy_number: document,
    amount_pence: pounds * 100,
    starts_on: '2026-01-01',
    ends_on: '2099-01-01',
  })
}

async function proposed(commissioner: string, days: readonly string[] = ['Monday', 'Tuesday']) {
  const { id: child } = await caseOf()
  const page = await signedIn(coordinator)
  await page.visit(`/children/${child}/placements/new`)
  fillProposal(page, { days, provider: 'The Forge', from: today })
  await page.choose(commissioner).press('Save the proposal')
  return { page, child, placement: page.url.split('/').at(-1) ?? '' }
}

test('A co-ordinator arranges what the authority commissions, and keeps it to the end', async () => {
  const { page, placement } = await proposed('Fennshire County Council')
  expect(page.text).toContain(inItsName)
  // Its documents and checks are looked at by the authority itself: each commissioner’s duty stays its own.
  expect(page.text).toContain('See what the authority’s officers have recorded')
  await page.visit('/')
  expect(page.text).toContain('Look at what it would do, and offer it')

  await page.visit(`/placements/${placement}/offer`)
  if (page.text.includes('Going on all the same'))
    page
      .fill('Why does it go on all the same?', 'The papers were seen and are being entered.')
      .fill('Which head stands behind it?', 'Henrietta Head')
  await page.press('Offer the placement')
  expect(await statusOf(placement)).toBe('offered')

  const provider = await signedIn(manager)
  await provider.visit(`/placed/${placement}`)
  expect(provider.text).toContain(inItsName)
  await provider.follow('Answer the offer')
  await provider.choose('Yes, we take the child').press('Send the answer')
  expect(provider.text).toContain('You take this child')
  await page.visit(`/placements/${placement}/start`)
  await page.press('Record the start')
  expect(await statusOf(placement)).toBe('live')

  // The partnership hears of what the provider asks, and decides.
  await provider.visit(`/placements/${placement}/changes/new`)
  await provider
    .choose('End sooner')
    .fillDate('soonerOn', today)
    .fill('Why?', 'The family moves')
    .press('Ask for the change')
  await page.visit('/')
  expect(page.text).toContain('Decide about a change')
})

test('The rules speak to it as what the authority commissions', async () => {
  await insured('employers-liability', 'DOC-01', 5_000_000)
  await insured('public-liability', 'DOC-02', 5_000_000)
  await site.runJobs()
  const findings = await signedIn(coordinator)
  await findings.visit(`/providers/${forge}/findings`)
  expect(findings.text).toContain('The authority expects it of what it commissions')
  for (const rule of ['EVD-04', 'EVD-05', 'EVD-06']) expect(findings.text).toContain(rule)
})

test('Another provider is asked in the same name, with what belongs to the child', async () => {
  await organisation('provider', 'The Orchard')
  const { page, placement } = await proposed('Fennshire County Council')
  await page.visit(`/placements/${placement}/details`)
  await page
    .tick('English')
    .fill('Contact at the school (optional)', 'Sam School, 01632 960001')
    .fill('Price (optional)', '55')
    .choose('For', 'a day')
    .press('Save the details')
  await page.visit(`/placements/${placement}/provider`)
  await page.choose('Which provider?', 'The Orchard').press('Propose it there')
  const { rows } = await site.admin.query(
    `select commissioner_id, run_by_id, subjects, school_contact, price_pence from placement where id = $1`,
    [page.url.split('/').at(-2)],
  )
  expect(rows).toEqual([
    {
      commissioner_id: fennshire,
      run_by_id: hbep,
      subjects: ['english'],
      school_contact: 'Sam School, 01632 960001',
      price_pence: null,
    },
  ])
})

test('A school proposes in its own name alone, and nobody at the authority writes a placement', async () => {
  const { id: child } = await caseOf()
  const page = await signedIn(school)
  await page.visit(`/children/${child}/placements/new`)
  expect(page.text).not.toContain('Who commissions it?')

  const propose = (who: typeof school, values: object) =>
    as(who, tx =>
      tx
        .insertInto('placement')
        .values({
          id: newId(),
          child_id: child,
          kind: 'alternative provision',
          route: 'section 19',
          commissioner_id: fennshire,
          provider_id: forge,
          planned_start_on: sql`current_date`,
          made_by: who.userId,
          made_at: new Date(),
          ...values,
        } as never)
        .execute(),
    )
  const refused = 'row-level security'
  await expect(propose(school, { arranged_by_id: larkfield })).rejects.toThrow(refused)
  await expect(propose(officer, {})).rejects.toThrow(refused)
  await expect(propose(elsewhere, { arranged_by_id: nwllip })).rejects.toThrow(refused)
  await expect(propose(coordinator, {})).rejects.toThrow(refused)
  await expect(propose(coordinator, { arranged_by_id: nwllip })).rejects.toThrow(refused)
  // In another organisation's name, nobody arranges anything: only for the authority.
  await expect(
    propose(coordinator, { commissioner_id: larkfield, arranged_by_id: hbep }),
  ).rejects.toThrow(refused)
  await propose(coordinator, { arranged_by_id: hbep })
})
