import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { loadGuidance } from '#features/guidance/index.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, partnership, insert, authority, as } = world(site)
await authority()
const council = await organisation('authority', 'Fennshire County Council')
const hbep = await partnership('Harbury Partnership', ['Elm School'])
const [elm = ''] = hbep.schools
const steward = await member('data-steward', council)
const coordinator = await member('coordinator', hbep.id, { name: 'Cora Ordinator' })
const other = await member('coordinator', (await partnership('Another partnership')).id)
const sena = await member('sena', await organisation('team', 'SENA', 'sena'), {
  name: 'Sena Officer',
})
const admissions = await member(
  'admissions',
  await organisation('team', 'Admissions', 'admissions'),
)
const partnershipFinance = await member('finance', hbep.id)
const finance = await member('finance', await organisation('team', 'Finance', 'finance'))
await as(steward, tx =>
  loadGuidance({
    tx,
    me: { ...steward, administrator: false } as never,
    today: londonDay(site.site.now()),
    now: site.site.now(),
    audit: () => undefined,
  }),
)
const child = await insert('child', {
  id: newId(),
  forename: 'Ada',
  surname: 'Example',
  search_name: 'ada example',
  birth_date: '2013-03-15',
  created_by_organisation_id: elm,
})
const referral = await insert('referral', {
  id: newId(),
  kind: 'school',
  status: 'accepted',
  child_id: child,
  referring_organisation_id: elm,
  responsible_partnership_id: hbep.id,
  route: 'ordinary',
  submitted_at: '2026-10-26T09:00:00Z',
  gate_special_needs: 'none',
  gate_care: 'no',
  reason: 'Behaviour',
})
const mailTo = async (address: string) =>
  (
    await site.admin.query('select kind, body from message where address = $1 order by queued_at', [
      address,
    ])
  ).rows
const runReminders = () =>
  site.site.jobs
    .find(({ name }) => name === 'remind-of-questions')
    ?.work({}, { db: site.db, log: site.site.log, now: site.site.now, secret: site.site.secret })

/** Sends it, whatever looks like an answer already. */
async function send(browser: Awaited<ReturnType<typeof signedIn>>) {
  await browser.press('Continue')
  if (browser.buttons.some(words => words.startsWith('None of these')))
    await browser.press('None of these')
}

test('A question is asked in a step, answered by its officers, and published for everybody', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit(`/cases/${referral}`)
  await browser.follow('Ask a question')
  await browser.press('Continue')
  expect(browser.text).toContain('Write your question')
  expect(browser.text).toContain('Choose what it is about')

  browser
    .fill('Your question', 'Does a top-up move with a child who changes school in the spring?')
    .choose('What it is about', 'SEND, EHCPs and top-up')
    .tick('Attach this case. Whoever answers sees it only if they may see it anyway.')
  await browser.press('Continue')
  expect(browser.text).toContain('Is one of these the answer?')
  expect(browser.text).toContain('Top-up funding, EHCPs and SENA')
  expect(browser.text).toContain('Your question has not been sent yet')
  await browser.press('None of these answers it')
  expect(browser.text).toContain('Your question has been sent')
  expect(browser.heading).toMatch(/Question Q-\d+/)
  const address = browser.url
  expect((await mailTo(sena.email))[0]).toMatchObject({ kind: 'question-asked' })
  expect((await mailTo(sena.email))[0].body).not.toContain('top-up')

  const officer = await signedIn(sena)
  await officer.visit('/questions')
  expect(officer.text).toContain('since today')
  await officer.follow('Q-')
  expect(officer.text).toContain('A case that you may not see')
  expect(officer.body).not.toContain(referral)
  await officer.press('Send the answer')
  expect(officer.text).toContain('Write the answer')
  officer.fill('Answer', 'No, see SEN-77')
  await officer.press('Send the answer')
  expect(officer.text).toContain('There is no rule SEN-77')
  officer.fill(
    'Answer',
    'It lasts the school year, see SEN-01 and [this](/guidance/special-needs-funding).',
  )
  await officer.press('Send the answer')
  expect(officer.text).toContain('The answer is sent')
  const { rows } = await site.admin.query('select answer_rules, answer_articles from question')
  expect(rows[0]).toEqual({ answer_rules: ['SEN-01'], answer_articles: ['special-needs-funding'] })
  expect((await mailTo(coordinator.email)).map(({ kind }) => kind)).toEqual(['question-answered'])

  await officer.follow('Publish it as guidance')
  officer
    .fill('The question, as others would ask it', 'Does Ada’s top-up move with her?')
    .fill('The answer in a sentence', 'It lasts the school year.')
  await officer.press('Publish')
  expect(officer.status).toBe(422)
  expect(officer.text).toContain('It seems to hold a name of the child whose case is attached')
  expect(officer.text).toContain('say why it may be published all the same')
  officer.fill('The question, as others would ask it', 'Does a top-up move with a child?')
  await officer.press('Publish')
  expect(officer.text).toContain('The answer is published')

  await browser.visit(address)
  expect(browser.text).toContain('It lasts the school year')
  await browser.follow('read the article')
  expect(browser.heading).toContain('Does a top-up move with a child?')
  const reader = await signedIn(other)
  await reader.visit('/guidance?q=top+up+move')
  expect(reader.text).toContain('Answered question')
  await reader.visit('/rules/SEN-01')
  expect(reader.text).toContain('Does a top-up move with a child?')
})

