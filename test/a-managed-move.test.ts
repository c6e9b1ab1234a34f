import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { acceptCase } = placing(site, world, today)
const { member, signedIn, child, larkfield, wilfrids, thornbury, hbep, admissionsTeam } = world
const dsl = await member('school-dsl', larkfield, { name: 'Dana Lead' })
const receiver = await member('school-referrer', wilfrids, { name: 'Remy Receiver' })
const third = await member('school-dsl', thornbury)
const officer = await member('admissions', admissionsTeam)

const words =
  'The child moves to Saint Wilfrid’s for good. There is no trial. A mentor meets the child each morning of the first month.'

async function proposed({ startOn = today, more = {} } = {}) {
  const id = await child({ surname: `Mover${newId().slice(-6)}`, ...more })
  const page = await signedIn(dsl)
  await page.visit(`/children/${id}`)
  await page.follow('Moves')
  await page.follow('Propose a managed move')
  page
    .choose('Receiving school', 'Saint Wilfrid’s High School')
    .fillDate('startOn', startOn)
    .choose('To avoid a permanent exclusion')
    .fill('Version of the managed move protocol (optional)', '2025-1')
    .chooseIn('Has anybody told the family that the child will be excluded otherwise?', 'No')
    .fill('What everybody agrees to', words)
  await page.press('Propose the move')
  return { id, page, move: page.url.split('/').at(-1) ?? '' }
}

async function say(page: Awaited<ReturnType<typeof signedIn>>, who: string, answer = 'Yes') {
  await page.follow(`Record the answer of ${who}`)
  await page
    .choose(answer)
    .fill('How did they say so?', 'Signed at a meeting')
    .press('Record the answer')
}

const statusOf = async (move: string) =>
  (await site.admin.query('select status, ended_because from managed_move where id = $1', [move]))
    .rows[0]
const rollsOf = async (childId: string) =>
  (
    await site.admin.query(
      'select school_id, from_on, to_on, kind from enrolment where child_id = $1 order by from_on',
      [childId],
    )
  ).rows

test('A child moves by agreement of all, and is on a roll on every day', async () => {
  const { id, page, move } = await proposed()
  expect(page.text).toContain('The move is proposed, and the receiving school is told')
  expect(page.text).toContain('The move cannot start until the agreement of')
  expect(page.links.map(({ href }) => href)).toContain('/rules/MMV-01')

  const other = await signedIn(receiver)
  await other.visit('/')
  await other.follow('Say whether we agree to a managed move')
  expect(other.text).toContain('A mentor meets the child')
  await say(other, 'Saint Wilfrid’s High School')
  expect(other.text).toContain('The answer is recorded')

  await page.visit(`/moves/${move}`)
  await page.follow('Record the answer of Larkfield Academy')
  await page.press('Record the answer')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose what they said')
  await page.choose('Yes').press('Record the answer')
  await page.follow(
    /Record the answer of Parent/.exec(page.text)?.[0] ?? 'Record the answer of Parent',
  )
  await page
    .choose('Yes')
    .fill('How did they say so?', 'Signed in school')
    .press('Record the answer')
  expect(page.text).toContain('Agreed by all')
  expect(page.text).toContain('The rules find nothing in the way')

  await other.visit('/')
  await other.follow('Record that the child is on our roll')
  await other.follow('Record that the child is on our roll')
  expect(other.text).toContain('on the roll of Larkfield Academy until the day before')
  await other.press('Complete the move')
  expect(other.text).toContain('Completed')

  const [before, after] = await rollsOf(id)
  expect([before.school_id, before.to_on < after.from_on]).toEqual([larkfield, true])
  expect(after).toMatchObject({ school_id: wilfrids, from_on: today, to_on: null, kind: 'current' })
  const gap = (Date.parse(after.from_on) - Date.parse(before.to_on)) / 86_400_000
  expect(gap).toBe(1)

  // Both schools owe a return, and each finds it in what needs doing.
  await site.runJobs()
  await page.visit('/')
  await page.follow('Make the deletion return to the authority')
  expect(page.text).toContain('The deletion return is due by')
  await page.follow('Record the deletion return')
  await page.press('Save')
  expect(page.text).toContain('The return is recorded')
  await other.visit('/')
  await other.follow('Make the new-pupil return to the authority')
  await other.fillDate('onDay', today).press('Save')
  expect(other.text).toContain('Made on')
  const admissions = await signedIn(officer)
  await admissions.visit('/removals')
  expect(admissions.text).toContain('Registered at another school (ground a)')

  // The old school reads the move and who it was about; the record itself is the new school’s.
  await page.visit(`/moves/${move}`)
  expect(page.status).toBe(200)
  expect((await page.visit(`/children/${id}/contacts`)).status).toBe(404)
  expect((await other.visit(`/children/${id}/contacts`)).status).toBe(200)
})

