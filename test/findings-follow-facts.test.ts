import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { evaluateReferrals, factsFor, rulesShown } from '#features/findings/index.ts'
import { startJobs } from '#platform/jobs.ts'
import { factsRead } from '#rules/facts-read.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { insert, child, member, hbep, nwllip, larkfield, wilfrids, thornbury, admissionsTeam } =
  await county(site)
const steward = await member('data-steward', admissionsTeam)
const sql = (text: string, values: unknown[] = []) => site.admin.query(text, values)

/** Facts are changed past every command, as an import or a correction by hand would: nobody asks for the rules. */
const ada = await child({ forename: 'Ada', from: '2026-11-02' })
const ben = await child({ forename: 'Ben' })
const schoolCase = await refer(ada, 'school', larkfield)
const fairCase = await refer(ben, 'fair-access', admissionsTeam)
await insert('fair_access_case', {
  referral_id: fairCase,
  category: 'carer',
  in_year_measures_tried: true,
  received_on: '2026-10-26',
  accepted_on: '2026-10-28',
})
const [first, second] = [await panel('2026-11-20'), await panel('2026-11-25')]

/** A change of each table that the facts are loaded from, in an order in which every one of them shows. */
const changes: readonly (readonly [
  table: string,
  about: string,
  change: () => Promise<unknown>,
])[] = [
  [
    'organisation',
    schoolCase,
    () => sql(`update organisation set name = 'Larkfield' where id = $1`, [larkfield]),
  ],
  [
    'child_address',
    schoolCase,
    () => sql(`update child_address set home_area_id = $2 where child_id = $1`, [ada, nwllip]),
  ],
  [
    'special_needs',
    schoolCase,
    () => sql(`update special_needs set status = 'sen-support' where child_id = $1`, [ada]),
  ],
  [
    'child_address',
    schoolCase,
    () =>
      sql(`update child_address set home_authority = 'leicester-city' where child_id = $1`, [ada]),
  ],
  [
    'top_up',
    schoolCase,
    () =>
      insert('top_up', {
        id: newId(),
        child_id: ada,
        school_year: '2026-27',
        amount_pence: 290_000,
        from_on: '2026-09-01',
        to_on: '2027-08-31',
      }),
  ],
  [
    'care_status',
    schoolCase,
    () =>
      sql(
        `update care_status set status = 'looked-after', authority = 'derby' where child_id = $1`,
        [ada],
      ),
  ],
  [
    'responsibility_dispute',
    schoolCase,
    () =>
      insert('responsibility_dispute', {
        id: newId(),
        referral_id: schoolCase,
        raised_by_id: hbep,
        with_id: nwllip,
        reason: 'A few weeks',
        opened_on: '2026-11-17',
        case_reference: 1,
      }),
  ],
  [
    'closure',
    schoolCase,
    () =>
      insert('closure', { id: newId(), school_id: larkfield, on: '2026-11-18', reason: 'Boiler' }),
  ],
  [
    'referral',
    schoolCase,
    () => sql(`update referral set first_response_at = '2026-11-17' where id = $1`, [schoolCase]),
  ],
  [
    'admission',
    schoolCase,
    () =>
      insert('admission', {
        id: newId(),
        child_id: ada,
        school_id: larkfield,
        applied_on: '2026-11-02',
      }),
  ],
  [
    'enrolment',
    schoolCase,
    () => sql(`update enrolment set school_id = $2 where child_id = $1`, [ada, thornbury]),
  ],
  [
    'exclusion',
    schoolCase,
    () =>
      insert('exclusion', {
        id: newId(),
        child_id: ada,
        school_id: wilfrids,
        kind: 'permanent',
        from_on: '2026-11-09',
      }),
  ],
  [
    'fair_access_case',
    fairCase,
    () =>
      sql(`update fair_access_case set in_year_measures_tried = null where referral_id = $1`, [
        fairCase,
      ]),
  ],
  [
    'bank_holiday',
    fairCase,
    () => insert('bank_holiday', { on: '2026-11-23', title: 'A day off' }),
  ],
  [
    'term',
    fairCase,
    () => sql(`update term set ends_on = '2026-11-24' where starts_on = '2026-10-26'`),
  ],
  ['rule_parameter', fairCase, changeTheLimit],
  [
    'agenda_item',
    fairCase,
    () =>
      insert('agenda_item', { id: newId(), meeting_id: first, referral_id: fairCase, position: 1 }),
  ],
  [
    'meeting',
    fairCase,
    () =>
      sql(
        `update meeting set starts_at = '2026-11-19T10:00:00Z', ends_at = '2026-11-19T12:00:00Z' where id = $1`,
        [first],
      ),
  ],
  [
    'decision',
    fairCase,
    () =>
      insert('decision', {
        id: decision,
        referral_id: fairCase,
        meeting_id: second,
        code: 'allocate',
        school_id: wilfrids,
        reasons: 'Nearest',
        decided_at: '2026-11-16T12:00:00Z',
      }),
  ],
  [
    'invitation',
    fairCase,
    () =>
      insert('invitation', {
        id: newId(),
        meeting_id: second,
        school_id: larkfield,
        sent_at: '2026-11-02T09:00:00Z',
      }),
  ],
  [
    'meeting_attendance',
    fairCase,
    () =>
      insert('meeting_attendance', {
        id: newId(),
        meeting_id: second,
        school_id: wilfrids,
        name: 'Head',
        attended: 'attended',
      }),
  ],
  [
    'notice',
    fairCase,
    () =>
      insert('notice', {
        id: newId(),
        decision_id: decision,
        referral_id: fairCase,
        kind: 'school',
        to_organisation_id: wilfrids,
        subject: 'Decision',
        body: 'Text',
        sent_at: '2026-11-16T12:30:00Z',
      }),
  ],
  [
    'on_roll_check',
    fairCase,
    () =>
      insert('on_roll_check', {
        id: newId(),
        decision_id: decision,
        referral_id: fairCase,
        school_id: wilfrids,
        decided_on: '2026-11-16',
        due_on: '2026-11-23',
        prompt_on: '2026-11-20',
        school_confirmed_at: '2026-11-17T08:00:00Z',
      }),
  ],
  [
    'partnership_member',
    fairCase,
    () =>
      insert('partnership_member', {
        id: newId(),
        partnership_id: hbep,
        school_id: newSchool,
        joined_on: '2020-09-01',
      }),
  ],
  [
    'setting',
    fairCase,
    () =>
      sql(
        `insert into setting (key, value) values ('policy', '{"onRollCheck":{"days":9,"unit":"calendar-days"}}')`,
      ),
  ],
]
const decision = newId()
const newSchool = await insert('organisation', { id: newId(), kind: 'school', name: 'New School' })

