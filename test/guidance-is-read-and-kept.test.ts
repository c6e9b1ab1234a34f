import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { londonDay } from '#domain/dates.ts'
import { loadGuidance } from '#features/guidance/index.ts'
import { testSite } from '#testing/site.ts'
import { type Member, world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, partnership, authority, as, insert } = world(site)
await authority()
const council = await organisation('authority', 'Fennshire County Council')
const hbep = await partnership('Harbury Partnership', ['Elm School'])
const [elm = ''] = hbep.schools
const steward = await member('data-steward', council, { name: 'Stella Steward' })
const coordinator = await member('coordinator', hbep.id)
const referrer = await member('school-referrer', elm)

const doing = <T>(
  person: Member,
  work: (doer: Parameters<typeof loadGuidance>[0]) => Promise<T>,
): Promise<T> =>
  as(person, tx =>
    work({
      tx,
      me: { ...person, administrator: false } as never,
      today: londonDay(site.site.now()),
      now: site.site.now(),
      audit: () => undefined,
    }),
  )

beforeAll(async () => {
  const reader = await signedIn(coordinator)
  await reader.visit('/guidance')
  expect(reader.buttons).not.toContain('Publish the articles that come with Onroll')
  const first = await signedIn(steward)
  await first.visit('/guidance')
  await first.press('Publish the articles that come with Onroll')
  const { rows } = await site.admin.query('select count(*)::int as articles from article')
  expect(rows[0].articles).toBeGreaterThan(20)
  expect(first.text).toContain(`${rows[0].articles} articles are published`)
  // A second start finds them there, and changes nothing.
  expect(await doing(steward, loadGuidance)).toEqual({ articles: 0 })
})

test('A rule has a card with its sources, numbers, disagreements and worked examples', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit('/rules?q=annual+review')
  await browser.follow('RTE-06')
  expect(browser.heading).toContain('EHCP bypasses the normal panel')
  expect(browser.text).toContain('What it rests on')
  expect(browser.text).toContain('Where its sources disagree')
  expect(browser.text).toContain('The rule applies:')
  expect(browser.text).toContain('Onroll worked them out just now')
  expect(browser.text).toContain('As expected')
  expect(browser.text).not.toContain('Not as expected')
  expect(browser.links.some(({ href }) => href === '/guidance/special-needs-funding')).toBe(true)
  expect(browser.text).toContain('Open findings on records you may see (0)')
})

test('What is no rule has no card', async () => {
  const browser = await signedIn(coordinator)
  for (const path of ['/rules/ZZ-99', '/rules/rte-06', '/rules/RTE-06%20', '/rules/../../etc'])
    expect((await browser.visit(path)).status).toBe(404)
})

test('Guidance is found by other words and with mistakes in spelling, with the passage', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit('/guidance')
  expect(browser.text).toContain('For co-ordinators')
  browser.fill('Search guidance', 'manged moove')
  await browser.press('Search')
  expect(browser.text).toContain('Understood as: managed move')
  const [first] = browser.links.filter(
    ({ href }) => href.startsWith('/guidance/') && href !== '/guidance/topics',
  )
  expect(first?.text).toBe('Managed moves')
  expect(browser.body).toContain('<mark>')
})

test('The A to Z leads to each article under several names', async () => {
  const browser = await signedIn(referrer)
  await browser.visit('/guidance/topics')
  expect(browser.text).toContain(
    'City children in county schools, see Children of other authorities',
  )
  await browser.follow('Illegal schools')
  expect(browser.heading).toContain('Keeping providers from becoming unregistered schools')
  expect(browser.text).toContain('The FAQ says four. The law says five.')
  await browser.follow('REG-01')
  expect(browser.heading).toContain('When a setting must register')
})

test('The article of a step is one click away in that step', async () => {
  const browser = await signedIn(referrer)
  await browser.visit('/referrals/new')
  expect(browser.text).toContain('Guidance for this step: Before a school refers a child')
  await browser.follow('Before a school refers a child')
  expect(browser.status).toBe(200)
})

