import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// Straight at the database, as somebody would who had found a way past every page.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, as, insert, hbep, nwllip, larkfield, wilfrids, thornbury } =
  world
const { caseOf, place } = placing(site, world, today)

const coordinator = await member('coordinator', hbep)
const dsl = await member('school-dsl', larkfield)
const receiver = await member('school-dsl', wilfrids)
const forge = await organisation('provider', 'The Forge')
const officer = await member('admissions', world.admissionsTeam)
const outsiders: Record<string, Member> = {
  'a third school': await member('school-dsl', thornbury),
  'another partnership': await member('coordinator', nwllip),
  'the provider that has the child': await member('provider-manager', forge),
  'a panel member': await member('panel-member', larkfield),
  finance: await member('finance', hbep),
  'quality assurance': await member('quality-assurance', hbep),
}
const words = 'The child moves for good from the day above, with a mentor.'

async function scene({ trial = false, status = 'proposed' } = {}) {
  const { id: child } = await caseOf()
  await place({ child, provider: forge, by: coordinator })
  const parent = (await site.admin.query('select id from contact where child_id = $1', [child]))
    .rows[0].id
  const move = await insert('managed_move', {
    id: newId(),
    child_id: child,
    from_school_id: larkfield,
    to_school_id: wilfrids,
    status,
    start_on: today,
    agreement: words,
    agreement_sha256: '',
    trial,
    ended_because: status === 'refused' ? 'Full' : null,
    made_by: dsl.userId,
    made_at: `${today}T09:00:00Z`,
  })
  const removal = await insert('roll_removal', {
    id: newId(),
    child_id: child,
    school_id: larkfield,
    ground: 'registered-at-another-school',
    proposed_on: today,
    made_by: dsl.userId,
    made_at: `${today}T09:00:00Z`,
  })
  return { child, parent, move, removal }
}

const run = (person: Member, statement: ReturnType<typeof sql>) =>
  as(person, async tx => {
    const { rows, numAffectedRows } = await statement.execute(tx as unknown as Kysely<never>)
    return Number(numAffectedRows ?? rows.length)
  })
const reads = (person: Member, table: string, id: string) =>
  run(person, sql`select 1 from ${sql.table(table)} where id = ${id}`)
const shaOf = async (move: string): Promise<string> =>
  (await site.admin.query('select agreement_sha256 from managed_move where id = $1', [move]))
    .rows[0].agreement_sha256

const consent = async (
  person: Member,
  move: string,
  party: string,
  { contact = null as string | null, agreed = true, sha = '' } = {},
) =>
  run(
    person,
    sql`insert into managed_move_consent (id, move_id, party, contact_id, agreed, agreement_sha256, on_day, how, recorded_by, by_organisation, recorded_at)
      values (${newId()}, ${move}, ${party}, ${contact}, ${agreed}, ${sha || (await shaOf(move))}, ${today}, 'said so', ${person.userId}, ${person.organisationId}, now())`,
  )

async function agreedByAll(move: string, parent: string) {
  await consent(dsl, move, 'from school')
  await consent(dsl, move, 'person with parental responsibility', { contact: parent })
  await consent(receiver, move, 'to school')
}
const statusOf = async (move: string) =>
  (await site.admin.query('select status from managed_move where id = $1', [move])).rows[0].status
const rolls = async (child: string) =>
  (
    await site.admin.query(
      'select school_id from enrolment where child_id = $1 and to_on is null',
      [child],
    )
  ).rows.map(({ school_id }) => school_id)

