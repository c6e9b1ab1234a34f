import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { enqueue } from '#platform/jobs.ts'
import { lookedAfter } from '#testing/looked-after.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await lookedAfter(site, today)
const { signedIn, referrer, officer, placed, formsAbout, lookAgain, answered } = world

const findingsOn = async (placement: string) => {
  const { rows } = await site.admin.query(
    `select rule, message from finding where placement_id = $1 and superseded_at is null and rule in ('QST-01', 'LAC-05') order by rule, message`,
    [placement],
  )
  return rows.map(({ rule, message }) => `${rule} ${message}`)
}

test('A form that the Virtual School sets aside stays set aside, until it asks for it after all', async () => {
  const { id, placement } = await placed({
    forename: 'Nora',
    surname: 'Notneeded',
    care: 'looked-after',
    lookedAfterBy: 'leicestershire',
  })
  await lookAgain(id)
  const [form] = await formsAbout(id)
  const vera = await signedIn(officer)
  await vera.visit(`/questionnaires/${form.id}`)
  await vera.follow('It is not needed')
  await vera.tick('What was done to ensure quality and appropriateness').press('Set it aside')
  expect(vera.text).toContain('Say why it is not needed')
  expect(vera.body).toMatch(/value="quality"[^>]*checked|checked[^>]*value="quality"/)
  await vera.fill('Why is it not needed?', 'We sat together at the review.').press('Set it aside')
  expect(vera.text).toContain('Not needed: We sat together at the review.')

  await lookAgain(id)
  await lookAgain(id)
  expect((await formsAbout(id)).map(({ status }) => status)).toEqual(['not needed'])
  // What was told counts, what was not is still asked for; nobody is overdue.
  const standing = await findingsOn(placement)
  expect(standing).toHaveLength(1)
  expect(standing[0]).toContain('LAC-05 The Virtual School has not been told how progress')
  await vera.visit('/watch-list')
  expect(vera.text).toMatch(/Nora Notneeded Monitoring, Agreed plan/)
  await vera.visit('/questionnaires/coverage/export')
  expect(vera.body).toContain('"Not needed"')
  expect(vera.body).toContain('"Larkfield Academy","1","0","0","0","0","0","1"')

  const school = await signedIn(referrer)
  await school.visit('/')
  expect(school.text).not.toContain(`F-${form.reference}`)
  const { rows: told } = await site.admin.query(`select subject from message where subject = $1`, [
    `Questionnaire F-${form.reference} is not needed`,
  ])
  expect(told.length).toBeGreaterThan(0)
  expect((await school.visit(`/questionnaires/${form.id}/ask-again`)).status).toBe(403)

  await vera.visit(`/questionnaires/${form.id}`)
  await vera.follow('Ask for it after all')
  await vera.press('Ask for it')
  expect((await formsAbout(id)).map(({ status }) => status)).toEqual(['not needed', 'draft'])
  await site.admin.query(`update placement set status = 'ended', ended_on = $2 where id = $1`, [
    placement,
    today,
  ])
  await lookAgain(id)
  await vera.visit(`/questionnaires/${form.id}/ask-again`)
  await vera.press('Ask for it')
  expect(vera.text).toContain('The placement is over, so there is nothing more to ask.')
})

test('Nobody sets a form aside in another’s name, and its school not at all', async () => {
  const { id } = await placed({ care: 'looked-after', lookedAfterBy: 'leicestershire' })
  await lookAgain(id)
  const [form] = await formsAbout(id)
  const aside = (by: string) =>
    `update onroll.questionnaire set status = 'not needed', not_needed_because = 'So', set_aside_at = now(), set_aside_by = '${by}' where id = '${form.id}'`
  const asked = (who: typeof referrer, query: string) =>
    world.as(who, tx => sql.raw(query).execute(tx))
  await expect(asked(officer, aside(referrer.userId))).rejects.toThrow(/own name/)
  await expect(
    asked(
      referrer,
      `update onroll.questionnaire set told_quality = true, set_aside_by = '${referrer.userId}' where id = '${form.id}'`,
    ),
  ).rejects.toThrow()
  expect((await formsAbout(id)).map(({ status }) => status)).toEqual(['draft'])
})

test('A form that comes back mended says why it had gone back, and which answers are others', async () => {
  const { form, placement } = await answered({ surname: 'Mended' })
  const school = await signedIn(referrer)
  await school.visit(`/questionnaires/${form.id}/check`)
  await school.press('Return the form')
  const vera = await signedIn(officer)
  await vera.visit(`/questionnaires/${form.id}/send-back`)
  await vera.fill('What is to be mended?', 'Say who visits.').press('Send it back')
  // Sent back with a day to come it is not late, and the Virtual School has not been told.
  await site.runJobs()
  expect((await findingsOn(placement)).map(each => each.slice(0, 6))).toEqual(['LAC-05', 'LAC-05'])
  await site.admin.query(`update questionnaire set due_on = $2::date - 1 where id = $1`, [
    form.id,
    today,
  ])
  await site.runJobs()
  expect(await findingsOn(placement)).toHaveLength(3)
  await school.visit(`/questionnaires/${form.id}/questions/12`)
  await school
    .fill(
      'What on-going contact with the provider and pupil will you have?',
      'Our lead visits on Mondays.',
    )
    .press('Confirm this answer')
  await school.visit(`/questionnaires/${form.id}/check`)
  await school.press('Return the form')

  await vera.visit(`/questionnaires/${form.id}`)
  expect(vera.text).toContain('sent back: Say who visits.')
  expect(vera.text).toContain('Changed since: question 12.')
  expect(vera.text).toContain('Changed since it was sent back')
  expect(vera.text).toContain('Answer 12')
  const { rows } = await site.admin.query(
    `select jsonb_array_length(returned_before) as n, returned_before -> 0 ->> 'sha256' as hash from questionnaire where id = $1`,
    [form.id],
  )
  expect(rows[0].n).toBe(1)
  expect(rows[0].hash).toMatch(/^[0-9a-f]{64}$/)
})

test('Evidence that was asked for is reminded of once, and chased once', async () => {
  const { form } = await answered({ surname: 'Evidenced' })
  const school = await signedIn(referrer)
  await school.visit(`/questionnaires/${form.id}/check`)
  await school.press('Return the form')
  const vera = await signedIn(officer)
  await vera.visit(`/questionnaires/${form.id}/ask/9`)
  await vera.fill('What do you want to see?', 'The last visit.').press('Ask the school')
  const chased = async (dueOn: string) => {
    await site.admin.query(
      `update questionnaire_request set due_on = $2::date where questionnaire_id = $1`,
      [form.id, dueOn],
    )
    for (let once = 0; once < 2; once++) {
      await site.db.asWorker(tx => enqueue(tx, { name: 'questionnaire-reminders' }, {}))
      await site.runJobs()
    }
    const { rows } = await site.admin.query(
      `select distinct subject from message where subject like $1 order by subject`,
      [`Questionnaire F-${form.reference} %for evidence%`],
    )
    return rows.map(({ subject }) => subject.replace(/.*F-\d+ /, ''))
  }
  expect(await chased(today)).toEqual(['asks for evidence', 'asks for evidence soon'])
  expect(await chased('2026-01-05')).toEqual([
    'asks for evidence',
    'asks for evidence soon',
    'waits for evidence',
  ])
})
