import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { nameKeys } from '#features/children/index.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, organisation, child, larkfield, wilfrids, hbep, as, insert } =
  await county(site)

/** Two schools of one partnership have each referred the same child, under two records. */
async function pair(names: [string, string]) {
  const ids = []
  for (const [at, forename] of names.entries()) {
    const school = at === 0 ? larkfield : wilfrids
    const id = await child({ forename, surname: 'Twice', school })
    const keys = nameKeys({ forename, surname: 'Twice' })
    await site.admin.query(
      'update onroll.child set search_name = $2, sound_keys = $3 where id = $1',
      [id, keys.search_name, keys.sound_keys],
    )
    await site.admin.query(
      `insert into onroll.referral (id, kind, status, child_id, referring_organisation_id, responsible_partnership_id, submitted_at)
       values (gen_random_uuid(), 'school', 'submitted', $1, $2, $3, now())`,
      [id, school, hbep],
    )
    ids.push(id)
  }
  const [one = '', other = ''] = ids
  await site.admin.query(
    `update onroll.child set upn = case id when $1 then 'K855400126001' else 'U855423126017' end where id in ($1, $2)`,
    [one, other],
  )
  await insert('possible_duplicate', {
    id: crypto.randomUUID(),
    child_id: one < other ? one : other,
    other_child_id: one < other ? other : one,
    because: 'surname and date of birth',
  })
  return [one, other] as const
}

test('A co-ordinator who sees both says that they are one child; another confirms, and the records are joined', async () => {
  const [one, other] = await pair(['Pat', 'Patrick'])
  const first = await signedIn(await member('coordinator', hbep))
  await first.visit('/children/duplicates')
  await first.follow('Pat')
  await first.press('Continue')
  expect(first.text).toContain('Choose whether these are one child')
  const { rows: references } = await site.admin.query(
    'select id, reference from onroll.child where id in ($1, $2)',
    [one, other],
  )
  const reference = (id: string) => `C-${references.find(row => row.id === id)?.reference}`
  first.choose(`One child: keep Pat Twice, ${reference(one)}`)
  await first.press('Continue')
  expect(first.text).toContain('Enter how you know that they are one child')
  first.fill(
    'How do you know, if they are one child?',
    'Both schools confirmed the birth certificate',
  )
  await first.press('Continue')
  expect(first.text).toContain('The joining of the two records waits for a second person')

  const second = await signedIn(await member('coordinator', hbep))
  await second.visit('/children/changes')
  await second.follow('Pat Twice')
  second.choose('Yes, make the change')
  await second.press('Decide')
  expect(second.text).toContain('The change has been made')
  expect(second.text).toContain('Former UPNs U855423126017')
  await second.follow('Referrals')
  expect(second.all('tbody').flatMap(body => body.childNodes).length).toBe(2)
  await second.visit(`/children/${other}`)
  expect(second.text).toContain(reference(one))
  const wilfrid = await signedIn(await member('school-dsl', wilfrids))
  await wilfrid.visit('/children')
  wilfrid.fill('Name, UPN or reference', 'U855423126017')
  await wilfrid.press('Search')
  expect(wilfrid.text).toContain('Pat Twice')
  await second.visit('/children/duplicates')
  expect(second.text).not.toContain('Twice')
})

test('What each record has one of does not stand in the way: the one further on stays, the other says why it is set aside', async () => {
  const [one, other] = await pair(['Kim', 'Kimberley'])
  const forge = await organisation('provider', 'The Forge')
  const dsl = await member('school-dsl', larkfield)
  const at = '2026-11-02T09:00:00Z'
  for (const id of [one, other]) {
    const placement = await insert('placement', {
      id: crypto.randomUUID(),
      child_id: id,
      kind: 'alternative provision',
      route: 'tier 2',
      commissioner_id: larkfield,
      provider_id: forge,
      status: 'live',
      planned_start_on: '2026-11-02',
      started_on: '2026-11-02',
      made_by: dsl.userId,
      made_at: at,
    })
    await insert('substantial_plan', {
      id: crypto.randomUUID(),
      placement_id: placement,
      child_id: id,
      provider_id: forge,
      made_by: dsl.userId,
      made_at: at,
    })
    await insert('questionnaire', {
      id: crypto.randomUUID(),
      child_id: id,
      provider_id: forge,
      commissioner_id: larkfield,
      placement_id: placement,
      status: id === one ? 'draft' : 'returned',
      opened_on: '2026-11-02',
      due_on: '2026-11-16',
    })
    await insert('no_school_time', {
      id: crypto.randomUUID(),
      child_id: id,
      from_on: '2026-11-02',
      recorded_by: dsl.userId,
      recorded_at: at,
    })
    await insert('roll_removal', {
      id: crypto.randomUUID(),
      child_id: id,
      school_id: larkfield,
      ground: 'moved-away',
      proposed_on: '2026-11-02',
      made_by: dsl.userId,
      made_at: at,
    })
  }
  const first = await signedIn(await member('coordinator', hbep))
  await first.visit('/children/duplicates')
  await first.follow('Kim')
  const { rows } = await site.admin.query('select reference from onroll.child where id = $1', [one])
  first.choose(`One child: keep Kim Twice, C-${rows[0].reference}`)
  await first.fill('How do you know, if they are one child?', 'The same birth').press('Continue')
  const second = await signedIn(await member('coordinator', hbep))
  await second.visit('/children/changes')
  await second.follow('Kim Twice')
  await second.choose('Yes, make the change').press('Decide')
  expect(second.text).toContain('The change has been made')

  const of = async (table: string, columns: string) =>
    (
      await site.admin.query(
        `select ${columns} from onroll.${table} where child_id = $1 order by 1, 2`,
        [one],
      )
    ).rows
  expect(await of('placement', 'status, id')).toHaveLength(2)
  expect(await of('substantial_plan', 'status, id')).toHaveLength(2)
  expect(await of('questionnaire', 'status, not_needed_because as because')).toEqual([
    { status: 'not needed', because: expect.stringContaining('Two records of the child') },
    { status: 'returned', because: null },
  ])
  expect(await of('no_school_time', '(to_on is null) as open, child_id')).toMatchObject([
    { open: false },
    { open: true },
  ])
  expect(await of('roll_removal', 'status, withdrawn_because as because')).toEqual([
    { status: 'proposed', because: null },
    { status: 'withdrawn', because: expect.stringContaining('Two records of the child') },
  ])
})

