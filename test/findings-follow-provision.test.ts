import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { startJobs } from '#platform/jobs.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { insert, child, member, organisation, hbep, larkfield, wilfrids } = await county(site)
const sql = (text: string, values: unknown[] = []) => site.admin.query(text, values)
const coordinator = await member('coordinator', hbep)
const dsl = await member('school-dsl', larkfield)
const forge = await organisation('provider', 'The Forge')

/** Facts are changed past every command, as an import or a correction by hand would: nobody asks for the rules. */
const ada = await child({ forename: 'Ada', care: 'looked-after', lookedAfterBy: 'fennshire' })
const ben = await child({ forename: 'Ben' })
const cam = await child({ forename: 'Cam' })
const adas = await place(ada, larkfield, 'live')
const bens = await place(ben, hbep, 'live')
const cams = await place(cam, hbep, 'ended')

const by = { by_user: coordinator.userId, by_organisation: hbep, at: '2026-11-16T09:00:00Z' }
const made = { made_by: coordinator.userId, made_at: '2026-11-16T09:00:00Z' }
const plan = newId()
const item = newId()
const cover = newId()
const person = newId()
const [visit, move, removal, direction] = [newId(), newId(), newId(), newId()]
const formOf = async () =>
  (await sql('select id from questionnaire where child_id = $1', [ada])).rows[0].id as string

