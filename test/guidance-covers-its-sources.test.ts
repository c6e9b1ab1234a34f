import { beforeAll, describe, expect, test } from 'vitest'
import { loadGuidance, searchGuidance } from '#features/guidance/index.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, authority, as } = world(site)
await authority()
const steward = await member('data-steward', await organisation('authority', 'Fennshire'))

beforeAll(() =>
  as(steward, tx =>
    loadGuidance({
      tx,
      me: { ...steward, administrator: false } as never,
      today: '2026-11-17' as never,
      now: site.site.now(),
      audit: () => undefined,
    }),
  ),
)

/** The fourteen questions of the FAQ and the four appendices of the pack, as somebody would type them. */
describe('every question of the FAQ and every appendix of the pack is found', () => {
  test.each([
    ['I can’t find the answer here. What do I do?', 'cannot-find-the-answer'],
    [
      'What does the co-ordinator do when a looked after child arrives in a school',
      'looked-after-children',
    ],
    ['Key steps when a co-ordinator receives a Fair Access referral', 'fair-access'],
    ['What is full cost recovery', 'full-cost-recovery'],
    ['What is the average pupil cost', 'average-pupil-cost'],
    ['Managed move without the agreement of the parents', 'managed-moves'],
    ['Should alternative provision staff have safeguarding training', 'safeguarding-at-providers'],
    ['When can a school take a child off roll', 'taking-off-roll'],
    ['Which partnership is responsible', 'responsible-partnership'],
    ['Will we get an Ofsted inspection', 'ofsted'],
    ['City address children who are referred for support', 'children-of-other-authorities'],
    ['APs do not operate as illegal schools', 'illegal-schools'],
    ['Can partnerships place a student on work experience', 'work-experience'],
    ['How does additional funding support from SENA work', 'special-needs-funding'],
    ['Guidance on commissioning alternative provision', 'commissioning-alternative-provision'],
    ['Provider documents checklist seen yes or no', 'provider-documents'],
    ['Site visits: what to scrutinise', 'site-visits'],
    ['Questionnaire for commissioners', 'questionnaire-for-commissioners'],
  ])('%s', async (words, slug) => {
    const found = await as(steward, tx => searchGuidance(tx, words, 3))
    expect(found.map(each => each.slug)).toContain(slug)
  })
})

test('the A to Z has the names of the FAQ’s own index', async () => {
  const { rows } = await site.admin.query('select name from guidance_topic')
  const names = rows.map(({ name }) => String(name).toLowerCase())
  for (const name of [
    'average pupil cost',
    'illegal schools',
    'alternative providers acting as illegal schools',
    'belonging rule',
    'can’t find the answer',
    'city children in county schools',
    'children in care',
    'children missing education',
    'ehcp funding and top-up',
    'fair access',
    'full cost recovery',
    'managed moves',
    'ofsted',
    'off-rolling',
    'safeguarding at alternative providers',
    'send funding',
    'virtual school',
    'which partnership is responsible',
    'work experience',
  ])
    expect(names).toContain(name)
})

test('each step of a case has its article', async () => {
  const { rows } = await site.admin.query('select path from guidance_step')
  const helped = new Set(rows.map(({ path }) => path))
  const paths = site.app.routes.map(({ path }) => path)
  const without = [...new Set(paths)].filter(
    path => steps.test(path) && !others.test(path) && !helped.has(path),
  )
  expect(without).toEqual([])
  // Nothing is promised on a page that is not there.
  expect([...helped].filter(path => !paths.includes(path))).toEqual([])
})

/** Where somebody decides or answers something about a case. */
const steps =
  /^\/(referrals\/|cases\/|fair-access\/|meetings(\/|$)|decisions\/|on-roll|disputes|children\/:child\/(care|special-needs|exclusions|roll)($|\/new|\/add))/
/** Lists and pages that only show, a row within a step, and what only asks “are you sure?”. */
const others =
  /\/(history|notes|messages|documents|support|referral|sent|export|discard|reopen|cancel|remove|up|down|take-off|feed|end|recall|reopen|open|release|agree|assign|panel|questions)(\/|$)|:row|\/add$|upload$|^\/cases\/:referral(\/findings)?$|calendar/
