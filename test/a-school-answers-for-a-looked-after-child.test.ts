import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { enqueue } from '#platform/jobs.ts'
import { questions } from '#rules/data/questions.ts'
import { lookedAfter } from '#testing/looked-after.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const wordings: Readonly<Record<number, string>> = Object.fromEntries(
  questions.map(({ number, wording }) => [number, wording]),
)
const world = await lookedAfter(site, today)
const { insert, organisation, signedIn, hbep, larkfield, wilfrids } = world
const { referrer, officer, placed, formsAbout, comesIntoCare, lookAgain } = world

// Scenarios F-18, G-20 (one short of fifteen), H-27 (registered without a number) and H-37 (evidence asked for).
test('A child comes into care: the form opens, is answered, returned, questioned, sent back, rated and accepted', async () => {
  const { id, placement } = await placed({ surname: 'Careson' })
  expect(await formsAbout(id)).toEqual([])
  const school = await signedIn(referrer)
  await school.visit(`/children/${id}/care/new`)
  await school
    .choose('Looked after')
    .choose('By which authority?', 'Leicestershire')
    .fill('Where is this known from?', 'The social worker')
    .fillDate('fromOn', today)
    .press('Save')
  expect(school.text).toContain('The status has been recorded')
  await site.runJobs()
  const [form] = await formsAbout(id)
  expect(form).toMatchObject({ status: 'draft', placement_id: placement })
  const { rows: mails } = await site.admin.query(
    `select subject, body from message where kind = 'questionnaire'`,
  )
  expect(mails.length).toBeGreaterThan(0)
  expect(JSON.stringify(mails)).not.toContain('Careson')

  await school.visit('/questionnaires')
  await school.follow(`F-${form.reference}`)
  expect(school.text).toContain('Robin Careson')
  expect(school.text).toContain('To confirm')
  await school.follow('2. Is the provision Ofsted registered?')
  expect(school.text).toContain('No DfE number is recorded for the provider.')
  expect(school.text).toContain('Ofsted inspects; it does not register')
  await school.press('Confirm this answer')
  expect(school.status).toBe(422)
  expect(school.text).toContain('Say whether it is registered with the Department')
  await school.choose('Yes').press('Confirm this answer')
  await school.follow('Check and return')
  expect(school.text).toContain('1 of 15 questions are answered')
  expect(school.buttons).not.toContain('Return the form')

  for (let number = 1; number <= 15; number++) {
    if (number === 2) continue
    if (number === 15) {
      await school.visit(`/questionnaires/${form.id}/check`)
      expect(school.text).toContain('14 of 15 questions are answered')
      expect(school.buttons).not.toContain('Return the form')
    }
    await school.visit(`/questionnaires/${form.id}/questions/${number}`)
    await school.fill(wordings[number] ?? '', `Answer ${number}`).press('Confirm this answer')
    expect(school.text).toContain(`Question ${number} is confirmed`)
  }
  const vera = await signedIn(officer)
  await vera.visit(`/questionnaires/${form.id}`)
  expect(vera.text).toContain('The school is answering it')
  expect(vera.text).not.toContain('Answer 7')

  await school.follow('Check and return')
  await school.press('Return the form')
  expect(school.text).toContain('The form is returned to the Virtual School')
  await site.runJobs()
  const { rows: registered } = await site.admin.query(
    `select rule from finding where placement_id = $1 and superseded_at is null and rule in ('REG-06', 'LAC-05', 'QST-01')`,
    [placement],
  )
  expect(registered).toEqual([{ rule: 'REG-06' }])

  await vera.visit('/questionnaires')
  await vera.follow(`F-${form.reference}`)
  expect(vera.text).toContain('Answer 7')
  expect(vera.text).toContain('It was frozen when it was returned')
  await vera.follow('Ask for evidence on question 4')
  await vera
    .fill('What do you want to see?', 'The report of your last visit')
    .press('Ask the school')
  expect(vera.text).toContain('Before it is accepted: Rate: Choice of provider')
  expect(vera.text).toContain('Evidence that you asked for is awaited')
  await school.visit(`/questionnaires/${form.id}`)
  await school.follow('Supply the evidence on question 4')
  await school.fill('Your evidence', 'Visited on 3 November, report attached').press('Send it')
  expect(school.text).toContain('The evidence is sent to the Virtual School')

  await vera.visit(`/questionnaires/${form.id}`)
  await vera.follow('Send back')
  await vera.fill('What is to be mended?', 'Say more about question 14').press('Send it back')
  expect(vera.text).toContain('The form was sent back to the school')
  await school.visit(`/questionnaires/${form.id}`)
  expect(school.text).toContain('Say more about question 14')
  await school.visit(`/questionnaires/${form.id}/questions/14`)
  await school.fill(wordings[14] ?? '', 'A mentor and a shorter day').press('Confirm this answer')
  await vera.visit(`/questionnaires/${form.id}`)
  expect(vera.text).not.toContain('A mentor and a shorter day')
  await school.follow('Check and return')
  await school.press('Return the form')

  await vera.visit(`/questionnaires/${form.id}`)
  expect(vera.text).toContain('A mentor and a shorter day')
  await vera.follow('Rate the sections')
  for (const section of ['Choice of provider', 'Monitoring', 'Long-term aims'])
    vera.chooseIn(`How good is “${section}”?`, 'Enough')
  await vera.press('Save the ratings')
  await vera.follow('Accept')
  await vera.press('Accept the form')
  expect(vera.text).toContain('The form is accepted')
  await school.visit(`/questionnaires/${form.id}`)
  expect(school.text).toContain('Enough')

  await vera.follow('Ask for the next one now')
  await vera.press('Ask for it')
  expect(vera.text).toContain('The school is asked for the next one')
  const next = (await formsAbout(id)).at(-1)
  expect(next).toMatchObject({ status: 'draft', follows_id: form.id })
  for (let number = 1; number <= 15; number++) {
    await school.visit(`/questionnaires/${next.id}/questions/${number}`)
    if (number === 7) school.fill(wordings[7] ?? '', 'A new aim')
    await school.press('Confirm this answer')
  }
  await school.follow('Check and return')
  await school.press('Return the form')
  await vera.visit(`/questionnaires/${next.id}`)
  expect(vera.text).toContain('Changed since last time')
  expect(vera.text.split('As last time').length - 1).toBe(14)
})

