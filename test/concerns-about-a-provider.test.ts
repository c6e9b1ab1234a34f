import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const { member, signedIn, organisation, insert, child, as, larkfield, wilfrids, thornbury, hbep } =
  await county(site)
const forge = await organisation('provider', 'Forge Training')
const anvil = await organisation('provider', 'Anvil Workshops')
const team = await organisation('team', 'Quality Assurance', 'quality-assurance')
const people = {
  'the school that raises it': await member('school-dsl', larkfield, { name: 'Rosa Raiser' }),
  'a colleague there': await member('school-referrer', larkfield),
  'another commissioner with a child there': await member('coordinator', hbep),
  'a school without a child there': await member('school-dsl', wilfrids),
  'a support worker': await member('support-worker', hbep),
  'the manager of the provider': await member('provider-manager', forge, { administrator: true }),
  'its safeguarding lead': await member('provider-dsl', forge),
  'its tutor': await member('provider-tutor', forge),
  'another provider’s manager': await member('provider-manager', anvil),
  'a panel member': await member('panel-member', thornbury),
  'the quality team': await member('quality-assurance', team, { name: 'Olive Officer' }),
} as const
type Who = keyof typeof people
const raiser = people['the school that raises it']
const officer = people['the quality team']
const place = async (commissioner: string, who: Member, names = {}, status = 'live') =>
  insert('placement', {
    id: newId(),
    child_id: await child({ school: larkfield, ...names }),
    kind: 'alternative provision',
    route: 'tier 3',
    commissioner_id: commissioner,
    provider_id: forge,
    status,
    planned_start_on: '2026-09-07',
    started_on: '2026-09-07',
    made_by: who.userId,
    made_at: '2026-09-01T10:00:00Z',
  })
await place(larkfield, raiser, { forename: 'Benny', surname: 'Testwood' })
await place(hbep, people['another commissioner with a child there'], { surname: 'Elsewhere' })

const browser = async (who: Who) => signedIn(people[who])
const school = await browser('the school that raises it')
const quality = await browser('the quality team')
const said = 'The door of the workshop stood open and nobody was there'
const concernId = async () =>
  (await site.admin.query('select id from provider_concern order by reference limit 1')).rows[0]
    ?.id as string
const rowsFor = (who: Who, query: string) =>
  as(people[who], async tx => (await sql.raw(query).execute(tx)).rows).catch(
    (error: Error) => error.message,
  )

test('A concern that names a child is refused at its field, with the words kept', async () => {
  await school.visit('/providers')
  await school.follow('Forge Training')
  await school.follow('Concerns')
  await school.follow('Raise a concern')
  expect(school.text).toContain('name no child')

  await school.press('Raise the concern')
  expect(school.status).toBe(422)
  expect(school.text).toContain('Choose how grave it is')

  school
    .choose('Safeguarding')
    .choose('Serious')
    .fill('What did you see, or what were you told?', `${said} but Benny for an hour`)
  await school.press('Raise the concern')
  expect(school.status).toBe(422)
  expect(school.text).toContain('Take out “Benny”')
  expect(school.body).toContain(`${said} but Benny for an hour`)

  school.fill('What did you see, or what were you told?', `${said} but A123456789012`)
  await school.press('Raise the concern')
  expect(school.text).toContain('Take out the unique pupil number')
})

test('A concern is raised, and reaches the quality team and the other commissioner by a message that says nothing', async () => {
  school.choose('Safeguarding').choose('Serious')
  school.fill('What did you see, or what were you told?', said)
  await school.press('Raise the concern')
  expect(school.text).toContain('The concern is raised')
  expect(school.text).toContain('Rosa Raiser, Larkfield Academy')

  await site.runJobs()
  const { rows } = await site.admin.query(
    `select to_organisation_id, from_organisation_id, subject, body from message where kind = 'concern about a provider'`,
  )
  expect(rows.map(row => row.to_organisation_id).sort()).toEqual([hbep, team].sort())
  for (const row of rows) {
    expect(row.from_organisation_id).toBeNull()
    expect(`${row.subject} ${row.body}`).not.toMatch(/Forge|Larkfield|Rosa|door|safeguarding/i)
  }
})