test.each([
  [
    'a UPN',
    'The child is A123456789012'.replace('A123456789012', 'H801200001001'),
    'It seems to hold a UPN',
  ],
  ['a postcode', 'They live at ZZ1 1AA now', 'It seems to hold a postcode'],
  ['a date of birth', 'Born on 15 March 2013', 'It holds a whole date'],
])('%s stops publication until a person has decided', async (_, words, told) => {
  const asker = await signedIn(coordinator)
  await asker.visit('/questions/new')
  asker
    .fill('Your question', 'Xylophone zymurgy quokka?')
    .choose('What it is about', 'Money and full cost recovery')
  await send(asker)
  expect(await mailTo(partnershipFinance.email)).toEqual([])
  const namesake = await signedIn(partnershipFinance)
  expect((await namesake.visit(asker.url)).status).toBe(404)
  const officer = await signedIn(finance)
  await officer.visit(asker.url)
  officer.fill('Answer', 'As it is written.')
  await officer.press('Send the answer')
  await officer.follow('Publish it as guidance')
  officer
    .fill('The question, as others would ask it', words)
    .fill('The answer in a sentence', 'It is.')
  await officer.press('Publish')
  expect(officer.status).toBe(422)
  expect(officer.text).toContain(told)
  officer.fill('If it is about nobody, say why it may be published', 'An invented example')
  await officer.press('Publish')
  expect(officer.text).toContain('The answer is published')
  const { rows } = await site.admin.query(
    'select personal_data_by, personal_data_why from question order by reference desc limit 1',
  )
  expect(rows[0]).toEqual({
    personal_data_by: finance.userId,
    personal_data_why: 'An invented example',
  })
})

test('A question to the wrong officers is passed on, waits with its age, and they are reminded', async () => {
  const asker = await signedIn(other)
  await asker.visit('/questions/new?about=/rules/FA-03')
  asker
    .fill('Your question', 'Quokka zymurgy?')
    .choose('What it is about', 'SEND, EHCPs and top-up')
  await send(asker)
  expect(asker.text).toContain('About the page /rules/FA-03')
  const officer = await signedIn(sena)
  await officer.visit(asker.url)
  await officer.follow('This is for other officers')
  officer.choose('What it is about', 'Fair Access and admissions')
  await officer.press('Pass it on')
  expect(officer.text).toContain('The question was passed on')
  expect((await officer.visit(asker.url)).status).toBe(404)

  site.setToday('2026-11-21')
  await runReminders()
  await runReminders()
  const reminders = (await mailTo(admissions.email)).filter(
    ({ kind }) => kind === 'question-reminder',
  )
  expect(reminders).toHaveLength(1)
  const theirs = await signedIn(admissions)
  await theirs.visit('/questions')
  expect(theirs.text).toContain('for 4 days')
  await theirs.visit('/guidance/review')
  expect(theirs.text).toMatch(/Fair Access and admissions 1 1/)
  expect(theirs.text).not.toContain('Quokka')
  site.setToday('2026-11-17')
})

test('Nobody else reads a question, answers it or asks in another’s name', async () => {
  const { rows } = await site.admin.query(
    `select id, reference from question where topic = 'special-needs'`,
  )
  const { id } = rows[0]
  for (const person of [
    other,
    finance,
    partnershipFinance,
    steward,
    await member('school-dsl', elm),
  ]) {
    const browser = await signedIn(person)
    expect((await browser.visit(`/questions/${id}`)).status).toBe(404)
    expect(
      await as(person, tx => tx.selectFrom('question').select('id').where('id', '=', id).execute()),
    ).toEqual([])
    const changed = await as(person, tx =>
      tx.updateTable('question').set({ answer: 'Mine' }).where('id', '=', id).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  }
  const asker = await signedIn(coordinator)
  expect((await asker.visit(`/questions/${id}/publish`)).status).toBe(403)
  const ask = (values: object) =>
    as(other, tx =>
      tx
        .insertInto('question')
        .values({
          id: newId(),
          asked_by: other.userId,
          asked_organisation_id: other.organisationId,
          asked_at: new Date(),
          topic: 'roll',
          routed_role: 'admissions',
          words: 'x',
          ...values,
        })
        .execute(),
    )
  await expect(ask({ asked_by: coordinator.userId })).rejects.toThrow(/row-level security/)
  await expect(ask({ referral_id: referral })).rejects.toThrow(/row-level security/)
  await ask({})
  // Words are nobody's to change, and a reader of counts reads no words.
  await expect(
    as(admissions, tx => sql`update onroll.question set words = 'y'`.execute(tx)),
  ).rejects.toThrow(/permission denied/)
  await expect(
    as(admissions, tx =>
      tx
        .updateTable('question')
        .set({ status: 'answered', answered_at: new Date(), answered_by: sena.userId })
        .where('status', '=', 'open')
        .execute(),
    ),
  ).rejects.toThrow(/nobody signs/)
  const { rows: counts } = await as(coordinator, tx =>
    sql`select * from onroll.question_counts(now() - interval '90 days')`.execute(tx),
  )
  expect(counts).toEqual([])
  const { rows: named } = await as(finance, tx =>
    sql<{ n: boolean }>`select onroll.question_names_child(${id}, '{ada}') as n`.execute(tx),
  )
  expect(named[0]?.n).toBe(false)
})
