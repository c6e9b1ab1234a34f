import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { as, insert, member, organisation, signedIn, hbep } = world
const { caseOf, place } = placing(site, world, today)
const quality = await organisation('team', 'Quality team', 'quality-assurance')
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const officer = await member('quality-assurance', quality, { name: 'Quentin Quality' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })

/** A provider that employs people and has shown nothing: the law’s insurance is missing, and Appendix 2’s. */
async function findings() {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator, status: 'proposed' })
  await place({ child: id, provider: forge, by: coordinator, status: 'offered' })
  await site.runJobs()
  const { rows } = await site.admin.query<{ id: string; rule: string; blocks: string[] }>(
    `select id, rule, blocks from finding where provider_id = $1 and superseded_at is null`,
    [forge],
  )
  const of = (rule: string) => {
    const found = rows.find(each => each.rule === rule && each.blocks.length > 0)
    if (!found) throw new Error(`${rule} says nothing: ${rows.map(each => each.rule).join()}`)
    return found.id
  }
  return { placement, insurance: of('EVD-05'), inLaw: of('EVD-03') }
}
await insert('provider_standing', { provider_id: forge, employs_anyone: true })
const { placement, insurance, inLaw } = await findings()

test('The quality team lets it stand, and it stops no offer and no start there any more', async () => {
  const stopped = async () => {
    const page = await signedIn(coordinator)
    await page.visit(`/placements/${placement}/tripwire`)
    return page.text
  }
  expect(await stopped()).toMatch(/What stands in the way .* public liability .* EVD-05/)

  const page = await signedIn(officer)
  await page.visit(`/providers/${forge}/findings`)
  await page.follow('Accept it with a reason (rule EVD-05)')
  await page.press('Accept it with this reason')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Say why it may stand')
  const late = await signedIn(officer)
  await late.visit(page.url)
  await page
    .fill('Why may it stand?', 'The broker wrote that the certificate comes tomorrow')
    .press('Accept it with this reason')
  expect(page.text).toContain('It is accepted, with your name and reason')
  expect(page.text).toContain('Quentin Quality accepted this: The broker wrote')

  // Of two at once the second is told, and the first reason stays.
  await late.fill('Why may it stand?', 'Another reason').press('Accept it with this reason')
  expect(late.text).toContain('Somebody has accepted this finding already')

  const now = await stopped()
  expect(now).toContain('Quentin Quality accepted this: The broker wrote')
  expect(now).toMatch(/What else the rules say of it .* public liability/)
  expect(now.split('What else the rules say of it')[0]).not.toContain('EVD-05')
  const { rows } = await site.admin.query(
    `select detail from onroll.audit_entry where event = 'finding.accepted' and subject_id = $1`,
    [insurance],
  )
  expect(rows).toMatchObject([{ detail: { rule: 'EVD-05', provider: forge } }])
})

test('What the law asks for before a start is accepted by nobody for everybody', async () => {
  const page = await signedIn(officer)
  await page.visit(`/providers/${forge}/findings`)
  expect(page.links.map(({ href }) => href)).not.toContain(
    `/providers/${forge}/findings/${inLaw}/accept`,
  )
  await page.visit(`/providers/${forge}/findings/${inLaw}/accept`)
  expect(page.status).toBe(404)
  await expect(accepts(officer, inLaw)).rejects.toThrow('by who may')
})

test('Nobody else accepts it: not a commissioner, not the provider, not an officer who works there', async () => {
  const worksThereToo = await member('quality-assurance', quality)
  await insert('membership', {
    id: crypto.randomUUID(),
    user_id: worksThereToo.userId,
    organisation_id: forge,
    role: 'provider-tutor',
    valid_from: '2026-01-01',
  })
  for (const who of [coordinator, manager]) {
    const page = await signedIn(who)
    await page.visit(`/providers/${forge}/findings`)
    expect(page.text).not.toContain('Accept it with a reason')
    await page.visit(`/providers/${forge}/findings/${insurance}/accept`)
    expect([403, 404]).toContain(page.status)
  }
  const other = await unaccepted()
  for (const who of [coordinator, manager, worksThereToo])
    expect(await accepts(who, other)).toBe(0n)
  const inConflict = await signedIn(worksThereToo)
  await inConflict.visit(`/providers/${forge}/findings`)
  expect(inConflict.text).not.toContain('Accept it with a reason')
  await inConflict.visit(`/providers/${forge}/findings/${other}/accept`)
  expect(inConflict.text).toContain('You work for this provider in another of your roles')

  // Nor does anybody say that it is gone: that follows from the facts.
  await expect(
    as(officer, tx =>
      tx
        .updateTable('finding')
        .set({ superseded_at: new Date() })
        .where('id', '=', other)
        .execute(),
    ),
  ).rejects.toThrow('goes when its facts change')
})

const accepts = (who: typeof officer, finding: string) =>
  as(who, async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('finding')
      .set({
        accepted_by: who.userId,
        accepted_at: new Date(),
        accepted_name: 'Somebody',
        accepted_reason: 'Because',
      })
      .where('id', '=', finding)
      .executeTakeFirst()
    return numUpdatedRows
  })

const unaccepted = async (): Promise<string> =>
  (
    await site.admin.query(
      `select id from onroll.finding where provider_id = $1 and superseded_at is null and accepted_at is null and basis <> 'law' limit 1`,
      [forge],
    )
  ).rows[0].id