test('Another commissioner reads it, and not from whom it is', async () => {
  const other = await browser('another commissioner with a child there')
  await other.visit('/')
  await other.follow('A concern about a provider is open')
  expect(other.text).toContain(said)
  expect(other.text).toContain('Not told: only the quality team and the organisation itself know')
  expect(other.wholeText).not.toMatch(/Larkfield|Rosa/)
  expect(other.links.map(({ text }) => text)).not.toContain('Look into it')
  await other.visit('/concerns')
  expect(other.text).toContain('K-1001')
  expect(other.text).not.toMatch(/Larkfield|Rosa/)
  await other.follow('Download as CSV')
  expect(other.body).toContain('"K-1001"')
  expect(other.body).not.toMatch(/Larkfield|Rosa|door/)
})

test('The quality team looks into it, notes for itself, and closes it with an outcome that all read', async () => {
  await quality.visit('/')
  await quality.follow('Look into a concern: serious')
  expect(quality.text).toContain('Rosa Raiser, Larkfield Academy')
  await quality.follow('Look into it')
  await quality.press('Save')
  expect(quality.text).toContain('Say what you do first')
  await quality.fill('What do you do first?', 'A visit unannounced').press('Save')
  expect(quality.text).toContain('Being looked into')
  await quality.follow('Add a note')
  await quality.fill('Note', 'The lock is broken').press('Save the note')
  await quality.follow('Close it with its outcome')
  await quality
    .fill('What came of it?', 'The lock is mended and the day is staffed')
    .press('Close it')
  expect(quality.text).toContain('The concern is closed')
  await site.runJobs()

  const other = await browser('another commissioner with a child there')
  await other.visit(`/concerns/${await concernId()}`)
  expect(other.text).toContain('The lock is mended')
  expect(other.text).not.toContain('The lock is broken')
  await school.visit('/concerns')
  expect(school.text).toContain('No concern is open')
  await school.choose('Status', 'Closed').press('Apply filters')
  expect(school.text).toContain('K-1001')

  await quality.follow('Open it again')
  await quality.fill('Why is it opened again?', 'It broke once more').press('Open it again')
  expect(quality.text).toContain('The concern is open again')
  await quality.visit(`/concerns/${await concernId()}/open-again`)
  expect(quality.status).toBe(409)
})

const pages: readonly [string, readonly Who[]][] = [
  [
    '/concerns/ID',
    [
      'the school that raises it',
      'a colleague there',
      'another commissioner with a child there',
      'the quality team',
    ],
  ],
  ['/concerns/ID/note', ['the quality team']],
  ['/concerns/ID/close', ['the quality team']],
]

test.each(pages)(
  '%s is for %j alone; for everybody else it is not there',
  async (path, readers) => {
    for (const who of Object.keys(people) as Who[]) {
      const one = await browser(who)
      await one.visit(path.replace('ID', await concernId()))
      expect(one.status === 200, who).toBe(readers.includes(who))
      if (one.status !== 200) {
        expect([403, 404], who).toContain(one.status)
        expect(one.text).not.toMatch(/Rosa|door/)
      }
    }
  },
)

test('A provider finds no way to it on its own pages', async () => {
  const manager = await browser('the manager of the provider')
  for (const path of ['/providers/own', `/providers/${forge}/approval`, '/', '/messages']) {
    await manager.visit(path)
    expect(manager.wholeText).not.toMatch(/concern/i)
  }
  for (const path of ['/concerns', '/concerns/export', `/providers/${forge}/concerns`]) {
    await manager.visit(path)
    expect(manager.status, path).toBe(403)
  }
})

const reads: readonly [string, readonly Who[]][] = [
  [
    'select id, words from provider_concern',
    [
      'the school that raises it',
      'a colleague there',
      'another commissioner with a child there',
      'the quality team',
    ],
  ],
  [
    'select * from onroll.concern_sources()',
    ['the school that raises it', 'a colleague there', 'the quality team'],
  ],
  ['select * from concern_note', ['the quality team']],
  [
    'select * from onroll.open_concerns()',
    [
      'the school that raises it',
      'a colleague there',
      'another commissioner with a child there',
      'a school without a child there',
      'a support worker',
      'the quality team',
    ],
  ],
  ['select raised_by from provider_concern', []],
  ['select 1 from provider_concern where by_organisation is not null', []],
  ['select * from provider_concern', []],
]

