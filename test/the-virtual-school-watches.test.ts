import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { lookedAfter } from '#testing/looked-after.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await lookedAfter(site, today)
const { insert, member, signedIn, as, organisation, hbep, larkfield, wilfrids, forge } = world
const { referrer, officer, placed, comesIntoCare, answered } = world

const coordinator = await member('coordinator', hbep)
const otherSchool = await member('school-dsl', wilfrids)
const manager = await member('provider-manager', forge)
const panelMember = await member('panel-member', wilfrids)
const secondOfficer = await member('virtual-school', world.virtualSchoolTeam)

test('The watch-list shows a child as soon as the child is looked after, with what is missing first', async () => {
  const { id } = await placed({ forename: 'Wanda', surname: 'Watchful' })
  const byPartnership = await placed({
    forename: 'Peter',
    surname: 'Partnered',
    commissioner: hbep,
  })
  const vera = await signedIn(officer)
  await vera.visit('/watch-list')
  expect(vera.text).not.toContain('Watchful')
  await comesIntoCare(id)
  await comesIntoCare(byPartnership.id)
  await vera.visit('/watch-list')
  expect(vera.text).toContain('Wanda Watchful')
  expect(vera.text).toContain('Quality and appropriateness, Monitoring, Agreed plan, Next review')
  expect(vera.text).toContain('By the partnership’s agreement')
  expect(vera.text).toContain('Larkfield Academy')
  expect(vera.text.indexOf('Watchful')).toBeLessThan(vera.text.indexOf('Partnered'))

  await vera.choose('Commissioner', 'Arranged by a partnership').press('Apply filters')
  expect(vera.text).not.toContain('Watchful')
  await vera.follow('Download this list (CSV)')
  expect(vera.headers.get('content-type')).toContain('text/csv')
  expect(vera.body).toContain('"Partnered"')
  expect(vera.body).not.toContain('Watchful')
})

test('Children of other authorities are counted by school and provider, and named nowhere', async () => {
  const { id } = await placed({ forename: 'Olga', surname: 'Otherborough' })
  await comesIntoCare(id, 'birmingham')
  const unknown = await placed({ forename: 'Uma', surname: 'Unknownby' })
  await comesIntoCare(unknown.id, null)
  const vera = await signedIn(officer)
  await vera.visit('/watch-list/other-authorities')
  expect(vera.text).toContain('The Forge')
  expect(vera.text).toContain('0 of 1')
  expect(vera.text).toContain('Not recorded')
  expect(vera.body).not.toContain('Otherborough')
  await vera.visit(`/children/${id}/assurance`)
  expect(vera.status).toBe(404)
  await vera.visit('/watch-list')
  expect(vera.text).not.toContain('Otherborough')
})

test('Assurance of one child on one page: what is missing first, then what there is', async () => {
  const { id, placement } = await placed({
    forename: 'Asha',
    surname: 'Assured',
    care: 'looked-after',
    lookedAfterBy: 'leicestershire',
  })
  await world.lookAgain(id)
  await insert('placement_review', {
    id: newId(),
    placement_id: placement,
    due_on: today,
    held_on: today,
    attendees: 'School, carer and provider',
    outcome: 'continue',
    made_by: referrer.userId,
    made_at: `${today}T09:00:00Z`,
  })
  await insert('register_mark', {
    id: newId(),
    placement_id: placement,
    on_day: '2026-11-16',
    starts_at: '09:30',
    ends_at: '14:30',
    happened: true,
    mark: 'present',
    by_user: manager.userId,
    by_organisation: forge,
    at: '2026-11-16T15:00:00Z',
  })
  const vera = await signedIn(officer)
  await vera.visit(`/children/${id}/assurance`)
  expect(vera.text.indexOf('What is missing')).toBeLessThan(vera.text.indexOf('Who and where'))
  expect(vera.text).toContain('Asha Assured, Year 9, on roll at Larkfield Academy')
  expect(vera.text).toContain('Mon 09:30 to 14:30')
  expect(vera.text).toContain('Reviewed once')
  expect(vera.text).toContain('1 of 1 sessions attended (100%)')
  expect(vera.text).toContain('The Virtual School has not been told')
  // What is missing leads to where it is put right, and says each thing once.
  const missing = vera.text.slice(
    vera.text.indexOf('What is missing'),
    vera.text.indexOf('Who and where'),
  )
  expect(missing).toContain('Evidence of the provider, seen by the commissioner')
  expect(missing.split('Agreed plan')).toHaveLength(2)
  const leadsTo = (words: string) => vera.links.find(({ text }) => text === words)?.href
  expect(leadsTo('Agreed plan')).toBe(`/placements/${placement}/plan`)
  expect(leadsTo('Monitoring')).toContain('/questionnaires/')
  await vera.follow('Evidence of the provider, seen by the commissioner')
  expect(vera.status).toBe(200)
  for (const [who, status] of [
    [referrer, 200],
    [otherSchool, 404],
    [coordinator, 404],
    [manager, 403],
    [panelMember, 403],
  ] as const) {
    const other = await signedIn(who)
    await other.visit(`/children/${id}/assurance`)
    expect([who.role, other.status]).toEqual([who.role, status])
    if (status !== 200) expect(other.body).not.toContain('Asha')
  }
})

