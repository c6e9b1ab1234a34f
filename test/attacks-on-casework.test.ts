import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { referBriefly } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'

// Straight at the database, as somebody would who had found a way past every page.
const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, as, child, organisation, larkfield, wilfrids, hbep, nwllip } =
  await county(site)
const author = await member('school-dsl', larkfield)
const stranger = await member('school-dsl', wilfrids)
const coordinator = await member('coordinator', hbep)
const colleague = await member('coordinator', hbep)
const worker = await member('support-worker', hbep)
const otherCoordinator = await member('coordinator', nwllip)
const provider = await member('provider-manager', await organisation('provider'))
const chair = await member('chair', hbep)
const outsiders = { stranger, otherCoordinator, provider, chair, worker }

const pupil = await child({ specialNeeds: null })
const id = await referBriefly(site, await signedIn(author), pupil, [undefined, 'I do not know'])
const page = await signedIn(coordinator)
await page.visit(`/cases/${id}/ask`)
await page.fill('What do you need to know?', 'Which lessons?').press('Send the question')
await page.visit(`/cases/${id}/notes`)
await page.fill('New note', 'Inside').press('Add the note')
await page.visit(`/cases/${id}/messages`)
await page.fill('New message', 'Hello').press('Send the message')
await page.visit(`/cases/${id}/assign`)
await page.choose(coordinator.name).press('Save the owner')
const schoolPage = await signedIn(author)
await schoolPage.visit(`/cases/${id}/documents`)
schoolPage.attach('Add a document', new File(['%PDF-1.7'], 'a.pdf'))
await schoolPage.press('Add the document')
await site.admin.query(
  `insert into onroll.risk (id, referral_id, hazard, who, likelihood, severity, controls)
   values ($1, $2, 'x', 'y', 1, 1, 'z')`,
  [newId(), id],
)

type Person = typeof author
const attempt = (person: Person, statement: ReturnType<typeof sql>) =>
  as(person, async (tx: Kysely<never> | unknown) => {
    const { rows, numAffectedRows } = await statement.execute(tx as Kysely<never>)
    return Number(numAffectedRows ?? rows.length)
  })
const rowsOf = (person: Person, table: string) =>
  attempt(person, sql`select 1 from ${sql.table(table)} where referral_id = ${id}`)

const parts = [
  'response_step',
  'attendance_summary',
  'risk',
  'referral_version',
  'case_event',
  'information_request',
  'case_note',
  'case_message',
  'file',
  'case_assignment',
  'finding',
]

describe.each(parts)('%s', table => {
  test('is read by the partnership, and by nobody who has no part in the case', async () => {
    expect(await rowsOf(coordinator, table)).toBeGreaterThan(0)
    for (const [who, person] of Object.entries(outsiders))
      expect(await rowsOf(person, table), who).toBe(0)
  })
  test('is not removed by those who read it', async () => {
    const remove = (person: Person) =>
      attempt(person, sql`delete from ${sql.table(table)} where referral_id = ${id}`).catch(() => 0)
    expect(await remove(coordinator)).toBe(0)
    for (const person of Object.values(outsiders)) expect(await remove(person)).toBe(0)
  })
})

test('A referral is read by its school and its partnership only', async () => {
  const read = (person: Person) => attempt(person, sql`select 1 from referral where id = ${id}`)
  expect(await read(author)).toBe(1)
  expect(await read(coordinator)).toBe(1)
  for (const person of Object.values(outsiders)) expect(await read(person)).toBe(0)
})

test('A school cannot work its own referral', async () => {
  for (const change of [
    sql`status = 'accepted'`,
    sql`responsible_partnership_id = ${nwllip}`,
    sql`assigned_to = ${author.userId}`,
    sql`route = 'ordinary', accepted_at = now()`,
    sql`child_id = null`,
  ])
    await expect(
      attempt(author, sql`update referral set ${change} where id = ${id}`),
    ).rejects.toThrow(/cannot make|worked by its partnership|does not change|violates/)
})

test('A co-ordinator cannot put words into the school’s mouth, nor skip a step', async () => {
  await expect(
    attempt(coordinator, sql`update referral set reason = 'changed' where id = ${id}`),
  ).rejects.toThrow('belong to who wrote them')
  await expect(
    attempt(coordinator, sql`update referral set status = 'closed' where id = ${id}`),
  ).rejects.toThrow('cannot go from submitted to closed')
  await expect(
    attempt(
      coordinator,
      sql`update referral set referring_organisation_id = ${wilfrids} where id = ${id}`,
    ),
  ).rejects.toThrow(/permission denied/)
})