await site.db.asWorker(tx =>
  evaluateReferrals({ tx, now: site.site.now(), today: '2026-11-17' as never }, [
    schoolCase,
    fairCase,
  ]),
)
await sql('delete from fact_change')

describe('while the jobs run', async () => {
  let jobs = await startJobs(site.site, site.site.jobs)
  afterAll(() => jobs.stop())

  test.each(changes)('a change of %s is found within moments', async (_table, about, change) => {
    const before = await standing(about)
    await change()
    const began = performance.now()
    // The promise is two seconds; a machine that does six things at once is given more.
    while ((await standing(about)) === before && performance.now() - began < 20_000) await wait(20)
    expect(await standing(about)).not.toBe(before)
    await settled()
  })

  test('what was found is what asking anew finds, and asking again changes nothing', async () => {
    const stood = await rows()
    await site.db.asWorker(tx =>
      evaluateReferrals({ tx, now: site.site.now(), today: '2026-11-17' as never }, [
        schoolCase,
        fairCase,
      ]),
    )
    expect(await rows()).toEqual(stood)
    for (const name of ['re-evaluate-changed', 're-evaluate-all'])
      await site.site.jobs.find(each => each.name === name)?.work({}, site.site)
    expect(await rows()).toEqual(stood)
  })

  test('what changes while no job runs is found when they run again', async () => {
    await jobs.stop()
    const before = await standing(schoolCase)
    await sql(`update care_status set social_worker = 'Ms Example' where child_id = $1`, [ada])
    await wait(200)
    expect(await standing(schoolCase)).toBe(before)

    jobs = await startJobs(site.site, site.site.jobs)
    await settled()
    expect(await standing(schoolCase)).not.toBe(before)
  })

  test('a job that is killed in the middle loses nothing', { timeout: 90_000 }, async () => {
    const before = await standing(schoolCase)
    const blocker = await site.admin.connect()
    await blocker.query('begin')
    await blocker.query(`select pg_advisory_xact_lock(7034, hashtext($1))`, [schoolCase])
    await sql(`update care_status set virtual_school_contact = 'Mr Example' where child_id = $1`, [
      ada,
    ])
    while ((await waitingWorkers()) === 0) await wait(20)
    await sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'onroll_worker' and datname = current_database()`,
    )
    while ((await waitingWorkers()) > 0) await wait(20)
    expect(await standing(schoolCase)).toBe(before)
    expect((await sql('select 1 from fact_change')).rowCount).toBeGreaterThan(0)

    await blocker.query('rollback')
    blocker.release()
    await settled()
    expect(await standing(schoolCase)).not.toBe(before)
  })
})

test('every table that the facts of cases are loaded from is watched, and changed above', async () => {
  const { rows: functions } = await sql(
    `select pg_get_functiondef('case_facts(uuid[])'::regprocedure) as definition`,
  )
  const ofCases = [...functions[0].definition.matchAll(/(?:from|join) onroll\.(\w+)\b(?!\()/g)].map(
    ([, name]) => name,
  )
  const asked = await queriesOfOrganisations()
  const loaded = [...new Set([...ofCases, ...asked])].sort()
  const { rows: watched } = await sql(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'fact_changed' order by 1`,
  )
  expect(watched.map(({ name }) => name)).toEqual(expect.arrayContaining(loaded))

  // What no rule of a case reads cannot move a finding of one; it is watched for the rules to come.
  const facts = await site.db.asWorker(tx => factsFor(tx, [schoolCase, fairCase], site.site.now()))
  const read = factsRead(facts, rulesShown)
  const unread = {
    child: 'pupils.birthDate',
    contact: 'pupils.parents',
    school: 'schools.hoursPerWeek',
  }
  for (const path of Object.values(unread)) expect(read.has(path)).toBe(false)
  expect([...new Set([...changes.map(([table]) => table), ...Object.keys(unread)])].sort()).toEqual(
    loaded,
  )
})

async function refer(childId: string, kind: string, by: string) {
  return insert('referral', {
    id: newId(),
    kind,
    status: 'accepted',
    child_id: childId,
    referring_organisation_id: by,
    responsible_partnership_id: hbep,
    submitted_at: '2026-11-16T09:00:00Z',
    accepted_at: '2026-11-16T10:00:00Z',
    reason: 'Needs help',
  })
}

async function panel(day: string) {
  return insert('meeting', {
    id: newId(),
    partnership_id: hbep,
    starts_at: `${day}T10:00:00Z`,
    ends_at: `${day}T12:00:00Z`,
    place: 'Online',
  })
}

async function changeTheLimit() {
  const id = await insert('rule_parameter', {
    id: newId(),
    parameter: 'P-FA-ALLOC',
    value: '12',
    from_on: '2026-09-01',
    source: 'Minutes',
    why: 'Sooner',
    proposed_by: steward.userId,
    proposed_at: '2026-11-17',
    previewed_at: '2026-11-17',
    preview: '{}',
  })
  await sql(`update rule_parameter set made_by = $2, made_at = '2026-11-17' where id = $1`, [
    id,
    steward.userId,
  ])
}

/** What stands on a case, as one text. */
async function standing(referral: string) {
  const { rows } = await sql(
    `select string_agg(rule || fingerprint, ' ' order by rule, fingerprint) as found from finding
      where referral_id = $1 and superseded_at is null`,
    [referral],
  )
  return rows[0].found as string
}

const rows = async () => (await sql('select * from finding order by id')).rows

async function settled() {
  while ((await sql('select 1 from fact_change limit 1')).rowCount) await wait(20)
}

async function waitingWorkers() {
  const { rows } = await sql(
    `select 1 from pg_stat_activity where usename = 'onroll_worker' and datname = current_database() and wait_event = 'advisory'`,
  )
  return rows.length
}

/** The tables that the facts of organisations and the numbers of rules are read from. */
async function queriesOfOrganisations() {
  const { readFileSync } = await import('node:fs')
  return ['organisation-facts.query.ts', 'parameters.query.ts'].flatMap(file =>
    [
      ...readFileSync(
        new URL(`../src/features/findings/${file}`, import.meta.url),
        'utf8',
      ).matchAll(/selectFrom\('(\w+)'\)/g),
    ].map(([, name]) => name),
  )
}