const copyOf = async (id: string) => {
  const { rows } = await site.admin.query(`select * from placement where id = $1`, [id])
  const { run_by_id: _, ...row } = rows[0]
  return row
}

// Scenario H-38.
test('A school’s planning-call list counts its pupils by provider, and names none', async () => {
  await insert('provider_site', {
    id: newId(),
    provider_id: forge,
    name: 'The Forge',
    street: '1 Anvil Lane',
    town: 'Sampleton',
  })
  await placed({ forename: 'Connie', surname: 'Counted', commissioner: hbep })
  const school = await signedIn(referrer)
  await school.visit('/planning-call')
  expect(school.text).toContain('The Forge, 1 Anvil Lane, Sampleton')
  expect(school.text).toMatch(/Behaviour \d/)
  expect(school.text).toContain('7 Sept 2026')
  expect(school.body).not.toContain('To come back to lessons')
  expect(school.body).not.toContain('Counted')
  expect(school.text).toContain('Inspectors may weigh them: mend them first (rule OFS-07)')
  // The numbers behind the placements add up to the number above them, and each leads to its placement.
  const all = Number(/(\d+) grave findings stand/.exec(school.text)?.[1])
  const each = [...school.text.matchAll(/P-\d+ at The Forge: (\d+)/g)].map(([, n]) => Number(n))
  expect(each.reduce((sum, n) => sum + n, 0)).toBe(all)
  const { rows } = await site.admin.query(
    `select count(distinct p.child_id) from placement p join enrolment e on e.child_id = p.child_id where e.school_id = $1 and p.provider_id = $2`,
    [larkfield, forge],
  )
  await school.follow('Download this list (CSV)')
  expect(school.body).toContain(`"${rows[0].count}"`)
  expect(school.body.split('\r\n')[0]).toContain(
    '"Provider","Address","Registration","URN","Pupils","Reason","Start","Hours a week"',
  )

  // Two placements of one pupil there are one pupil, with the hours of both; what was to begin and did not is nowhere.
  const anvil = await organisation('provider', 'The Anvil')
  const twice = await placed({ forename: 'Tia', surname: 'Twice', provider: anvil })
  await insert('placement', {
    ...(await copyOf(twice.placement)),
    id: newId(),
    reference: 9001,
    kind: 'tutoring',
  })
  const second = await site.admin.query(`select id from placement where reference = 9001`)
  await insert('placement_session', {
    id: newId(),
    placement_id: second.rows[0].id,
    weekday: 2,
    starts_at: '09:30',
    ends_at: '12:30',
    from_on: '2026-09-07',
  })
  await insert('placement', {
    ...(await copyOf((await placed({ surname: 'Toto' })).placement)),
    id: newId(),
    reference: 9002,
    provider_id: anvil,
    status: 'accepted',
    started_on: null,
  })
  await school.visit('/planning-call')
  expect(school.text).toMatch(/The Anvil .* 1 Behaviour 1 7 Sept 2026 8 /)

  // Scenario X-246: the call is on a day that the school names.
  await school.visit('/planning-call')
  school.fillDate('on', '2026-02-30')
  await school.press('Show the list of that day')
  expect(school.text).toContain('The day of the planning call must be a real date')
  expect(school.body).toContain('value="30"')
  await school.fillDate('on', '2026-09-01').press('Show the list of that day')
  expect(school.text).toContain('The planning call was on 1 September 2026')
  expect(school.text).toContain('No pupil on our roll is at a provider')
  await school.visit('/planning-call')
  await school.fillDate('on', '2026-09-07').press('Show the list of that day')
  expect(school.text).toContain('The planning call was on 7 September 2026')
  expect(school.text).toContain('The Forge, 1 Anvil Lane, Sampleton')
  await school.follow('Download this list (CSV)')
  expect(school.body).toContain('The Forge')
  await school.visit('/planning-call/export?on=2026-09-01')
  expect(school.body).not.toContain('The Forge')

  const other = await signedIn(otherSchool)
  await other.visit('/planning-call')
  expect(other.text).toContain('No pupil on our roll is at a provider')
  const vera = await signedIn(officer)
  await vera.visit('/planning-call')
  expect(vera.status).toBe(403)
})