// Scenarios G-19, G-21 and H-14.
// Scenario G-21: what is not required may serve as a template.
test('The fifteen questions are offered as a template, without a child', async () => {
  const school = await signedIn(referrer)
  await school.visit('/questionnaires')
  await school.follow('Use the questions as a template')
  for (const wording of Object.values(wordings)) expect(school.text).toContain(wording)
  expect(school.text).toContain('this questionnaire is not required')
  await school.follow('Download the questions (text)')
  expect(school.body).toContain('2. Is the provision Ofsted registered?')
  const manager = await signedIn(
    await world.member('provider-manager', await organisation('provider', 'Nobody’s Forge')),
  )
  await manager.visit('/questionnaires/template')
  expect(manager.status).toBe(403)
})

test('No form where the partnership buys, for another authority’s child, or for a child who is not looked after', async () => {
  const byPartnership = await placed({ commissioner: hbep })
  const ofAnother = await placed()
  const notLookedAfter = await placed({ care: 'previously-looked-after' })
  await comesIntoCare(byPartnership.id)
  await comesIntoCare(ofAnother.id, 'leicester-city')
  await lookAgain()
  for (const each of [byPartnership, ofAnother, notLookedAfter])
    expect(await formsAbout(each.id)).toEqual([])
  const { rows } = await site.admin.query(
    `select placement_id, rule from finding where superseded_at is null and rule in ('QST-02', 'QST-06')`,
  )
  expect(rows).toContainEqual({ placement_id: byPartnership.placement, rule: 'QST-02' })
  expect(rows).toContainEqual({ placement_id: ofAnother.placement, rule: 'QST-06' })
})

// Scenario G-18.
test('Two providers are two forms; a form is set aside when the placement ends', async () => {
  const anvil = await organisation('provider', 'The Anvil')
  const { id, placement } = await placed({ care: 'looked-after', lookedAfterBy: 'leicestershire' })
  await insert('placement', {
    id: newId(),
    child_id: id,
    kind: 'tutoring',
    route: 'tier 3',
    commissioner_id: larkfield,
    provider_id: anvil,
    status: 'live',
    planned_start_on: '2026-10-05',
    started_on: '2026-10-05',
    made_by: referrer.userId,
    made_at: '2026-10-01T09:00:00Z',
  })
  await lookAgain(id)
  await lookAgain(id)
  expect((await formsAbout(id)).map(({ status }) => status)).toEqual(['draft', 'draft'])
  const { rows } = await site.admin.query(
    `select rule, level from finding where placement_id = $1 and superseded_at is null and rule in ('LAC-05', 'LAC-06', 'QST-01', 'QST-03') order by rule`,
    [placement],
  )
  expect(rows.map(({ rule }) => rule)).toEqual(['LAC-05', 'LAC-05', 'LAC-06', 'QST-01', 'QST-03'])
  expect(rows.find(({ rule }) => rule === 'QST-01')?.level).toBe('breach')
  await site.admin.query(`update placement set status = 'ended', ended_on = $2 where id = $1`, [
    placement,
    today,
  ])
  await lookAgain(id)
  expect((await formsAbout(id)).map(({ status }) => status).sort()).toEqual(['draft', 'not needed'])
})