test('Other words need the agreement of everybody anew, and the page says so', async () => {
  const { page, move } = await proposed()
  await say(page, 'Larkfield Academy')
  const other = await signedIn(receiver)
  await other.visit(`/moves/${move}`)
  await say(other, 'Saint Wilfrid’s High School')

  await page.visit(`/moves/${move}`)
  await page.follow('Change what is agreed')
  expect(page.text).toContain('need everybody’s agreement anew')
  await page
    .fill('What everybody agrees to', `${words} The child keeps the old uniform until Easter.`)
    .press('Save the words')
  expect(page.text).toContain('Everybody is asked for their agreement anew')
  expect(page.text).toContain('Agreed to earlier words')
  expect(page.text).toContain('An agreement to earlier words counts no more')
  await other.visit('/')
  expect(other.text).toContain('Say whether we agree to a managed move')
})

test('The words change while the other school reads them: nothing is agreed to that was not read', async () => {
  const { page, move } = await proposed()
  const other = await signedIn(receiver)
  await other.visit(`/moves/${move}`)
  await other.follow('Record the answer of Saint Wilfrid’s High School')

  await page.visit(`/moves/${move}/words`)
  await page.fill('What everybody agrees to', `${words} And more.`).press('Save the words')
  await other.choose('Yes').press('Record the answer')
  expect(other.text).toContain('The words have changed since you read them')
  const { rows } = await site.admin.query(
    'select id from managed_move_consent where move_id = $1',
    [move],
  )
  expect(rows).toEqual([])

  // And two people at the same school: the second is shown what the first saved.
  const second = await signedIn(dsl)
  await second.visit(`/moves/${move}/words`)
  await page.visit(`/moves/${move}/words`)
  await page.fill('What everybody agrees to', `${words} Mine.`).press('Save the words')
  await second.fill('What everybody agrees to', `${words} Yours.`).press('Save the words')
  expect(second.text).toContain('Mine.')
  expect(second.wholeText).toContain('Yours.')
})

test('A change and a consent in the same moment leave no agreement to other words', async () => {
  const { page, move } = await proposed()
  const other = await signedIn(receiver)
  await other.visit(`/moves/${move}/consents/${wilfrids}`)
  await page.visit(`/moves/${move}/words`)
  await Promise.all([
    page.fill('What everybody agrees to', `${words} At once.`).press('Save the words'),
    other.choose('Yes').press('Record the answer'),
  ])
  const { rows } = await site.admin.query(
    `select c.agreement_sha256 = m.agreement_sha256 as counts, m.status, m.agreement like '%At once.' as changed
       from managed_move m left join managed_move_consent c on c.move_id = m.id where m.id = $1`,
    [move],
  )
  expect(rows).toMatchObject([{ status: 'proposed', changed: true }])
  expect(rows[0].counts).not.toBe(true)
})

test('The receiving school refuses, says why, and reads the child no more', async () => {
  const { id, page, move } = await proposed()
  const other = await signedIn(receiver)
  expect((await other.visit(`/children/${id}`)).status).toBe(200)
  expect((await other.visit(`/children/${id}/contacts`)).status).toBe(404)
  await other.visit(`/moves/${move}`)
  await other.follow('Record the answer of Saint Wilfrid’s High School')
  await other.choose('No').press('Record the answer')
  expect(other.text).toContain('Say why not')
  await other.fill('Why not?', 'The year group is full.').press('Record the answer')
  expect(other.text).toContain('You refused the move')

  expect((await other.visit(`/moves/${move}`)).status).toBe(404)
  expect((await other.visit(`/children/${id}`)).status).toBe(404)
  expect(await statusOf(move)).toEqual({
    status: 'refused',
    ended_because: 'The year group is full.',
  })
  await page.visit(`/moves/${move}`)
  expect(page.text).toContain('The year group is full.')
  expect(page.text).toContain('The child stays on the roll of Larkfield Academy')
})