describe('Who reads', () => {
  test('a move: its two schools and the co-ordinator of the case; a removal: its school and the case', async () => {
    const { move, removal, child } = await scene()
    for (const person of [dsl, receiver, coordinator])
      expect(await reads(person, 'managed_move', move)).toBe(1)
    for (const person of [dsl, coordinator])
      expect(await reads(person, 'roll_removal', removal)).toBe(1)
    for (const person of [receiver, officer])
      expect(await reads(person, 'roll_removal', removal)).toBe(0)
    for (const [who, person] of Object.entries(outsiders)) {
      expect(await reads(person, 'managed_move', move), who).toBe(0)
      expect(await reads(person, 'roll_removal', removal), who).toBe(0)
    }
    // The receiving school: who the child is, and not one row more.
    expect(await reads(receiver, 'child', child)).toBe(1)
    for (const table of [
      'enrolment',
      'contact',
      'special_needs',
      'care_status',
      'child_address',
      'placement',
    ])
      expect(
        await run(receiver, sql`select 1 from ${sql.table(table)} where child_id = ${child}`),
        table,
      ).toBe(0)
    const facts = await as(receiver, async tx =>
      sql<{
        facts: { moves: unknown[]; consents: unknown[] }
      }>`select move_facts(array[${child}]::uuid[]) as facts`.execute(
        tx as unknown as Kysely<never>,
      ),
    )
    expect(facts.rows[0]?.facts.moves).toEqual([])
  })

  test.each([{ status: 'refused' }, { status: 'withdrawn' }, { trial: true }])(
    'neither move nor child, for the receiving school: %o',
    async ({ status, trial }) => {
      const { move, child } = await scene({
        ...(status ? { status } : {}),
        ...(trial ? { trial } : {}),
      })
      expect(await reads(receiver, 'managed_move', move)).toBe(0)
      expect(await reads(receiver, 'child', child)).toBe(0)
    },
  )
})

describe('A managed move', () => {
  test('is not agreed or completed by saying so', async () => {
    const { move } = await scene()
    for (const status of ['agreed', 'completed'])
      await expect(
        run(dsl, sql`update managed_move set status = ${status} where id = ${move}`),
      ).rejects.toThrow()
    await expect(
      run(dsl, sql`update managed_move set agreement_sha256 = 'x' where id = ${move}`),
    ).rejects.toThrow('permission denied')
    expect(
      await run(receiver, sql`update managed_move set status = 'withdrawn' where id = ${move}`),
    ).toBe(0)
    await expect(
      run(receiver, sql`select complete_managed_move(${move}, ${today})`),
    ).rejects.toThrow('everybody has agreed')
  })

  test('takes a consent only to its words, from whom it is, for whom it is', async () => {
    const { move, parent } = await scene()
    const other = await scene()
    const person = 'person with parental responsibility'
    await expect(consent(receiver, move, 'to school', { sha: 'a'.repeat(64) })).rejects.toThrow(
      'words have changed',
    )
    await expect(consent(receiver, move, 'from school')).rejects.toThrow()
    await expect(consent(receiver, move, person, { contact: parent })).rejects.toThrow()
    await expect(consent(dsl, move, 'to school')).rejects.toThrow()
    await expect(consent(dsl, move, person, { contact: other.parent })).rejects.toThrow(
      'parental responsibility',
    )
    for (const [who, outsider] of Object.entries(outsiders))
      await expect(consent(outsider, move, 'from school'), who).rejects.toThrow()
    await consent(dsl, move, 'from school')
    expect(
      await run(
        dsl,
        sql`update managed_move_consent set agreed = true where move_id = ${move}`,
      ).catch(() => 0),
    ).toBe(0)
  })

  test('agreed words are not changed under those who agreed', async () => {
    const { move, parent } = await scene()
    await agreedByAll(move, parent)
    expect(await statusOf(move)).toBe('agreed')
    for (const change of [
      sql`agreement = 'Other words that nobody has read.'`,
      sql`start_on = start_on + 7`,
    ])
      await expect(
        run(dsl, sql`update managed_move set ${change} where id = ${move}`),
      ).rejects.toThrow('anew')
    await run(
      dsl,
      sql`update managed_move set agreement = 'Other words, proposed.', status = 'proposed' where id = ${move}`,
    )
    await expect(
      run(receiver, sql`select complete_managed_move(${move}, ${today})`),
    ).rejects.toThrow()
  })

  test('is completed by the receiving school alone, and leaves the child on a roll whoever tries', async () => {
    const { move, parent, child } = await scene()
    await agreedByAll(move, parent)
    for (const [who, person] of Object.entries({
      ...outsiders,
      'the old school': dsl,
      coordinator,
    }))
      await expect(
        run(person, sql`select complete_managed_move(${move}, ${today})`),
        who,
      ).rejects.toThrow()
    for (const day of ['2020-01-01', '2099-01-01'])
      await expect(
        run(receiver, sql`select complete_managed_move(${move}, ${day})`),
      ).rejects.toThrow()
    expect(await rolls(child)).toEqual([larkfield])
    const twice = await Promise.allSettled([
      run(receiver, sql`select complete_managed_move(${move}, ${today})`),
      run(receiver, sql`select complete_managed_move(${move}, ${today})`),
    ])
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await rolls(child)).toEqual([wilfrids])
    await expect(
      run(dsl, sql`update managed_move set purpose = 'other' where id = ${move}`),
    ).resolves.toBe(0)
  })

  test('a consent taken back while the other school completes: one of the two wins, never both', async () => {
    for (let n = 0; n < 5; n++) {
      const { move, parent, child } = await scene()
      await agreedByAll(move, parent)
      await Promise.allSettled([
        run(receiver, sql`select complete_managed_move(${move}, ${today})`),
        consent(dsl, move, 'person with parental responsibility', {
          contact: parent,
          agreed: false,
        }),
      ])
      const status = await statusOf(move)
      expect(['completed', 'proposed']).toContain(status)
      expect(await rolls(child)).toEqual([status === 'completed' ? wilfrids : larkfield])
    }
  })
})