/** A change of each table that the facts of provision are loaded from, in an order in which every one of them shows. */
const changes: readonly (readonly [table: string, change: () => Promise<unknown>])[] = [
  ['placement', () => sql('update placement set need_category = null where id = $1', [adas])],
  [
    'placement_session',
    async () => {
      for (const weekday of [2, 3, 4, 5]) await session(bens, weekday)
    },
  ],
  ['school_session', () => lesson(ada)],
  [
    'no_school_time',
    () =>
      insert('no_school_time', {
        id: newId(),
        child_id: ben,
        from_on: '2026-09-07',
        recorded_by: coordinator.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'medical_exception',
    () =>
      insert('medical_exception', {
        id: newId(),
        child_id: ada,
        recorded_on: '2026-11-02',
        evidence: 'A letter of the clinic',
        recorded_by: coordinator.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'substantial_plan',
    () =>
      insert('substantial_plan', {
        id: plan,
        placement_id: bens,
        child_id: ben,
        provider_id: forge,
        status: 'in force',
        purpose: 'To settle',
        start_on: '2026-11-02',
        written_on: '2026-11-02',
        review_on: '2026-11-30',
        end_on: '2026-12-11',
        school_agreed_on: '2026-11-02',
        school_agreed_by: 'The head',
        ...made,
      }),
  ],
  [
    'substantial_plan_agreement',
    () =>
      sql(
        `insert into substantial_plan_agreement (plan_id, contact_id, agreed, on_day, recorded_by, recorded_at)
         select $1, id, true, '2026-11-02', $2, '2026-11-16' from contact where child_id = $3`,
        [plan, coordinator.userId, ben],
      ),
  ],
  [
    'individual_plan',
    () =>
      insert('individual_plan', {
        id: newId(),
        placement_id: bens,
        number: 1,
        baseline: 'Comes on two days',
        ...made,
      }),
  ],
  [
    'plan_objective',
    () =>
      insert('plan_objective', {
        id: newId(),
        placement_id: bens,
        kind: 'personal',
        objective: 'Comes every day',
        added_in: 1,
        ...made,
      }),
  ],
  [
    'placement_review',
    () =>
      insert('placement_review', {
        id: newId(),
        placement_id: bens,
        due_on: '2026-12-02',
        ...made,
      }),
  ],
  [
    'placement_contact',
    () =>
      insert('placement_contact', {
        id: newId(),
        placement_id: bens,
        on_day: '2026-11-16',
        kind: 'visit',
        with_whom: 'The tutor',
        ...by,
      }),
  ],
  [
    'placement_closing',
    () =>
      insert('placement_closing', {
        placement_id: cams,
        begun_on: '2026-11-16',
        progress: 'Much',
        made_by: coordinator.userId,
      }),
  ],
  [
    'pupil_view',
    () =>
      insert('pupil_view', {
        id: newId(),
        placement_id: cams,
        on_day: '2026-11-16',
        how: 'on paper',
        words: 'It was good',
        recorded_by: coordinator.userId,
        at: '2026-11-16',
      }),
  ],
  [
    'questionnaire',
    async () =>
      sql(
        `update questionnaire set status = 'returned', returned_at = '2026-11-17', returned = '{}', returned_by = $2 where id = $1`,
        [await formOf(), dsl.userId],
      ),
  ],
  [
    'questionnaire_answer',
    async () =>
      insert('questionnaire_answer', {
        questionnaire_id: await formOf(),
        question: 2,
        answer: 'Yes',
        registered: true,
      }),
  ],
  [
    'questionnaire_request',
    async () =>
      insert('questionnaire_request', {
        id: newId(),
        questionnaire_id: await formOf(),
        question: 2,
        request: 'The number, please',
        asked_by: coordinator.userId,
        asked_at: '2026-11-17T09:00:00Z',
        due_on: '2026-11-24',
      }),
  ],
  [
    'provider',
    () => sql(`update provider set curriculum = 'broad' where organisation_id = $1`, [forge]),
  ],
  [
    'provider_standing',
    async () => {
      await sql(`update provider set legal_form = 'sole-trader' where organisation_id = $1`, [
        forge,
      ])
      await settled()
      await insert('provider_standing', { provider_id: forge, employs_anyone: false })
    },
  ],
  [
    'provider_person',
    () =>
      insert('provider_person', {
        id: person,
        provider_id: forge,
        name: 'Lee Lead',
        role: 'safeguarding-lead',
        from_on: '2020-01-01',
      }),
  ],
  [
    'provider_training',
    () =>
      insert('provider_training', {
        id: newId(),
        person_id: person,
        provider_id: forge,
        trained_on: '2026-09-01',
        trainer: 'county',
        recorded_by: coordinator.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  ['evidence_item', () => document(item, 'DOC-12', '2026-12-01')],
  [
    'evidence_sighting',
    () =>
      insert('evidence_sighting', {
        id: newId(),
        evidence_id: item,
        commissioner_id: hbep,
        seen: true,
        seen_on: '2026-11-16',
        how: 'at the provider',
        what_checked: 'All of it',
        by_user: coordinator.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'insurance_policy',
    async () => {
      await document(cover, 'DOC-02')
      await settled()
      await insert('insurance_policy', {
        evidence_id: cover,
        provider_id: forge,
        kind: 'public-liability',
        insurer: 'Invented Mutual',
        policy_number: 'IM-1',
        amount_pence: 1_000_000_000,
        starts_on: '2026-01-01',
        ends_on: '2027-12-31',
      })
    },
  ],
  [
    'commissioner_check',
    () =>
      insert('commissioner_check', {
        id: newId(),
        provider_id: forge,
        commissioner_id: hbep,
        what: 'registration',
        checked_on: '2026-09-01',
        found: 'Not registered',
        by_user: coordinator.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'service_level_agreement',
    () =>
      insert('service_level_agreement', {
        id: newId(),
        provider_id: forge,
        commissioner_id: hbep,
        signed_on: '2026-09-01',
        signed_for_commissioner: 'A',
        signed_for_provider: 'B',
        kcsie_clause: true,
        recorded_by: coordinator.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'provider_audit',
    () =>
      insert('provider_audit', {
        id: newId(),
        provider_id: forge,
        audited_on: '2026-10-01',
        by_whom: 'The county',
        recorded_by: coordinator.userId,
        by_organisation: hbep,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'provider_listing',
    () =>
      insert('provider_listing', {
        id: newId(),
        provider_id: forge,
        list: 'Providers near us',
        kept_by: 'The county',
        since_on: '2026-10-01',
        recorded_by: coordinator.userId,
        by_organisation: hbep,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'visit',
    () =>
      insert('visit', {
        id: visit,
        provider_id: forge,
        commissioner_id: hbep,
        planned_on: '2026-11-10',
        visited_on: '2026-11-10',
        status: 'published',
        annual_assessment: true,
        ...made,
      }),
  ],
  [
    'visit_adoption',
    () =>
      insert('visit_adoption', {
        visit_id: visit,
        commissioner_id: larkfield,
        adopted_on: '2026-11-16',
        reason: 'It answers what we ask',
        by_user: coordinator.userId,
        at: '2026-11-16',
      }),
  ],
  [
    'work_experience',
    async () => {
      const work = await insert('placement', {
        id: newId(),
        child_id: cam,
        kind: 'work experience',
        route: 'work experience',
        commissioner_id: larkfield,
        status: 'live',
        planned_start_on: '2026-11-02',
        started_on: '2026-11-02',
        ...made,
      })
      await settled()
      await insert('work_experience', { placement_id: work, host_name: 'A bakery' })
    },
  ],
  [
    'managed_move',
    () =>
      insert('managed_move', {
        id: move,
        child_id: cam,
        from_school_id: larkfield,
        to_school_id: wilfrids,
        agreement: 'Cam moves to the other school for good.',
        ...made,
      }),
  ],
  [
    'managed_move_consent',
    async () =>
      insert('managed_move_consent', {
        id: newId(),
        move_id: move,
        party: 'from school',
        agreed: true,
        agreement_sha256: (await sql('select agreement_sha256 as words from managed_move')).rows[0]
          .words,
        on_day: '2026-11-16',
        how: 'In writing',
        recorded_by: dsl.userId,
        by_organisation: larkfield,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'roll_removal',
    () =>
      insert('roll_removal', {
        id: removal,
        child_id: ada,
        school_id: larkfield,
        ground: 'continuous-absence',
        proposed_on: '2026-11-16',
        ...made,
      }),
  ],
  [
    'removal_absence',
    () =>
      insert('removal_absence', {
        id: newId(),
        removal_id: removal,
        from_on: '2026-10-05',
        to_on: '2026-11-17',
        code: 'O',
        recorded_by: dsl.userId,
        recorded_at: '2026-11-16',
      }),
  ],
  [
    'new_pupil_return',
    async () => {
      const dan = await child({ forename: 'Dan', from: '2026-11-02' })
      const { rows } = await sql('select id from enrolment where child_id = $1', [dan])
      await insert('new_pupil_return', {
        enrolment_id: rows[0].id,
        child_id: dan,
        school_id: larkfield,
        entered_on: '2026-11-02',
      })
    },
  ],
  [
    'off_site_direction',
    () =>
      insert('off_site_direction', {
        id: direction,
        child_id: ben,
        school_id: larkfield,
        purpose: 'improve-behaviour',
        status: 'issued',
        start_on: '2026-11-16',
        ...made,
      }),
  ],
  [
    'off_site_review',
    () =>
      insert('off_site_review', {
        id: newId(),
        direction_id: direction,
        due_on: '2026-11-30',
        ...made,
      }),
  ],
  [
    'off_site_review_request',
    () =>
      insert('off_site_review_request', {
        id: newId(),
        direction_id: direction,
        asked_on: '2026-11-17',
        asked_by: 'parent',
        recorded_by: dsl.userId,
        recorded_at: '2026-11-17',
      }),
  ],
  // What cases read touches provision too.
  [
    'special_needs',
    () =>
      sql(
        `update special_needs set status = 'ehcp', maintaining_authority = 'fennshire' where child_id = $1`,
        [ben],
      ),
  ],
  [
    'setting',
    () =>
      sql(
        `update setting set value = '{"key": "elsewhere", "name": "Elsewhere"}' where key = 'authority'`,
      ),
  ],
  [
    'care_status',
    () => sql(`update care_status set to_on = '2026-11-16' where child_id = $1`, [ada]),
  ],
  [
    'school',
    async () => {
      await sql(`update provider set dfe_urn = '149999' where organisation_id = $1`, [forge])
      await settled()
      await sql(`update school set urn = '149999' where organisation_id = $1`, [larkfield])
    },
  ],
  [
    'provider_number_check',
    async () => {
      await sql(`update school set urn = '149998' where organisation_id = $1`, [larkfield])
      await settled()
      await insert('provider_number_check', {
        id: newId(),
        provider_id: forge,
        urn: '149999',
        confirmed: true,
        source: 'The register',
        checked_on: '2026-11-16',
        checked_by: coordinator.userId,
        by_organisation: hbep,
        recorded_at: '2026-11-16',
      })
    },
  ],
]

await site.runJobs()
const jobs = await startJobs(site.site, site.site.jobs)
afterAll(() => jobs.stop())

// The promise is two seconds; a machine that does six things at once is given more.
const patience = 8_000

test.each(changes)('a change of %s is found within moments', async (_table, change) => {
  await settled()
  const before = await standing()
  await change()
  const began = performance.now()
  while ((await standing()) === before && performance.now() - began < patience) await wait(20)
  expect(await standing()).not.toBe(before)
})

test('what was found is what asking anew finds, and asking again changes nothing', async () => {
  await settled()
  const stood = await standing()
  await site.site.jobs.find(({ name }) => name === 're-evaluate-provision')?.work({}, site.site)
  expect(await standing()).toBe(stood)
})

test('a placement that moves to another provider is said of neither as it was', async () => {
  const anvil = await organisation('provider', 'The Anvil')
  await settled()
  await sql('update placement set provider_id = $2 where id = $1', [bens, anvil])
  await settled()
  const { rows } = await sql(
    `select distinct values ->> 'provider' as provider from finding
      where placement_id = $1 and superseded_at is null and values ? 'provider'`,
    [bens],
  )
  expect(rows.map(({ provider }) => provider)).not.toContain(forge)
  const stood = await standing()
  await site.site.jobs.find(({ name }) => name === 're-evaluate-provision')?.work({}, site.site)
  expect(await standing()).toBe(stood)
})

test('every table that the facts are loaded from is watched, and those of provision are changed above', async () => {
  const { rows: functions } = await sql(
    `select proname as name, pg_get_functiondef(oid) as definition from pg_proc
      where pronamespace = 'onroll'::regnamespace and (proname like '%\\_facts' or proname = 'provision_at')`,
  )
  const tablesOf = (definition: string) =>
    [...definition.matchAll(/(?:from|join) onroll\.(\w+)\b(?!\()/g)].map(([, name]) => name ?? '')
  const loaded = new Set([
    ...functions.flatMap(({ definition }) => tablesOf(definition)),
    ...tablesAskedInCode(),
  ])
  for (const notAFact of ['finding', 'membership', 'organisation_id']) loaded.delete(notAFact)
  const { rows } = await sql(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'fact_changed' order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([...loaded].sort())

  const changed = new Set(changes.map(([table]) => table))
  const ofCases = tablesOf(functions.find(({ name }) => name === 'case_facts')?.definition)
  const ofProvision = new Set(
    functions
      .filter(({ name }) => name !== 'case_facts')
      .flatMap(each => tablesOf(each.definition)),
  )
  // What no rule asked here reads cannot move a finding; it is watched for those that read it of one visit.
  for (const unread of ['visit_item', 'visit_judgement']) changed.add(unread)
  expect([...ofProvision].filter(name => !changed.has(name) && !ofCases.includes(name))).toEqual([])
})

/** The tables that facts are read from without a function: organisations, numbers of rules, what is closed. */
function tablesAskedInCode() {
  const folder = new URL('../src/features/findings/', import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(-facts|\.query|-findings)\.ts$/.test(file))
    .flatMap(file =>
      [
        ...readFileSync(new URL(file, folder), 'utf8').matchAll(
          /(?:selectFrom|leftJoin|innerJoin)\('(\w+)/g,
        ),
      ].map(([, name]) => name ?? ''),
    )
}

async function place(childId: string, commissioner: string, status: string) {
  const id = await insert('placement', {
    id: newId(),
    child_id: childId,
    kind: 'alternative provision',
    route: 'tier 3',
    commissioner_id: commissioner,
    provider_id: forge,
    status,
    purpose: 'To come back',
    need_category: 'behaviour',
    planned_start_on: '2026-09-07',
    started_on: '2026-09-07',
    ended_on: status === 'ended' ? '2026-11-13' : null,
    ...{ made_by: coordinator.userId, made_at: '2026-09-01T09:00:00Z' },
  })
  await session(id, 1)
  return id
}

function session(placement: string, weekday: number) {
  return insert('placement_session', {
    id: newId(),
    placement_id: placement,
    weekday,
    starts_at: '09:00',
    ends_at: '15:00',
    from_on: '2026-09-07',
  })
}

function lesson(childId: string) {
  return insert('school_session', {
    id: newId(),
    child_id: childId,
    school_id: larkfield,
    weekday: 1,
    starts_at: '09:00',
    ends_at: '12:00',
    from_on: '2026-09-07',
    recorded_by: coordinator.userId,
    recorded_at: '2026-11-16',
  })
}

function document(id: string, which: string, until = '2027-12-31') {
  return insert('evidence_item', {
    id,
    provider_id: forge,
    document: which,
    issued_on: '2026-01-01',
    expires_on: until,
    added_by: coordinator.userId,
    by_organisation: hbep,
    added_at: '2026-11-16',
  })
}

/** What stands on placements, providers and children, as one text. */
async function standing() {
  const { rows } = await sql(
    `select string_agg(rule || fingerprint, ' ' order by rule, fingerprint) as found from finding
      where superseded_at is null and referral_id is null`,
  )
  return rows[0].found as string
}

/** Every note is worked off, and so is what followed from it. */
async function settled() {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await wait(20)
    const { rows } = await sql(
      `select (select count(*) from fact_change) + (select count(*) from graphile_worker._private_jobs
         where run_at <= now() and attempts < max_attempts) as waiting`,
    )
    if (Number(rows[0].waiting) > 0) quiet = -1
  }
}