test('A consent is taken back before the day: the move is a proposal again, and is withdrawn', async () => {
  const { page, move } = await proposed()
  await say(page, 'Larkfield Academy')
  const parent = /Record the answer of (Parent \d+, Mother)/.exec(page.text)?.[1] ?? ''
  await say(page, parent)
  const other = await signedIn(receiver)
  await other.visit(`/moves/${move}`)
  await say(other, 'Saint Wilfrid’s High School')
  expect((await statusOf(move)).status).toBe('agreed')

  await page.visit(`/moves/${move}`)
  await page.follow(`Change the answer of ${parent}`)
  await page
    .choose('No')
    .fill('Why not?', 'The child does not want to go.')
    .fill('How did they say so?', 'By letter')
    .press('Record the answer')
  expect((await statusOf(move)).status).toBe('proposed')
  await other.visit(`/moves/${move}/complete`)
  expect(other.text).not.toContain('First day on your roll')

  await page.follow('End the move')
  await page.press('End the move')
  expect(page.text).toContain('Choose how it ends')
  await page
    .choose('Somebody whose agreement it needs has said no')
    .fill('Why?', 'The mother said no.')
    .press('End the move')
  expect(page.text).toContain('The move is over')
  expect((await other.visit(`/moves/${move}`)).status).toBe(404)
})

test('A trial is no managed move: hidden words are refused at the field, an honest one goes to nobody', async () => {
  const id = await child()
  const page = await signedIn(dsl)
  await page.visit(`/children/${id}/moves/new`)
  page
    .choose('Receiving school', 'Saint Wilfrid’s High School')
    .fillDate('startOn', today)
    .fill('What everybody agrees to', 'The child goes there for a trial period of six weeks.')
  await page.press('Propose the move')
  expect(page.status).toBe(422)
  expect(page.text).toContain('there cannot be a trial period')
  expect(page.wholeText).toContain('trial period of six weeks')

  await page.choose('No, the child is to try the other school first').press('Propose the move')
  expect(page.text).toContain('A managed move cannot be a trial')
  expect(page.links.map(({ href }) => href)).toContain('/rules/MMV-02')
  expect(page.text).toContain('direct the child off site instead, with both rolls')
  const move = page.url.split('/').at(-1)
  const other = await signedIn(receiver)
  expect((await other.visit(`/moves/${move}`)).status).toBe(404)
  expect((await other.visit(`/children/${id}`)).status).toBe(404)
  expect((await page.visit(`/moves/${move}/consents/${larkfield}`)).status).toBe(200)
  await page.choose('Yes').press('Record the answer')
  expect(page.text).toContain('a managed move is permanent')
})

test('A child with an EHCP waits for the authority’s decision', async () => {
  const { page, move } = await proposed({
    more: { specialNeeds: 'ehcp', maintainedBy: 'fennshire' },
  })
  expect(page.links.map(({ href }) => href)).toContain('/rules/MMV-05')
  await say(page, 'Larkfield Academy')
  await say(page, /Record the answer of (Parent \d+, Mother)/.exec(page.text)?.[1] ?? '')
  const other = await signedIn(receiver)
  await other.visit(`/moves/${move}`)
  await say(other, 'Saint Wilfrid’s High School')
  await other.follow('Record that the child is on our roll')
  await other.press('Complete the move')
  expect(other.status).toBe(422)
  expect(other.text).toContain('waits for the decision of the authority')

  await page.visit(`/moves/${move}`)
  await page.follow('Record the authority’s decision on the EHCP')
  await page.fillDate('onDay', today).press('Save the decision')
  expect(page.links.map(({ href }) => href)).not.toContain('/rules/MMV-05')
  await other.visit(`/moves/${move}/complete`)
  await other.press('Complete the move')
  expect(other.text).toContain('Completed')
})

test('The agreement prints on one page, with room to sign; a third school finds nothing', async () => {
  const { id, page, move } = await proposed()
  await page.follow('Agreement to print')
  expect(page.text).toContain('Signature')
  expect(page.text).toContain('A mentor meets the child')
  const outsider = await signedIn(third)
  for (const path of [
    `/moves/${move}`,
    `/moves/${move}/print`,
    `/moves/${move}/consents/${wilfrids}`,
  ])
    expect((await outsider.visit(path)).status, path).toBe(404)
  expect((await outsider.visit(`/children/${id}/moves`)).status).toBe(404)
  await outsider.visit('/moves')
  expect(outsider.text).toContain('There is none.')
  await acceptCase(id)
  const coordinator = await signedIn(await member('coordinator', hbep))
  await coordinator.visit(`/moves/${move}`)
  expect(coordinator.status).toBe(200)
  expect(coordinator.text).not.toContain('Change what is agreed')
  expect((await coordinator.visit(`/moves/${move}/words`)).status).toBeGreaterThanOrEqual(403)
})