test('A form that is due is reminded of once, and chased once when it is overdue', async () => {
  const { id } = await placed({
    school: wilfrids,
    commissioner: wilfrids,
    care: 'looked-after',
    lookedAfterBy: 'leicestershire',
  })
  await lookAgain(id)
  const [form] = await formsAbout(id)
  const chased = async () => {
    await site.db.asWorker(tx => enqueue(tx, { name: 'questionnaire-reminders' }, {}))
    await site.runJobs()
    const { rows } = await site.admin.query(
      `select subject from message where subject like $1 order by queued_at`,
      [`Questionnaire F-${form.reference} is %due%`],
    )
    return rows.map(({ subject }) => subject.replace(/.*is /, ''))
  }
  await site.admin.query(`update questionnaire set due_on = $2 where id = $1`, [form.id, today])
  expect(await chased()).toEqual(['due soon'])
  expect(await chased()).toEqual(['due soon'])
  await site.admin.query(`update questionnaire set due_on = $2::date - 1 where id = $1`, [
    form.id,
    today,
  ])
  expect(await chased()).toEqual(['due soon', 'overdue'])
  expect(await chased()).toEqual(['due soon', 'overdue'])
})

test('What was drafted is marked to be looked at again when its source changes or grows old', async () => {
  const { form, placement } = await world.answered({ surname: 'Agesson' })
  const school = await signedIn(referrer)
  const at = `/questionnaires/${form.id}`
  await school.visit(`${at}/questions/11`)
  await school.press('Confirm this answer')
  await school.visit(at)
  expect(school.text).toContain(
    '11. How frequently will the plan be reviewed and who will be involved in the reviews? Confirmed',
  )
  await insert('placement_review', {
    id: newId(),
    placement_id: placement,
    due_on: '2026-09-21',
    held_on: '2026-09-21',
    attendees: 'School and provider',
    outcome: 'continue',
    made_by: referrer.userId,
    made_at: '2026-09-21T09:00:00Z',
  })
  await school.visit(at)
  expect(school.text).toContain('involved in the reviews? Look again')
  await school.visit(`${at}/questions/11`)
  expect(school.text).toContain(
    'Reviewed once, last on 21 September 2026 with School and provider. Reviews, 21 September 2026',
  )
  expect(school.text).toContain('Look at it again: it is old')
  await school.visit(`${at}/check`)
  expect(school.text).toMatch(/What stands behind questions? [\d, ]*11/)
})

// Scenario H-13.
test('One of the two parts recorded otherwise: the other is still missing (LAC-05)', async () => {
  const { id, placement } = await placed({ care: 'looked-after', lookedAfterBy: 'leicestershire' })
  await site.admin.query(`update placement set quality_recorded_on = $2 where id = $1`, [
    placement,
    today,
  ])
  await lookAgain(id)
  const { rows } = await site.admin.query(
    `select "values" ->> 'missing' as missing from finding where placement_id = $1 and rule = 'LAC-05' and superseded_at is null`,
    [placement],
  )
  expect(rows).toEqual([{ missing: 'monitoring' }])
})

test('A placement older than care is a task from the day of care (LAC-07)', async () => {
  const { id, placement } = await placed()
  await comesIntoCare(id)
  const { rows } = await site.admin.query(
    `select rule from finding where placement_id = $1 and rule = 'LAC-07' and superseded_at is null`,
    [placement],
  )
  expect(rows).toEqual([{ rule: 'LAC-07' }])
  const [form] = await formsAbout(id)
  expect(String(form.due_on) > today).toBe(true)
})

test('The form after an accepted one opens four weeks before its day, and not before', async () => {
  const { id, form } = await world.answered()
  await site.admin.query(
    `update questionnaire set status = 'returned', returned = '{"answers": []}', returned_at = now() where id = $1`,
    [form.id],
  )
  await site.admin.query(
    `update questionnaire set status = 'accepted', accepted_at = now(), next_due_on = $2::date + 40 where id = $1`,
    [form.id, today],
  )
  await lookAgain(id)
  expect(await formsAbout(id)).toHaveLength(1)
  await site.admin.query(`update questionnaire set next_due_on = $2::date + 20 where id = $1`, [
    form.id,
    today,
  ])
  await lookAgain(id)
  await lookAgain(id)
  expect((await formsAbout(id)).map(({ follows_id }) => follows_id)).toEqual([null, form.id])
})