test('Coverage by school, and what each has to do', async () => {
  const vera = await signedIn(officer)
  await vera.visit('/questionnaires/coverage')
  expect(vera.text).toContain('Larkfield Academy')
  await vera.follow('Download this list (CSV)')
  expect(vera.body).toContain('"Larkfield Academy"')
  const school = await signedIn(referrer)
  await school.visit('/')
  expect(school.text).toContain('Answer a questionnaire for commissioners')
  await school.visit('/questionnaires/coverage')
  expect(school.status).toBe(403)
  await school.visit('/watch-list')
  expect(school.status).toBe(403)
  await school.visit('/questionnaires/export')
  expect(school.body).toContain('"Larkfield Academy"')
  await vera.visit('/')
  expect(vera.text).toContain('Questionnaire overdue')
})

test('What a commissioner has to mend waits on the commissioner, one line for each placement', async () => {
  const { rows } = await site.admin.query(
    `select id, reference, child_id from placement where status = 'live' order by reference limit 1`,
  )
  const [placement] = rows
  for (const [message, day] of [
    ['The first thing is not met.', '2026-01-05'],
    ['The second thing is not met.', '2026-01-06'],
  ])
    await insert('finding', {
      id: newId(),
      rule: 'PLN-03',
      subject_type: 'placement',
      subject_id: placement.id,
      placement_id: placement.id,
      child_id: placement.child_id,
      level: 'breach',
      basis: 'rule',
      message,
      fingerprint: message,
      since: `${day}T09:00:00Z`,
      facts_date: day,
    })
  const vera = await signedIn(officer)
  await vera.visit('/')
  expect(vera.text).toContain(`The first thing is not met. And `)
  expect(vera.text).not.toContain('The second thing is not met.')
  expect(vera.text.slice(vera.text.indexOf('Waiting on others ('))).toContain(
    `P-${placement.reference}`,
  )
  await site.admin.query(`delete from finding where since < '2026-01-07'`)
})

test('A form is opened by its own school and the Virtual School, and by nobody else', async () => {
  const { form } = await answered()
  for (const [who, status] of [
    [referrer, 200],
    [officer, 200],
    [otherSchool, 404],
    [coordinator, 403],
    [manager, 403],
    [panelMember, 403],
  ] as const) {
    const page = await signedIn(who)
    await page.visit(`/questionnaires/${form.id}`)
    expect([who.role, page.status]).toEqual([who.role, status])
    if (who !== referrer) expect(page.body).not.toContain('Answer 7')
    await page.visit(`/questionnaires/${form.id}/questions/7`)
    expect([who.role, page.status === 200]).toEqual([who.role, who === referrer])
  }
})