test('Nobody refers in another school’s name, or a child whom they may not see', async () => {
  const start = (person: Person, organisationId: string, childId: string) =>
    attempt(
      person,
      sql`insert into referral (id, kind, child_id, referring_organisation_id) values (${newId()}, 'school', ${childId}, ${organisationId})`,
    )
  await expect(start(stranger, larkfield, pupil)).rejects.toThrow('row-level security')
  await expect(start(stranger, wilfrids, pupil)).rejects.toThrow('row-level security')
  await expect(start(coordinator, hbep, pupil)).rejects.toThrow('row-level security')
})

test('Nothing is added to a case that one cannot see, nor signed with another’s name', async () => {
  const inserts = (me: Person, org: string) => [
    sql`insert into response_step (id, referral_id, what) values (${newId()}, ${id}, 'x')`,
    sql`insert into referral_version (id, referral_id, number, content, hash, because, made_by) values (${newId()}, ${id}, 9, '{}', 'x', 'x', ${me.userId})`,
    sql`insert into case_event (id, referral_id, kind, by_user, by_organisation) values (${newId()}, ${id}, 'accepted', ${me.userId}, ${org})`,
    sql`insert into information_request (id, referral_id, question, asked_of_organisation_id) values (${newId()}, ${id}, 'x', ${larkfield})`,
    sql`insert into case_note (id, referral_id, body, written_by, by_organisation) values (${newId()}, ${id}, 'x', ${me.userId}, ${org})`,
    sql`insert into case_message (id, referral_id, from_organisation_id, to_organisation_id, body, sent_by) values (${newId()}, ${id}, ${org}, ${larkfield}, 'x', ${me.userId})`,
    sql`insert into file (id, referral_id, purpose, name, media_type, size, sha256, uploaded_by, by_organisation) values (${newId()}, ${id}, 'x', 'x', 'x', 1, 'x', ${me.userId}, ${org})`,
    sql`insert into case_assignment (id, referral_id, user_id, role, from_on) values (${newId()}, ${id}, ${me.userId}, 'support', '2026-01-01')`,
    sql`insert into responsibility_dispute (id, referral_id, raised_by_id, with_id, reason, opened_on, case_reference) values (${newId()}, ${id}, ${org}, ${hbep}, 'x', '2026-01-01', 1)`,
    sql`insert into finding (id, rule, subject_type, subject_id, referral_id, level, basis, message, fingerprint, facts_date) values (${newId()}, 'RTE-01', 'referral', ${id}, ${id}, 'info', 'law', 'x', ${newId()}, '2026-01-01')`,
  ]
  for (const [person, org] of [
    [stranger, wilfrids],
    [otherCoordinator, nwllip],
    [worker, hbep],
  ] as const)
    for (const insert of inserts(person, org))
      await expect(attempt(person, insert)).rejects.toThrow('row-level security')

  // Inside the case too: only the author seals a version, and everybody signs for themselves.
  const [step, version, ...rest] = inserts(colleague, hbep)
  for (const insert of [step, version])
    await expect(attempt(coordinator, insert as ReturnType<typeof sql>)).rejects.toThrow(
      'row-level security',
    )
  for (const insert of [rest[0], rest[2], rest[3], rest[4]])
    await expect(attempt(coordinator, insert as ReturnType<typeof sql>)).rejects.toThrow(
      'row-level security',
    )
})

test('A sealed version, an event, a note and a message are never rewritten', async () => {
  for (const table of ['referral_version', 'case_event', 'case_note'])
    await expect(
      attempt(coordinator, sql`update ${sql.table(table)} set id = id where referral_id = ${id}`),
    ).rejects.toThrow('permission denied')
  await expect(
    attempt(author, sql`update case_message set body = 'changed' where referral_id = ${id}`),
  ).rejects.toThrow('permission denied')
})

