import { expect, test } from 'vitest'
import { holdsProtected } from '#platform/protected-guard.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const {
  member,
  signedIn,
  child,
  larkfield,
  wilfrids,
  hbep,
  admissionsTeam,
  organisation,
  insert,
  as,
} = await county(site)
site.setNow(new Date().toISOString())

const secrets = [
  'ZZ9 8QX',
  'Nightingale Refuge',
  '47 Hollyhock Lane',
  'Farthingdale',
  '01632 960 777',
]
const lead = await member('school-dsl', larkfield, { name: 'Dee Lead' })
const deputy = await member('school-dsl', larkfield, { name: 'Dan Deputy' })
const referrer = await member('school-referrer', larkfield)
const robin = await child({ forename: 'Robin', surname: 'Hidden', home: 'fennshire' })
await site.admin.query(
  `update onroll.child_address set street = '5 Old Street', postcode = 'ZZ1 2AB', town = 'Oldtown' where child_id = $1`,
  [robin],
)
const protectedPath = `/children/${robin}/protected`

/** All bytes of the database that a dump would hold, as text. */
async function everythingStored() {
  const { rows: tables } = await site.admin.query(
    `select relname from pg_class where relnamespace = 'onroll'::regnamespace and relkind = 'r'`,
  )
  const texts = []
  for (const { relname } of tables)
    texts.push(
      (
        await site.admin.query(
          `select coalesce(string_agg(t::text, E'\\n'), '') as all from onroll.${relname} t`,
        )
      ).rows[0].all,
    )
  return texts.join('\n')
}