test('In the database itself a draft is its school’s, and each changes only its own part', async () => {
  const { form } = await answered()
  const { form: ofAnother } = await answered({ school: wilfrids, commissioner: wilfrids })
  const asked = (who: typeof referrer, query: string) => as(who, tx => sql.raw(query).execute(tx))
  const answersOf = (id: string) =>
    `select answer from questionnaire_answer where questionnaire_id = '${id}'`
  expect((await asked(referrer, answersOf(form.id))).rows).toHaveLength(15)
  expect((await asked(referrer, answersOf(ofAnother.id))).rows).toEqual([])
  for (const who of [officer, coordinator, manager, panelMember, otherSchool])
    expect([who.role, (await asked(who, answersOf(form.id))).rows]).toEqual([who.role, []])
  for (const who of [coordinator, manager, panelMember])
    expect([who.role, (await asked(who, 'select id from questionnaire')).rows]).toEqual([
      who.role,
      [],
    ])

  const nothingOrRefused = async (who: typeof referrer, statement: string) => {
    const result = await asked(who, statement).catch((error: Error) => error)
    if (!(result instanceof Error)) expect(Number(result.numAffectedRows ?? 0n)).toBe(0)
  }
  const set = (columns: string, id = form.id) =>
    `update questionnaire set ${columns} where id = '${id}'`
  await nothingOrRefused(referrer, set(`status = 'accepted'`))
  await nothingOrRefused(referrer, set(`status = 'not needed', not_needed_because = 'We think so'`))
  await nothingOrRefused(referrer, set(`due_on = '2030-01-01'`))
  await nothingOrRefused(referrer, set(`status = 'returned', returned_at = now()`))
  await nothingOrRefused(
    referrer,
    set(
      `status = 'returned', returned_at = now(), returned_by = '${referrer.userId}', returned_sha256 = 'x', returned = '{"answers": [{"question": 1, "answer": "Other words"}]}'`,
    ),
  )
  await nothingOrRefused(otherSchool, set(`status = 'returned'`))
  await nothingOrRefused(officer, set(`status = 'accepted', accepted_at = now()`))
  await nothingOrRefused(
    officer,
    `update questionnaire_answer set answer = 'Changed' where questionnaire_id = '${form.id}'`,
  )
  await nothingOrRefused(
    officer,
    `insert into questionnaire_request (id, questionnaire_id, question, request, asked_by, asked_at, due_on)
     values (gen_random_uuid(), '${form.id}', 1, 'Show me', '${officer.userId}', now(), '2030-01-01')`,
  )
  await nothingOrRefused(
    referrer,
    `insert into questionnaire_rating (questionnaire_id, section, rating, by_user, at)
     values ('${form.id}', 'Monitoring', 'strong', '${referrer.userId}', now())`,
  )
  await nothingOrRefused(
    referrer,
    `insert into questionnaire (id, child_id, provider_id, commissioner_id, opened_on, due_on)
     select gen_random_uuid(), child_id, provider_id, commissioner_id, opened_on, due_on from questionnaire where id = '${form.id}'`,
  )
  const frozen = (answer: string) =>
    JSON.stringify({
      answers: Array.from({ length: 15 }, (_, at) => ({
        question: at + 1,
        answer: at === 6 ? answer : `Answer ${at + 1}`,
      })),
    })
  const returned = (answer: string, by = referrer.userId) =>
    set(
      `status = 'returned', returned_at = now(), returned_by = '${by}', returned_sha256 = 'x', returned = '${frozen(answer)}'`,
    )
  await expect(asked(referrer, returned('Other words'))).rejects.toThrow('what was answered')
  await expect(asked(referrer, returned('Answer 7', officer.userId))).rejects.toThrow('own name')
  await site.admin.query(
    `update questionnaire_answer set confirmed_at = null where questionnaire_id = $1 and question = 9`,
    [form.id],
  )
  await expect(asked(referrer, returned('Answer 7'))).rejects.toThrow('all fifteen')
  const { form: given } = await answered()
  await asked(referrer, returned('Answer 7').replace(form.id, given.id))
  const judged = (columns: string) => asked(officer, set(columns, given.id))
  await expect(
    judged(`status = 'accepted', accepted_at = now(), accepted_by = '${officer.userId}'`),
  ).rejects.toThrow('each section is rated')
  await expect(judged(`status = 'sent back', sent_back_by = '${officer.userId}'`)).rejects.toThrow(
    'with a reason',
  )
  await expect(
    judged(
      `status = 'sent back', sent_back_by = '${officer.userId}', sent_back_because = 'Why', returned = '{}'`,
    ),
  ).rejects.toThrow('the school writes the form')

  const counted = await asked(
    otherSchool,
    'select * from other_authorities_children_at_provision()',
  )
  expect(counted.rows).toEqual([])
  const facts = await asked(
    otherSchool,
    `select questionnaire_facts(array['${form.child_id}']::uuid[]) as facts`,
  )
  expect(facts.rows).toEqual([{ facts: { forms: [], recorded: [] } }])
  const { rows } = await site.admin.query(
    'select status, due_on from questionnaire where id = $1',
    [form.id],
  )
  expect(rows[0]).toMatchObject({ status: 'draft', due_on: form.due_on })
})

test('Returned twice, and judged by two at once: one is kept and the other is told', async () => {
  const { form } = await answered()
  const [one, other] = [
    await signedIn(referrer),
    await signedIn(await member('school-dsl', larkfield)),
  ]
  for (const each of [one, other]) await each.visit(`/questionnaires/${form.id}/check`)
  const returned = await Promise.all(
    [one, other].map(each => each.press('Return the form').then(({ status }) => status)),
  )
  expect(returned.sort()).toEqual([200, 409])

  const [vera, second] = [await signedIn(officer), await signedIn(secondOfficer)]
  await vera.visit(`/questionnaires/${form.id}/rate`)
  for (const section of ['Choice of provider', 'Monitoring', 'Long-term aims'])
    vera.chooseIn(`How good is “${section}”?`, 'Strong')
  await vera.press('Save the ratings')
  await vera.visit(`/questionnaires/${form.id}/accept`)
  await second.visit(`/questionnaires/${form.id}/send-back`)
  second.fill('What is to be mended?', 'More about question 3')
  const judged = await Promise.all([
    vera.press('Accept the form').then(({ status }) => status),
    second.press('Send it back').then(({ status }) => status),
  ])
  expect(judged.sort()).toEqual([200, 409])
})
