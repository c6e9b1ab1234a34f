import { expect, test } from 'vitest'
import { roles } from '#domain/permissions.ts'
import { providerRules, provisionRules, rulesShown } from '#features/findings/index.ts'
import { testSite } from '#testing/site.ts'
import { loadDemonstration } from '../src/demonstration/load.ts'

const site = await testSite({ today: '2026-11-17', demo: true })
const told = await loadDemonstration(site.db, site.site.secret, site.site.now(), () => undefined, {
  partnershipsTold: 1,
  ordinaryAtEach: 1,
})
const rowsOf = async (query: string) => (await site.admin.query(query)).rows

test('The county is told: people for every role, and cases in every state', async () => {
  expect(told).toMatchObject({ partnerships: 1, meetings: 6 })
  const held = await rowsOf('select distinct role from membership')
  expect(held.map(({ role }) => role).sort()).toEqual([...roles].sort())
  const states = (await rowsOf('select distinct status from referral')).map(({ status }) => status)
  expect(states.sort()).toEqual([
    'accepted',
    'closed',
    'decided',
    'draft',
    'listed',
    'referred on',
    'returned',
    'submitted',
    'withdrawn',
  ])
})

test('It is whole: the audit’s chain holds, and nobody is left signed in', async () => {
  expect(await rowsOf('select * from audit_first_break()')).toEqual([])
  expect(await rowsOf('select id from session where ended_at is null')).toEqual([])
})

test('Nothing in it has happened later than now', async () => {
  const now = site.site.now().toISOString()
  const later = `select 'papers' as what from pack where released_at > '${now}'
    union all select 'an event' from case_event where at > '${now}'
    union all select 'an opened window' from meeting m where window_opens_at > '${now}' and exists (select from pack p where p.meeting_id = m.id)`

  expect(await rowsOf(later)).toEqual([])
})

// All that the telling left to the jobs is done here, which on a busy machine takes its time.
const timeForEveryJob = 180_000

test('Every rule that speaks on cases has a living example, or its reason why not', {
  timeout: timeForEveryJob,
}, async () => {
  await site.runJobs()
  const found = new Set(
    (await rowsOf('select distinct rule from finding where superseded_at is null')).map(
      ({ rule }) => rule,
    ),
  )
  const silent = rulesShown.map(({ id }) => id).filter(id => !found.has(id))

  expect(silent.filter(id => !(id in cannotStand))).toEqual([])
})

test('Placements, plans, forms and registers stand in every state', async () => {
  const statesOf = async (table: string) =>
    (await rowsOf(`select distinct status from ${table} order by 1`)).map(({ status }) => status)
  const marks = (await rowsOf('select distinct mark from register_mark')).map(({ mark }) => mark)

  expect(await statesOf('placement')).toEqual([
    'accepted',
    'declined',
    'ended',
    'ended early',
    'live',
    'offered',
    'proposed',
    'withdrawn',
  ])
  expect(await statesOf('individual_plan')).toEqual(['agreed', 'draft', 'with provider'])
  expect(await statesOf('provider_report')).toEqual(['draft', 'sent'])
  expect(
    await rowsOf(
      `select r.safeguarding, count(g.id) > 0 as read from provider_report r left join provider_report_reading g on g.report_id = r.id
        where r.kind = 'incident' group by r.id order by 1`,
    ),
  ).toEqual([
    { safeguarding: false, read: false },
    { safeguarding: true, read: true },
  ])
  expect(await statesOf('questionnaire')).toEqual([
    'accepted',
    'draft',
    'not needed',
    'returned',
    'sent back',
  ])
  expect(marks.map(String).sort()).toEqual(['absent', 'late', 'null', 'present'])
  expect(
    await rowsOf(`select from register_mark where on_day = '2026-11-17' and reason = 'not known'`),
  ).not.toEqual([])
})

test('Visits are told from the plan to the report that another relies on, with what was asked for', async () => {
  const states = (await rowsOf('select distinct status from visit')).map(({ status }) => status)
  const actions =
    await rowsOf(`select case when accepted_on is not null then 'accepted' when done_on is not null
    then 'done' when due_on < '2026-11-17' then 'overdue' else 'open' end as stands from visit_action`)

  expect(states.sort()).toEqual(['draft', 'moderated', 'planned', 'published', 'submitted'])
  expect(actions.map(({ stands }) => stands).sort()).toEqual([
    'accepted',
    'done',
    'open',
    'overdue',
  ])
  expect(await rowsOf('select from visit_reply')).toHaveLength(1)
  expect(await rowsOf('select from visit_adoption')).toHaveLength(1)
})