test('They are two children, and are not asked about again', async () => {
  await pair(['Ann', 'Anna'])
  const coordinator = await signedIn(await member('coordinator', hbep))
  await coordinator.visit('/children/duplicates')
  await coordinator.follow('Ann')
  coordinator.choose('They are two children')
  await coordinator.press('Continue')

  expect(coordinator.text).toContain('They stay two children')
  expect(coordinator.text).not.toContain('Anna Twice')
})

test('Nobody joins records alone, or without seeing both, or past the second person', async () => {
  const [one, other] = await pair(['Sam', 'Samuel'])
  const coordinator = await member('coordinator', hbep)
  const school = await member('school-dsl', larkfield)
  const proposal = (who: typeof coordinator, id = crypto.randomUUID()) => ({
    id,
    child_id: one,
    other_child_id: other,
    kind: 'merge' as const,
    reason: 'x',
    proposed_by: who.userId,
    proposed_by_organisation_id: who.organisationId,
    proposed_at: new Date(),
  })

  await expect(
    as(school, tx => tx.insertInto('proposed_change').values(proposal(school)).execute()),
  ).rejects.toThrow('row-level security')
  const made = proposal(coordinator)
  await as(coordinator, tx => tx.insertInto('proposed_change').values(made).execute())
  await expect(
    as(coordinator, tx => sql`select onroll.join_children(${made.id})`.execute(tx)),
  ).rejects.toThrow('nobody has confirmed')
  const confirm = {
    outcome: 'confirmed' as const,
    decided_by: coordinator.userId,
    decided_at: new Date(),
  }
  await expect(
    as(coordinator, tx =>
      tx.updateTable('proposed_change').set(confirm).where('id', '=', made.id).execute(),
    ),
  ).rejects.toThrow()
  await as(school, async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('proposed_change')
      .set({ ...confirm, decided_by: school.userId })
      .where('id', '=', made.id)
      .executeTakeFirst()
    expect(numUpdatedRows).toBe(0n)
  })
  for (const change of [
    { upn: 'G855401225123' },
    { birth_date: '2010-01-01' as never },
    { upn: null },
  ])
    await expect(
      as(school, tx => tx.updateTable('child').set(change).where('id', '=', one).execute()),
    ).rejects.toThrow('second person')
})

test('A confirmation opens the record for its own transaction only', async () => {
  const [one] = await pair(['Joe', 'Joseph'])
  const [proposer, decider] = [
    await member('school-dsl', larkfield),
    await member('school-dsl', larkfield),
  ]
  const id = crypto.randomUUID()
  await as(proposer, tx =>
    tx
      .insertInto('proposed_change')
      .values({
        id,
        child_id: one,
        kind: 'upn',
        new_upn: 'G855401225123',
        reason: 'x',
        proposed_by: proposer.userId,
        proposed_by_organisation_id: larkfield,
        proposed_at: new Date(),
      })
      .execute(),
  )
  await as(decider, tx =>
    tx
      .updateTable('proposed_change')
      .set({ outcome: 'confirmed', decided_by: decider.userId, decided_at: new Date() })
      .where('id', '=', id)
      .execute(),
  )

  await expect(
    as(decider, tx =>
      tx.updateTable('child').set({ upn: 'G855401225123' }).where('id', '=', one).execute(),
    ),
  ).rejects.toThrow('second person')
})

test('Every table that points at a child follows when records are joined', async () => {
  const { rows } = await site.admin.query(`
    select c.relname, a.attname from pg_constraint f
      join pg_class c on c.oid = f.conrelid
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
     where f.contype = 'f' and f.confrelid = 'onroll.child'::regclass
       and c.relname not in ('child', 'possible_duplicate', 'proposed_change')
       and not has_column_privilege('onroll_access', f.conrelid, a.attname, 'update')`)

  expect(rows).toEqual([])
})
