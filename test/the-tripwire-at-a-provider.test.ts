import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { type Offer, offerPlacement, runPlacement } from '#features/placements/index.ts'
import { county } from '#testing/county.ts'
import { fillProposal, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { as, member, organisation, signedIn, hbep, nwllip, thornbury } = world
const { caseOf, place, statusOf } = placing(site, world, today)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const elsewhere = await member('coordinator', nwllip)
const reason = 'There is no other place that has room before the end of term.'

/** A provider at which children of the other partnership have four days a week. */
async function fullProvider(name: string, children: number, more = {}) {
  const provider = await organisation('provider', name)
  for (let n = 0; n < children; n++) {
    const { id } = await caseOf({ school: thornbury, surname: `Hidden${n}`, ...more }, nwllip)
    await place({ child: id, provider, by: elsewhere, days: [1, 2, 3, 4] })
  }
  return provider
}

async function proposed(provider: string, days: readonly string[], more = {}) {
  const { id } = await caseOf(more)
  const page = await signedIn(coordinator)
  await page.visit(`/children/${id}/placements/new`)
  await fillProposal(page, { days, provider, from: today }).press('Save the proposal')
  const placement = page.url.split('/').at(-1) ?? ''
  await page.visit(`/placements/${placement}/tripwire`)
  return { page, placement, child: id }
}

test('The counts are of all commissioners, and nobody else’s child is named', async () => {
  await fullProvider('The Barn', 4)
  const { page } = await proposed('The Barn', ['Monday', 'Tuesday', 'Wednesday', 'Thursday'])

  expect(page.text).toContain('In all 4 5 (more)')
  expect(page.text).toContain('More than 3 days a week 4 5 (more)')
  expect(page.text).toContain('The law asks for registration')
  expect(page.text).not.toContain('Hidden')
  expect(page.links.map(({ href }) => href)).toContain('/rules/ILL-02')
})

test('A fifth child cannot be offered without a reason and the head’s name', async () => {
  await fullProvider('The Yard', 4)
  const { page, placement } = await proposed('The Yard', [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
  ])
  await page.follow('Go on with a reason')
  await page.press('Offer the placement')
  expect(page.status).toBe(422)
  expect(await statusOf(placement)).toBe('proposed')

  await page.fill('Why does it go on all the same?', reason).press('Offer the placement')
  expect(page.text).toContain('Enter the name of the head who stands behind it')
  await page.fill('Which head stands behind it?', 'Henrietta Head').press('Offer the placement')

  expect(await statusOf(placement)).toBe('offered')
  const { rows } = await site.admin.query(
    'select head_name, reason, findings from tripwire_override where placement_id = $1',
    [placement],
  )
  expect(rows[0]).toMatchObject({ head_name: 'Henrietta Head', reason })
  expect(rows[0].findings.map(({ rule }: { rule: string }) => rule)).toContain('ILL-02')
})

test('Two days a week set off nothing of the week, however full the provider is', async () => {
  await fullProvider('The Loft', 4)
  const { page } = await proposed('The Loft', ['Monday', 'Tuesday'])

  expect(page.text).toContain('More than 3 days a week 4 4')
  expect(page.links.map(({ href }) => href)).not.toContain('/rules/ILL-01')
})

test('One child with an EHCP over three days is enough for the law', async () => {
  await organisation('provider', 'The Hut')
  const { page } = await proposed('The Hut', ['Monday', 'Tuesday', 'Wednesday', 'Thursday'], {
    specialNeeds: 'ehcp',
    maintainedBy: 'fennshire',
  })
  expect(page.text).toContain('With an EHCP 0 1 (more)')
  expect(page.text).toContain('Legal risk')
})

test('A smaller week, another provider, or no placement at all are ways out', async () => {
  await fullProvider('The Mill', 4)
  await organisation('provider', 'The Studio')
  const { page, placement } = await proposed('The Mill', [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
  ])
  await page.follow('Choose another provider')
  await page.choose('Which provider?', 'The Studio').press('Propose it there')
  expect(page.text).toContain('Children at The Studio')
  expect(await statusOf(placement)).toBe('withdrawn')

  await page.follow('Stop')
  await page.fill('Why is it withdrawn?', 'The child stays at school').press('Withdraw')
  expect(page.text).toContain('The placement is withdrawn')
})

test('Two offers at once count each other', async () => {
  await fullProvider('The Shed', 3)
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday']
  const both = [await proposed('The Shed', days), await proposed('The Shed', days)]
  for (const { page } of both) {
    await page.follow('Go on with a reason')
    page
      .fill('Why does it go on all the same?', reason)
      .fill('Which head stands behind it?', 'Henrietta Head')
  }
  await Promise.all(both.map(({ page }) => page.press('Offer the placement')))

  const { rows } = await site.admin.query(
    `select findings from tripwire_override where placement_id = any ($1)`,
    [both.map(({ placement }) => placement)],
  )
  const critical = rows.filter(({ findings }) =>
    findings.some(
      ({ rule, level }: { rule: string; level: string }) =>
        rule === 'ILL-02' && level === 'critical',
    ),
  )
  expect(critical).toHaveLength(1)
})

test('The command itself refuses what is stopped, whatever page it was asked from', async () => {
  await fullProvider('The Kiln', 4)
  const { placement } = await proposed('The Kiln', ['Monday', 'Tuesday', 'Wednesday', 'Thursday'])
  const offer = (override: Offer['override']) =>
    as(coordinator, async tx =>
      offerPlacement(
        {
          tx,
          me: { ...coordinator, organisationName: '' } as never,
          today: isoDate(today),
          now: new Date(),
          audit: () => undefined,
        },
        await runPlacement(tx, placement, ['proposed']),
        { fields: [], why: 'x', withheld: null, override },
      ),
    )
  await expect(offer(undefined)).rejects.toThrow('Something stands in the way')
  expect(await statusOf(placement)).toBe('proposed')
  await expect(offer({ reason: 'too short', headName: 'Henrietta Head' })).rejects.toThrow('check')
  await offer({ reason, headName: 'Henrietta Head' })
  expect(await statusOf(placement)).toBe('offered')
})