describe('A name on the roll', () => {
  test('is not taken off but by a removal that was made', async () => {
    const { child, removal } = await scene()
    await expect(
      run(dsl, sql`update enrolment set to_on = ${today} where child_id = ${child}`),
    ).rejects.toThrow('by a removal')
    for (const [ground, complaint] of [
      ['stopped-attending', 'made_on_a_ground'],
      ['registered-at-another-school', 'evidence'],
      ['educated-otherwise', 'evidence'],
      ['continuous-absence', 'evidence'],
    ])
      await expect(
        run(
          dsl,
          sql`update roll_removal set status = 'made', deleted_on = ${today}, ground = ${ground} where id = ${removal}`,
        ),
        ground,
      ).rejects.toThrow(complaint)
    await expect(
      run(
        dsl,
        sql`update roll_removal set status = 'made', deleted_on = ${today}, ground = 'continuous-absence',
          override_reason = 'Never came', override_head = 'Henrietta Head' where id = ${removal}`,
      ),
    ).rejects.toThrow('evidence')
    for (const [who, person] of Object.entries({ ...outsiders, receiver, officer, coordinator }))
      expect(
        await run(person, sql`update roll_removal set ground = 'died' where id = ${removal}`).catch(
          () => 0,
        ),
        who,
      ).toBe(0)
    expect(await rolls(child)).toEqual([larkfield])
  })

  test('stays as it was decided once it is made, but for the return', async () => {
    const { child, removal } = await scene()
    await run(
      dsl,
      sql`update roll_removal set status = 'made', deleted_on = ${today}, new_school_confirmed_on = ${today} where id = ${removal}`,
    )
    await run(dsl, sql`update enrolment set to_on = ${today} where child_id = ${child}`)
    await expect(
      run(dsl, sql`update roll_removal set ground = 'died' where id = ${removal}`),
    ).rejects.toThrow('stays as it was')
    expect(
      await run(dsl, sql`update roll_removal set return_made_on = ${today} where id = ${removal}`),
    ).toBe(1)
    expect(await reads(officer, 'roll_removal', removal)).toBe(1)
    expect(await reads(officer, 'child', child)).toBe(1)
    for (const table of ['contact', 'special_needs', 'care_status', 'child_address'])
      expect(
        await run(officer, sql`select 1 from ${sql.table(table)} where child_id = ${child}`),
        table,
      ).toBe(0)
    for (const [who, person] of Object.entries(outsiders))
      expect(await reads(person, 'roll_removal', removal), who).toBe(0)
  })
})

test('Through the pages the wrong role and the provider find nothing', async () => {
  const { move, removal, child } = await scene()
  const paths = [
    '/moves',
    `/moves/${move}`,
    `/removals/${removal}`,
    '/removals',
    '/removals/export',
    `/children/${child}/moves/new`,
    `/children/${child}/removals/new`,
  ]
  for (const who of [
    'the provider that has the child',
    'a panel member',
    'finance',
    'quality assurance',
  ]) {
    const person = outsiders[who]
    if (!person) throw new Error(who)
    const page = await signedIn(person)
    for (const path of paths)
      expect([403, 404], `${who} ${path}`).toContain((await page.visit(path)).status)
  }
})