test('A safeguarding lead protects an address, and it is gone from everywhere at once', async () => {
  const dee = await signedIn(lead)
  await dee.visit(`/children/${robin}/home`)
  expect(dee.text).toContain('5 Old Street')
  await dee.follow('Protect this child’s address')
  dee
    .fill('Name of the place, if it has one', 'Nightingale Refuge')
    .fill('House name or number, and street', '47 Hollyhock Lane')
    .fill('Town or village', 'Farthingdale')
    .fill('Postcode', 'zz9 8qx')
    .fill('Telephone there', '01632 960 777')
    .fillDate('fromOn', '2026-11-01')
  await dee.press('Protect the address')

  expect(dee.heading).toBe('Protected address')
  for (const secret of secrets) expect(dee.text).toContain(secret)
  expect(dee.text).toContain('5 Old Street')
  expect(dee.text).toContain('A second safeguarding lead must confirm this')
  expect(dee.text).toContain('Do not disclose or ask: go through Larkfield Academy')
  const { rows } = await site.admin.query(
    'select count(*)::int as n from onroll.child_address where child_id = $1',
    [robin],
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('None of it lies open in the database (PR-01)', async () => {
  const stored = await everythingStored()

  for (const secret of [...secrets, 'ZZ98QX', '5 Old Street']) expect(stored).not.toContain(secret)
})

test('Those who may contact the family read whom to go through, and nothing more', async () => {
  const school = await signedIn(referrer)
  await school.visit(`/children/${robin}/home`)
  expect(school.text).toContain('Do not disclose or ask: go through Larkfield Academy')
  expect(school.text).toContain('Nothing about where the child lives is kept here')
  expect(school.body).not.toContain('Old Street')
  expect((await school.visit(protectedPath)).status).toBe(403)

  await site.admin.query(
    `insert into onroll.referral (id, kind, status, child_id, referring_organisation_id, responsible_partnership_id, submitted_at)
     values (gen_random_uuid(), 'school', 'submitted', $1, $2, $3, now())`,
    [robin, larkfield, hbep],
  )
  const coordinator = await signedIn(await member('coordinator', hbep))
  await coordinator.visit(`/children/${robin}`)
  expect(coordinator.text).toContain('Do not disclose or ask: go through Larkfield Academy')
  expect((await coordinator.visit(protectedPath)).status).toBe(403)
  await coordinator.visit(`/children/${robin}/home/new`)
  coordinator.fill('Town or village', 'Anywhere').fillDate('fromOn', '2026-11-10')
  await coordinator.press('Save')
  expect(coordinator.status).toBe(409)
  expect(coordinator.text).toContain(
    'This child’s address is protected. Do not record or ask for it: go through Larkfield Academy',
  )
})

test('Whoever has no part in it sees no sign: a protected child looks like any other (PR-06)', async () => {
  const plain = await child({ forename: 'Robin', surname: 'Hidden', home: null })
  const sena = await member('sena', await organisation('team', 'SENA', 'sena'))
  for (const id of [robin, plain])
    await site.admin.query(
      `update onroll.special_needs set status = 'sen-support' where child_id = $1`,
      [id],
    )
  const browser = await signedIn(sena)
  const pages = []
  for (const id of [robin, plain]) {
    const bodies = []
    for (const path of ['', '/roll', '/special-needs', '/home', '/protected']) {
      await browser.visit(`/children/${id}${path}`)
      bodies.push(
        `${browser.status} ${browser.text.replaceAll(id, 'ID').replaceAll(/C-\d+/g, 'C')}`,
      )
    }
    pages.push(bodies)
  }

  expect(pages[0]).toEqual(pages[1])
  for (const role of ['panel-member', 'finance', 'chair'] as const)
    expect(
      await as(await member(role, hbep), tx =>
        tx.selectFrom('protected_notice').select('child_id').execute(),
      ),
    ).toEqual([])
})

test.each([
  'ZZ9 8QX',
  'zz98qx',
  'They live near ZZ9  8qx now',
  'write to Z Z 9 8 Q X!',
  'ZZ9-8QX',
  'zz9\u00a08qx',
  'ＺＺ９８ＱＸ',
])(
  'The postcode written as “%s” is refused in a free text, whoever writes it (PR-04)',
  async written => {
    const alex = await child({ forename: 'Alex' })
    for (const who of [referrer, lead]) {
      const browser = await signedIn(who)
      await browser.visit(`/children/${alex}/agencies/add`)
      browser.fill('Agency', 'Housing').choose('Closed').fill('How to reach the worker', written)
      await browser.press('Add this agency')

      expect(browser.status).toBe(422)
      expect(browser.text).toContain('This holds an address that is protected')
    }
    const { rows } = await site.admin.query(
      'select count(*)::int as n from onroll.agency_involvement where child_id = $1',
      [alex],
    )
    expect(rows).toEqual([{ n: 0 }])
  },
)

test('A neighbour may live in the same postcode, but not in the same house', async () => {
  const neighbour = await child({ forename: 'Nina', home: null })
  const browser = await signedIn(referrer)
  await browser.visit(`/children/${neighbour}/home/new`)
  browser
    .fill('House name or number, and street', '12 Hollyhock Lane')
    .fill('Postcode', 'ZZ9 8QX')
    .fillDate('fromOn', '2026-11-10')
  await browser.press('Save')
  expect(browser.status).toBe(200)
  expect(browser.text).toContain('ZZ9 8QX')

  const guest = await child({ forename: 'Gus', home: null })
  await browser.visit(`/children/${guest}/home/new`)
  browser
    .fill('House name or number, and street', '47, Hollyhock Lane')
    .fill('Postcode', 'ZZ9 8QX')
    .fillDate('fromOn', '2026-11-10')
  await browser.press('Save')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('This holds an address that is protected')
})

test('What was written before it was protected no longer leaves: pages withhold it from all but its holders', async () => {
  const alex = await child({ forename: 'Alex', surname: 'Sibling' })
  await insert('agency_involvement', {
    id: '01990000-0000-7000-8000-00000000aaaa',
    child_id: alex,
    agency: 'Housing',
    status: 'open',
    worker_contact: 'The family is at ZZ9 8QX now',
  })
  const school = await signedIn(referrer)
  await school.visit(`/children/${alex}/agencies`)
  expect(school.text).toContain('The family is at (withheld) now')
  expect(school.body).not.toContain('8QX')

  const dee = await signedIn(lead)
  await dee.visit(`/children/${alex}/agencies`)
  expect(dee.text).toContain('The family is at ZZ9 8QX now')

  await dee.visit(protectedPath)
  expect(dee.text).toContain('Where the postcode is still written')
  await dee.follow('An agency')
  expect(dee.url).toBe(`/children/${alex}/agencies`)
})

test('A message that would carry it is not sent', async () => {
  const held = await site.db.asWorker(tx =>
    holdsProtected(tx, site.site.secret, ['You have a message', 'Go to ZZ9 8QX']),
  )
  const other = await site.db.asWorker(tx =>
    holdsProtected(tx, site.site.secret, ['Go to ZZ9 8QZ']),
  )

  expect([held, other]).toEqual([true, false])
})

test('The database refuses an ordinary address by whatever way it comes (PR-08), and one person what takes two', async () => {
  const address = {
    id: '01990000-0000-7000-8000-00000000bbbb',
    child_id: robin,
    from_on: '2026-11-10' as never,
  }
  for (const who of [
    lead,
    referrer,
    await member('coordinator', hbep),
    await member('admissions', admissionsTeam),
  ])
    await expect(
      as(who, tx => tx.insertInto('child_address').values(address).execute()),
    ).rejects.toThrow()
  const attempt = (set: object) =>
    as(lead, tx =>
      tx.updateTable('protected_location').set(set).where('child_id', '=', robin).execute(),
    )

  await expect(attempt({ confirmed_by: lead.userId })).rejects.toThrow('second person')
  await expect(attempt({ confirmed_by: deputy.userId })).rejects.toThrow('second person')
  await expect(attempt({ lifted_on: '2026-11-17' })).rejects.toThrow('second person')
  await expect(attempt({ ended_on: '2026-11-17' })).rejects.toThrow('second person')
  await expect(attempt({ ending_proposed_by: deputy.userId })).rejects.toThrow(
    'nobody proposes for another',
  )
  await expect(
    as(lead, tx => tx.deleteFrom('protected_notice').where('child_id', '=', robin).execute()),
  ).rejects.toThrow('still protected')
  for (const who of [
    referrer,
    await member('school-dsl', wilfrids),
    await member('coordinator', hbep),
    await member('virtual-school', hbep),
  ])
    expect(await as(who, tx => tx.selectFrom('protected_location').select('id').execute())).toEqual(
      [],
    )
})

test('A second safeguarding lead confirms; another place waits for a second person too', async () => {
  const dan = await signedIn(deputy)
  await dan.visit(protectedPath)
  await dan.press('Confirm this address')
  expect(dan.text).toContain('You have confirmed the protected address')
  expect(dan.text).toContain('Confirmed by Dan Deputy')

  await dan.follow('The child has moved')
  dan
    .fill('House name or number, and street', '3 Elsewhere')
    .fill('Postcode', 'ZZ7 1AA')
    .fillDate('fromOn', '2026-11-15')
  await dan.press('Save the new address')
  expect(dan.text).toContain('New address, not confirmed yet')
  expect(dan.buttons).not.toContain('Confirm this address')

  const dee = await signedIn(lead)
  await dee.visit(protectedPath)
  await dee.press('Confirm this address')
  expect(dee.text).toContain('3 Elsewhere')
  expect(dee.text).toContain('Earlier protected address')
  // The place that the child has left stays secret.
  const still = await site.db.asWorker(tx =>
    holdsProtected(tx, site.site.secret, ['ZZ9 8QX', 'ZZ7 1AA']),
  )
  expect(still).toBe(true)
})

test('Without a second factor in the last ten minutes nobody reads it', async () => {
  const dee = await signedIn(lead)
  site.setNow(new Date(Date.now() + 11 * 60_000).toISOString())
  await dee.visit(protectedPath)

  expect(dee.url).toContain('/account/')
  expect(dee.body).not.toContain('Elsewhere')
  site.setNow(new Date().toISOString())
})

test('The protection ends when two agree, and then an ordinary address can be recorded', async () => {
  const dee = await signedIn(lead)
  await dee.visit(protectedPath)
  await dee.follow('Propose to end the protection')
  dee.fill('Why need the address not be protected any longer?', 'The family has asked for it')
  await dee.press('Propose to end the protection')
  expect(dee.buttons).not.toContain('Confirm that the protection ends')

  const dan = await signedIn(deputy)
  await dan.visit(protectedPath)
  expect(dan.text).toContain('The family has asked for it')
  await dan.press('Confirm that the protection ends')
  expect(dan.text).toContain('The address is no longer protected')
  await dan.follow('Add an address')
  dan
    .fill('House name or number, and street', '9 New Street')
    .fill('Postcode', 'ZZ9 8QX')
    .fillDate('fromOn', '2026-11-16')
  await dan.press('Save')
  expect(dan.text).toContain('9 New Street')
})

test('When the child changes school, the new school’s lead takes over', async () => {
  const kim = await child({ forename: 'Kim', surname: 'Mover' })
  const dee = await signedIn(lead)
  await dee.visit(`/children/${kim}/protected/new`)
  dee
    .fill('House name or number, and street', '1 Quiet Close')
    .fill('Postcode', 'ZZ6 1AA')
    .fillDate('fromOn', '2026-11-01')
  await dee.press('Protect the address')
  await site.admin.query(`update onroll.enrolment set to_on = from_on where child_id = $1`, [kim])
  await insert('enrolment', {
    id: '01990000-0000-7000-8000-00000000cccc',
    child_id: kim,
    school_id: wilfrids,
    kind: 'current',
    from_on: '2026-11-10',
  })

  expect((await dee.visit(`/children/${kim}/protected`)).status).toBe(404)
  const wendy = await signedIn(await member('school-dsl', wilfrids))
  await wendy.visit(`/children/${kim}/protected`)
  expect(wendy.text).toContain('1 Quiet Close')
  expect(wendy.text).toContain('go through Larkfield Academy')
  await wendy.press('Send others to Saint Wilfrid’s High School from now on')
  expect(wendy.text).toContain('go through Saint Wilfrid’s High School')
})