test.each(reads)('Past the pages, %s answers only %j', async (query, readers) => {
  for (const who of Object.keys(people) as Who[]) {
    const found = await rowsFor(who, query)
    if (readers.includes(who)) expect(found, who).not.toHaveLength(0)
    else if (typeof found === 'string') expect(found, who).toContain('permission denied')
    else expect(found, who).toHaveLength(0)
  }
})

test('Past the pages nobody raises one in another’s name, closes one or writes a note who is not of the team', async () => {
  const id = await concernId()
  const raise = (by: Member, forOrganisation = by.organisationId) =>
    `insert into provider_concern (id, provider_id, kind, level, words, raised_by, by_organisation, raised_at)
     values ('${newId()}', '${forge}', 'other', 'note', 'Something of no weight', '${by.userId}', '${forOrganisation}', now())`
  for (const who of [
    'a support worker',
    'the manager of the provider',
    'its safeguarding lead',
    'its tutor',
    'a panel member',
  ] as const)
    expect(await rowsFor(who, raise(people[who])), who).toContain('row-level security')
  expect(await rowsFor('a colleague there', raise(raiser))).toContain('row-level security')
  expect(await rowsFor('a colleague there', raise(people['a colleague there'], hbep))).toContain(
    'row-level security',
  )
  for (const who of Object.keys(people).filter(each => each !== 'the quality team') as Who[]) {
    await rowsFor(
      who,
      `update provider_concern set status = 'closed', outcome = 'x', closed_by = '${people[who].userId}', closed_at = now() where id = '${id}'`,
    )
    expect(
      await rowsFor(
        who,
        `insert into concern_note (id, concern_id, kind, words, by_user, at)
         values ('${newId()}', '${id}', 'noted', 'x', '${people[who].userId}', now())`,
      ),
      who,
    ).toContain('row-level security')
  }
  const { rows } = await site.admin.query('select status from provider_concern where id = $1', [id])
  expect(rows[0].status).toBe('open')
  expect(
    await rowsFor(
      'the quality team',
      `update provider_concern set raised_by = null where id = '${id}'`,
    ),
  ).toContain('permission denied')
  expect(
    await rowsFor(
      'the quality team',
      `update provider_concern set status = 'closed' where id = '${id}'`,
    ),
  ).toContain('check constraint')
})

test('Who works for the provider under another hat neither reads nor judges it', async () => {
  const twoHats = await member('quality-assurance', team)
  await insert('membership', {
    id: newId(),
    user_id: twoHats.userId,
    organisation_id: forge,
    role: 'provider-tutor',
    valid_from: '2026-01-01',
  })
  const both = await signedIn(twoHats)
  await both.visit(`/concerns/${await concernId()}`)
  expect(both.status).toBe(404)
  await both.visit('/concerns')
  expect(both.text).not.toContain('K-1001')
  await both.visit(`/providers/${forge}/concerns/add`)
  expect(both.status).toBe(403)
  await both.visit(`/providers/${forge}/approval/decide`)
  expect(both.status).toBe(403)
  const found = await as(
    twoHats,
    async tx =>
      (
        await sql`select id from provider_concern union all select concern_id from onroll.concern_sources()
        union all select provider_id from onroll.open_concerns()`.execute(tx)
      ).rows.length,
  )
  expect(found).toBe(0)
  await expect(
    as(twoHats, tx =>
      sql`insert into provider_approval (id, provider_id, approval, because, from_on, by_user, by_organisation, at)
        values (${newId()}, ${forge}, 'approved', 'x', ${today}, ${twoHats.userId}, ${team}, now())`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow('row-level security')
})

test('When the last child has left, other people’s concerns there are out of sight; one’s own are not', async () => {
  await site.admin.query(`update placement set status = 'ended' where provider_id = $1`, [forge])
  const other = await browser('another commissioner with a child there')
  await other.visit(`/concerns/${await concernId()}`)
  expect(other.status).toBe(404)
  await school.visit(`/concerns/${await concernId()}`)
  expect(school.text).toContain(said)
  expect(officer.role).toBe('quality-assurance')
})