test('Most commissioners have assessed whom they use within the year; the rules name the others', async () => {
  const late = await rowsOf(
    `select distinct rule, values->>'commissioner' from finding
      where superseded_at is null and (rule = 'QAV-01' and level = 'breach' or rule = 'QAV-03')`,
  )
  const inTime = await rowsOf(
    `select from finding where superseded_at is null and rule = 'QAV-01' and level = 'info'`,
  )

  expect(late.map(({ rule }) => rule).sort()).toEqual(['QAV-01', 'QAV-01', 'QAV-03'])
  expect(inTime.length).toBeGreaterThan(late.length)
})

test('Moves, directions and work experience stand where somebody has to do something', async () => {
  const moves = await rowsOf(
    `select m.status, array_agg(distinct c.party order by c.party) as agreed
       from managed_move m join managed_move_consent c on c.move_id = m.id group by m.id, m.status order by m.made_at`,
  )
  const [from, holder, to] = ['from school', 'person with parental responsibility', 'to school']
  expect(moves).toEqual([
    { status: 'completed', agreed: [from, holder, to] },
    { status: 'proposed', agreed: [from, to] },
    { status: 'proposed', agreed: [from, holder] },
  ])
  expect(
    await rowsOf(`select d.status, r.due_on > '2026-11-17' as to_come from off_site_direction d
      left join off_site_review r on r.direction_id = d.id order by d.status`),
  ).toEqual([
    { status: 'draft', to_come: null },
    { status: 'issued', to_come: true },
  ])
  expect(
    await rowsOf(`select p.status, w.lebc_check_on < date '2026-11-17' - 365 as old
      from work_experience w join placement p on p.id = w.placement_id`),
  ).toEqual([{ status: 'live', old: true }])
})

test('What stands in the way is overridden seldom, each time for a reason of its own and by a head', async () => {
  const overrides = await rowsOf('select reason, head_name from tripwire_override')

  expect(overrides.length).toBeGreaterThanOrEqual(3)
  expect(overrides.length).toBeLessThanOrEqual(5)
  expect(new Set(overrides.map(({ reason }) => reason)).size).toBe(overrides.length)
})

test('Every rule that speaks on placements and providers has a living example, or its reason why not', async () => {
  const found = new Set((await rowsOf('select distinct rule from finding')).map(({ rule }) => rule))
  const silent = [...provisionRules, ...providerRules]
    .map(({ id }) => id)
    .filter(id => !found.has(id) && !(id in cannotStandOfProvision))

  expect([...new Set(silent)]).toEqual([])
})

/** What no placement and no provider of the county can show. */
const cannotStandOfProvision: Record<string, string> = {
  'EVD-14': 'a report is not submitted before proof of insurance was asked for',
  'ILL-05': 'a short-term plan that is not complete is not put in force',
  'PLN-02': 'the page asks for the need',
  'PLN-10': 'speaks of a child whom a school takes off its roll; nobody does so here',
  'PLN-14': 'the page asks for the purpose',
  'PLN-15': 'a placement has one commissioner',
  'PLN-18': 'bears no finding: its outcomes are the headings of a review',
  'QAV-02': 'a report is not submitted before each of the four areas was looked at and judged',
  'REG-02': 'bears no finding',
  'REG-05': 'bears no finding',
}

/** What no case in a county told through the pages can show. */
const cannotStand: Record<string, string> = {
  'FA-05':
    'a decision for a school that was not notified cannot be issued, and every member is invited',
  'LAC-02': 'speaks while no partnership works with the child; here a referral is open',
  'RTE-07': 'the gate refuses a child who is not on the school’s roll',
  'RTE-08': 'the gate sends a child on no roll to School Admissions',
  'OOA-01': 'what support costs is not kept yet',
  'OOA-03': 'is a page, not a finding',
  'OOA-06': 'whether a place can be sustained is not kept yet',
  'OOA-07': 'is a page, not a finding',
  'SEN-02': 'what support costs is not kept yet',
}