test('A steward writes an article, previews it, and is stopped by a link that leads nowhere', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/guidance/new')
  await browser.press('Publish')
  expect(browser.text).toContain('Enter a title')

  browser
    .fill('Title', 'Minibuses')
    .fill('What it answers, in a sentence', 'Who may drive pupils, and with what insurance.')
    .fill(
      'Text',
      '# Driving\n\nSee RTE-98 and <script>alert(1)</script> [there](javascript:alert(1))',
    )
    .tick('Co-ordinators')
    .fill('What is new, or why it changed', 'First version')
    .fill('Pages on which it is offered as help (optional)', '/meetings')
  await browser.press('Publish')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('The link to “javascript:alert(1)” must start with / or https://')
  expect(browser.body).not.toContain('<script>alert')
  expect(browser.body).not.toContain('href="javascript')

  browser.fill('Text', '# Driving\n\nSee RTE-98.')
  await browser.press('Publish')
  expect(browser.text).toContain('There is no rule RTE-98')
  browser.fill('Text', '# Driving\n\nSee EVD-05 about <b>cover</b>.')
  await browser.press('Preview')
  expect(browser.text).toContain('Preview of the text as readers will see it')
  expect(browser.text).toContain('Rules it cites: EVD-05')
  expect(browser.text).toContain('<b>cover</b>')
  await browser.press('Publish')
  expect(browser.text).toContain('The article is published')

  await browser.follow('Change')
  browser
    .fill('Text', '# Driving\n\nSee EVD-05 and EVD-04.')
    .fill('What is new, or why it changed', 'Two rules')
  await browser.press('Publish')
  await browser.visit('/guidance/minibuses/versions')
  expect(browser.text).toContain('Version 1: Minibuses')
  expect(browser.text).toContain('Two rules')
  await browser.visit('/rules/EVD-04')
  expect(browser.text).toContain('Minibuses')

  const reader = await signedIn(coordinator)
  await reader.visit('/meetings')
  expect(reader.text).toContain('Guidance for this step: Minibuses')
})

test('Two people who change one article at once lose nothing', async () => {
  const [one, two] = [await signedIn(steward), await signedIn(steward)]
  for (const browser of [one, two]) await browser.visit('/guidance/work-experience/change')
  one.fill('What is new, or why it changed', 'One')
  await one.press('Publish')
  two.fill('What is new, or why it changed', 'Two')
  await two.press('Publish')
  expect(two.status).toBe(409)
})

test('A co-ordinator reads guidance and cannot write it, by page or at the database', async () => {
  const browser = await signedIn(coordinator)
  expect((await browser.visit('/guidance/new')).status).toBe(403)
  expect((await browser.visit('/guidance/fair-access/change')).status).toBe(403)
  const changed = await as(coordinator, tx =>
    tx.updateTable('article').set({ title: 'Mine' }).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  for (const table of ['guidance_step', 'guidance_topic'] as const)
    expect(
      (await as(coordinator, tx => tx.deleteFrom(table).executeTakeFirst())).numDeletedRows,
    ).toBe(0n)
  await expect(
    as(coordinator, tx =>
      sql`insert into onroll.article_version select a.id, 99, 'x', 'x', 'x', '{}', '{}', '{}', '{}', now(), 'x', ${coordinator.userId}, now() from onroll.article a limit 1`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
  await expect(
    as(coordinator, tx => sql`select * from onroll.guidance_word`.execute(tx)),
  ).rejects.toThrow(/permission denied/)
})

test('Whoever is not signed in finds nothing by the search function', async () => {
  const { rows } = await site.db.as({ purpose: 'sign-in' }, tx =>
    sql`select * from onroll.search_guidance('managed moves', 5)`.execute(tx),
  )
  expect(rows).toEqual([])
})

test('What is looked for in vain is told without names', async () => {
  await insert('child', {
    id: '0190f0a0-0000-7000-8000-000000000001',
    forename: 'Ada',
    surname: 'Example',
    search_name: 'ada example',
    birth_date: '2013-03-15',
    created_by_organisation_id: elm,
  })
  const browser = await signedIn(referrer)
  await browser.visit('/guidance?q=zeppelin')
  expect(browser.text).toContain('Nothing was found for “zeppelin”')
  await browser.visit('/guidance?q=zeppelin')
  await browser.visit('/guidance?q=Xyzzy+Ada+Example+qwrtz')
  const editor = await signedIn(steward)
  await editor.visit('/guidance/review')
  expect(editor.text).toContain('zeppelin')
  expect(editor.text).not.toContain('ada example')
})

test('An article past its review, or that rests on what is superseded, is flagged to its owner once', async () => {
  await site.admin.query(`update article set sources = '{X-AP13}' where slug = 'ofsted'`)
  await site.admin.query(`update article set review_on = '2026-01-01' where slug = 'managed-moves'`)
  const job = site.site.jobs.find(({ name }) => name === 'flag-guidance')
  const tools = { db: site.db, log: site.site.log, now: site.site.now, secret: site.site.secret }
  await job?.work({}, tools)
  await job?.work({}, tools)
  const { rows } = await site.admin.query(
    `select address from message where kind = 'guidance-flagged'`,
  )
  expect(rows).toEqual([{ address: steward.email }, { address: steward.email }])
  const editor = await signedIn(steward)
  await editor.visit('/guidance/ofsted')
  expect(editor.text).toContain('replaced by “Arranging alternative provision, February 2025”')
})