test('A question is answered by whoever was asked, once, under their own name', async () => {
  await expect(
    attempt(
      coordinator,
      sql`update information_request set answer = 'x', answered_by = ${author.userId}, answered_at = now() where referral_id = ${id}`,
    ),
  ).rejects.toThrow('row-level security')
  expect(
    await attempt(
      author,
      sql`update information_request set answer = 'x', answered_by = ${author.userId}, answered_at = now() where referral_id = ${id}`,
    ),
  ).toBe(1)
  expect(
    await attempt(
      author,
      sql`update information_request set answer = 'y' where referral_id = ${id}`,
    ),
  ).toBe(0)
})

test('A finding of a case is accepted once, by a co-ordinator, in their own name and with a reason', async () => {
  const accept = (person: Person, by: string, reason: string) =>
    attempt(
      person,
      sql`update finding set accepted_by = ${by}, accepted_at = now(), accepted_reason = ${reason}, accepted_name = 'n' where referral_id = ${id} and rule = 'RTE-05'`,
    )
  await expect(accept(author, author.userId, 'x')).rejects.toThrow('by who may')
  await expect(accept(coordinator, colleague.userId, 'x')).rejects.toThrow('by who may')
  await expect(accept(coordinator, coordinator.userId, '  ')).rejects.toThrow('with a reason')
  expect(await accept(coordinator, coordinator.userId, 'x')).toBe(1)
  await expect(accept(colleague, colleague.userId, 'again')).rejects.toThrow('accepted once')
  await expect(
    attempt(coordinator, sql`update finding set message = 'nothing' where referral_id = ${id}`),
  ).rejects.toThrow('permission denied')
})

test('In a dispute each partnership agrees for itself, and an end is an end', async () => {
  const dispute = newId()
  await attempt(
    coordinator,
    sql`insert into responsibility_dispute (id, referral_id, raised_by_id, with_id, reason, opened_on, case_reference, agreed_by_raiser)
        values (${dispute}, ${id}, ${hbep}, ${nwllip}, 'x', '2026-11-17', 1, ${coordinator.userId})`,
  )
  const change = (person: Person, what: ReturnType<typeof sql>) =>
    attempt(person, sql`update responsibility_dispute set ${what} where id = ${dispute}`)
  await expect(
    change(coordinator, sql`agreed_by_other = ${otherCoordinator.userId}`),
  ).rejects.toThrow('each partnership agrees for itself')
  await expect(
    change(otherCoordinator, sql`agreed_by_other = ${coordinator.userId}`),
  ).rejects.toThrow('each partnership agrees for itself')
  await expect(change(coordinator, sql`status = 'agreed', ended_at = now()`)).rejects.toThrow(
    'agreed_by_both',
  )
  expect(await change(stranger, sql`status = 'withdrawn'`)).toBe(0)
  expect(await attempt(otherCoordinator, sql`select 1 from referral where id = ${id}`)).toBe(0)
  await change(otherCoordinator, sql`status = 'not agreed', ended_at = now()`)
  await expect(change(coordinator, sql`status = 'open', ended_at = null`)).rejects.toThrow(
    'stays as it was',
  )
  await expect(
    attempt(
      stranger,
      sql`insert into responsibility_message (id, dispute_id, body, by_user, by_organisation) values (${newId()}, ${dispute}, 'x', ${stranger.userId}, ${wilfrids})`,
    ),
  ).rejects.toThrow('row-level security')
})

test('The facts are whole for who may read the case, and empty for everybody else', async () => {
  const facts = (person: Person) =>
    as(person, async tx => {
      const { rows } = await sql<{ facts: { children: unknown[]; referrals: unknown[] } }>`
        select case_facts(array[${id}]::uuid[]) as facts`.execute(tx)
      return rows[0]?.facts
    })
  expect((await facts(coordinator))?.children).toHaveLength(1)
  for (const person of Object.values(outsiders)) {
    const found = await facts(person)
    expect(Object.values(found ?? {}).flat()).toEqual([])
  }
  expect(JSON.stringify(await facts(coordinator))).not.toMatch(/Robin|Sample|Parent 1/)
})

test('A file’s row is changed by whoever brought it, and nobody calls a file clean', async () => {
  expect(
    await attempt(
      coordinator,
      sql`update file set removed_because = 'x' where referral_id = ${id}`,
    ),
  ).toBe(0)
  await expect(
    attempt(author, sql`update file set state = 'clean' where referral_id = ${id}`),
  ).rejects.toThrow('permission denied')
  await expect(
    attempt(author, sql`update file set sha256 = 'x' where referral_id = ${id}`),
  ).rejects.toThrow('permission denied')
})
