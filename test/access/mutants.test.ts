import { afterAll, expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { attemptsIn, outcomeOf } from './mutants/attempts.ts'
import { functionMutantsOf } from './mutants/functions.ts'
import { noticing } from './mutants/notice.ts'
import { type Mutant, mutantsOf, policiesOf } from './mutants/policies.ts'
import { isOtherwise, printOf, serviceRoles } from './mutants/role-prints.ts'
import { type Deed, expectedOf, someOfEach } from './oracle/writing.ts'
import { catalogueOf } from './world/catalogue.ts'
import { openHand } from './world/hand.ts'
import { loadWorld } from './world/load-world.ts'
import { makeWorld } from './world/make-world.ts'
import type { Table, World } from './world/world.ts'

const site = await testSite()
const catalogue = await catalogueOf(site.admin)
const hand = await openHand(site, catalogue)
afterAll(() => hand.close())

/** Mutants that change nothing, each with why: the only ones that may live. */
const harmless: readonly (readonly [pattern: RegExp, because: string])[] = [
  [
    /^provider_listing provider_listing_ended: using without “and \( SELECT i_am/,
    'Nobody else reads the lists of a provider that is not their own, and no provider keeps one.',
  ],
  [
    /^provider_listing provider_listing_ended: with check \(true\)$/,
    'Of an entry nothing but its last day can be changed.',
  ],
  [
    /^(managed_move managed_move_changed|off_site_direction \w+_changed|off_site_review \w+|off_site_review_request \w+|finding finding_of_direction_\w+|school_session \w+_changed): .* without “and \( SELECT i_am\(VARIADIC ARRAY\['school-referrer'::text, 'school-dsl'::text\]\) AS i_am\)”$/,
    'Nobody else at a school reads about a child’s education, which is asked beside it.',
  ],
  [
    /^managed_move_consent managed_move_consent_given: .* without “and \( SELECT i_am\(VARIADIC ARRAY\['school-referrer'::text, 'school-dsl'::text\]\) AS i_am\)”$/,
    'Nobody else at a school sees a managed move.',
  ],
  [
    /^questionnaire_request questionnaire_request_supplied: .* without “and \( SELECT i_am\(VARIADIC ARRAY\['school-referrer'::text, 'school-dsl'::text\]\) AS i_am\)”$/,
    'Nobody else at a school sees its forms.',
  ],
  [
    /^finding finding_of_direction_(seen|superseded): dropped$/,
    'Whoever reads a direction reads of the child’s education, and whatever is found about it.',
  ],
  [
    /^finding finding_of_(direction|move)_\w+: .* without “and \(subject_type = '[a-z-]+'::text\)”$/,
    'The id of a move, a removal or a direction is the id of nothing else.',
  ],
  [
    /^managed_move managed_move_(child_id_follows|follows_consents): dropped$/,
    'Both let the same role change a move; which columns, is granted apart.',
  ],
  [
    /^removal_absence removal_absence_\w+: .* without “and \((r\.school_id = | SELECT i_am)/,
    'Schools read their own removals alone, and nobody else is a school.',
  ],
  [
    /^medical_exception medical_exception_seen: .* without “or \(child_id IN \( SELECT children_i_may_see\('care'::text\) AS children_i_may_see\)\)”$/,
    'Whoever may read of a child’s care may read of its special needs, today.',
  ],
  [
    /^(objective_progress objective_progress_noted|register_mark register_marked): .* without “and \(placement_id IN \( SELECT placements_i_may_see\(\) AS placements_i_may_see\)\)”$/,
    'The objective, and the placement itself, are looked for among what one may read.',
  ],
  [
    /^questionnaire questionnaire_asked_again: .* without “and \(child_id IN \( SELECT children_i_may_see\('care'::text\) AS children_i_may_see\)\)”$/,
    'The Virtual School sees placements of children in its remit alone, and one of them is asked for.',
  ],
  [
    /^provider_training provider_training_entered: .* without “and /,
    'The restrictive policy beside it asks for one of one’s own people, whom only their manager and quality assurance see.',
  ],
  [
    /^visit_action visit_action_done: .* without “and \( SELECT i_assure_quality\(\) AS i_assure_quality\)”$|^visit_reply visit_replied: .* without “and \((v\.| SELECT i_am)/,
    'Who is neither reads no such visit: a provider its own once they were moderated, a commissioner by those who assure quality.',
  ],
  [
    /^correction correction_(seen|kept): .* without “and \(about = '(care|contacts)'::text\)”$/,
    'Whoever may read about care or contacts may read every part of the record: nothing is let through by it.',
  ],
]

// While something is mended, its tables are enough: ONROLL_MUTANTS='^visit'.
const only = process.env['ONROLL_MUTANTS'] ? new RegExp(process.env['ONROLL_MUTANTS']) : undefined

const deedsOf: Readonly<Record<string, readonly Deed[]>> = {
  r: ['read'],
  a: ['add'],
  w: ['change'],
  d: ['remove'],
  '*': ['read', 'change', 'remove', 'add'],
}

const tries = new Map<number, { world: World; trying: ReturnType<typeof tryingOut> }>()

/** A world to try mutants in, in the database; what is right in it is worked out once. */
async function tryingIn(seed: number) {
  const world = tries.get(seed)?.world ?? makeWorld(seed, new Date())
  await loadWorld(site.admin, catalogue, world)
  const trying = tries.get(seed)?.trying ?? tryingOut(world)
  tries.set(seed, { world, trying })
  return trying
}

/** What is right in this world is known, so that whatever comes out otherwise is noticed. */
function tryingOut(world: World) {
  const expected = expectedOf(catalogue, world, someOfEach(world.askers, 3))
  const attempts = attemptsIn(world)
  const notice = noticing(hand)
  const prints = new Map<string, readonly string[]>()
  /** What this role can do with this table as things are, taken down when it is first asked for: before the change. */
  const printBefore = async (role: string, table: string) => {
    const name = `${role} ${table}`
    const known =
      prints.get(name) ?? (await hand.undoing(() => printOf(hand.client, catalogue, role, table)))
    prints.set(name, known)
    return known
  }
  const comesOutOtherwise = async (tables: readonly Table[], deeds: readonly Deed[]) => {
    const here = tables.map(table => {
      const found = expected.of(table)
      if (!found) throw new Error(`Nothing is expected of ${table}`)
      return found
    })
    for (const each of here) if (await notice.byTheSharp(each, deeds)) return true
    for (const attempt of attempts.filter(({ table }) => tables.includes(table)))
      if ((await outcomeOf(hand, attempt)) !== attempt.comes) return true
    for (const each of here) if (await notice.byAnybodyElse(each, deeds)) return true
    return false
  }
  return {
    attempts,
    /** Does the change make any of these come out otherwise? */
    isNoticedAt: (sql: string, tables: readonly Table[], deeds: readonly Deed[]) =>
      hand.undoing(async () => {
        await hand.client.query(sql)
        return comesOutOtherwise(tables, deeds)
      }),
    /** May the owner of the tables, who is bound by the policies too, suddenly do more? */
    isNoticedByOwner: async (sql: string, table: string) => {
      const before = await printBefore('onroll_owner', table)
      return hand.undoing(async () => {
        await hand.client.query(sql)
        return isOtherwise(hand.client, catalogue, 'onroll_owner', table, before)
      })
    },
    isNoticed: async ({ policy, sql }: Mutant) => {
      const everybody = policy.roles.includes('public')
      const asked = serviceRoles.filter(
        role =>
          (everybody || policy.roles.includes(role)) &&
          !(role === 'onroll_app' && expected.of(policy.table as Table) !== undefined),
      )
      for (const role of asked) await printBefore(role, policy.table)
      return hand.undoing(async () => {
        await hand.client.query(sql)
        for (const role of asked) {
          const before = prints.get(`${role} ${policy.table}`) ?? []
          const { command, table } = policy
          if (await isOtherwise(hand.client, catalogue, role, table, before, command)) return true
        }
        const here = expected.of(policy.table as Table)
        if (!here || !(everybody || policy.roles.includes('onroll_app'))) return false
        return comesOutOtherwise([here.table], deedsOf[policy.command] ?? [])
      })
    },
  }
}

test('What a row may become is as the rules have it', async () => {
  const tried = new Set<string>()
  for (const seed of [4, 9]) {
    const { attempts } = await tryingIn(seed)

    const outcomes = await hand.undoing(async () => {
      const found: Record<string, string> = {}
      for (const each of attempts) found[each.title] = await outcomeOf(hand, each)
      return found
    })

    expect(outcomes).toEqual(Object.fromEntries(attempts.map(({ title, comes }) => [title, comes])))
    for (const { title } of attempts) tried.add(title)
  }
  expect(tried.size).toBeGreaterThan(150)
}, 180_000)

test('No policy can be dropped, opened or loosened without a test that fails', async () => {
  const began = performance.now()
  const mutants = (await policiesOf(hand.client))
    .filter(({ table }) => !only || only.test(table))
    .flatMap(mutantsOf)
  let alive = mutants

  // What one world has no case for, the next one has.
  for (const seed of [4, 9, 15, 23, 42]) {
    if (alive.every(isHarmless)) break
    const { isNoticed } = await tryingIn(seed)
    const still: Mutant[] = []
    for (const mutant of alive)
      if (
        (seed !== 4 && isHarmless(mutant)) ||
        !(await isNoticed(mutant).catch((error: Error) => {
          throw new Error(`${mutant.name}: ${error.message}`)
        }))
      )
        still.push(mutant)
    alive = still
  }

  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `Mutants: ${mutants.length - alive.length} of ${mutants.length} noticed in ${seconds} s; ${alive.filter(isHarmless).length} change nothing`,
  )
  const unnoticed = alive.filter(mutant => !isHarmless(mutant)).map(nameOf)
  if (unnoticed.length > 0) console.log(unnoticed.join('\n'))
  expect(unnoticed).toEqual([])
}, 900_000)

/** What each function is the answer to. */
const askedBy: Readonly<Record<string, readonly [readonly Table[], readonly Deed[]]>> = {
  children_i_may_see: [['child', 'enrolment', 'special_needs', 'care_status', 'contact'], ['read']],
  referrals_i_may_see: [['referral'], ['read']],
  our_schools_cases: [['referral', 'case_note'], ['read']],
  pack_items_i_may_read: [['agenda_item', 'pack_item', 'child'], ['read']],
  meetings_i_may_see: [['meeting'], ['read']],
  people_i_administer: [
    ['factor_reset', 'one_time_link'],
    ['read', 'add'],
  ],
  items_i_stepped_back_from: [['decision'], ['add']],
  i_run_the_authority: [['gias_import'], ['read']],
  i_write_guidance: [['search_miss'], ['read']],
  me: [['organisation', 'child', 'referral'], ['read']],
  placements_i_may_see: [['placement'], ['read']],
  placements_i_may_report: [
    ['provider_report', 'provider_report_objective'],
    ['change', 'add'],
  ],
  placements_i_run: [
    ['placement_session', 'substantial_plan'],
    ['change', 'add'],
  ],
  children_placed_with_us: [['child'], ['read']],
  children_coming_by_managed_move: [['child'], ['read']],
  children_of_removals: [['child'], ['read']],
  providers_i_keep: [['provider_standing'], ['change']],
  providers_i_may_look_into: [['evidence_item'], ['read']],
  evidence_i_may_open: [['file'], ['read']],
  confirmed_lately: [['provider_person'], ['read']],
  providers_we_use: [['provider_concern'], ['read']],
  providers_i_work_for: [['provider_concern'], ['read']],
  follows_accepted_form: [['questionnaire'], ['add']],
}

test('No condition can be taken out of a function that policies ask without a test that fails', async () => {
  const began = performance.now()
  const mutants = await functionMutantsOf(hand.client, Object.keys(askedBy))
  let alive = mutants

  for (const seed of [4, 9, 15, 23, 42]) {
    if (alive.length === 0) break
    const { isNoticedAt } = await tryingIn(seed)
    const still: typeof mutants = []
    for (const mutant of alive)
      if (!(await isNoticedAt(mutant.sql, ...(askedBy[mutant.function] ?? [[], []]))))
        still.push(mutant)
    alive = still
  }

  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `Mutants of functions: ${mutants.length - alive.length} of ${mutants.length} noticed in ${seconds} s`,
  )
  // “In the set, or not in it” is the same with and without a child who is not known.
  const harmless =
    // A removal that was made has its day, and none that was not; a provider that is none is in no set.
    /: without “r\.child_id is not null”$|^children_of_removals: without “r\.status = 'made'”$|^providers_we_use: without “p\.provider_id is not null”$/
  expect(alive.map(({ name }) => name).filter(name => !harmless.test(name))).toEqual([])
}, 900_000)

test('Row-level security cannot be switched off, nor its owner or the application let round it, unnoticed', async () => {
  const { isNoticedAt, isNoticedByOwner } = await tryingIn(4)
  const alive: string[] = []

  // The owner keeps these two itself, by a policy that gives it the whole: for it there is nothing to switch off.
  const ofTheOwner = ['context_key', 'migration']

  for (const table of catalogue.keys()) {
    if (ofTheOwner.includes(table)) continue
    const off = `alter table onroll.${table} disable row level security`
    const unforced = `alter table onroll.${table} no force row level security`
    if (!(await isNoticedByOwner(off, table))) alive.push(off)
    if (!(await isNoticedByOwner(unforced, table))) alive.push(unforced)
  }
  if (!(await isNoticedAt('alter role onroll_app bypassrls', ['child'], ['read'])))
    alive.push('bypassrls')

  expect(alive).toEqual([])
}, 300_000)

const nameOf = ({ policy, name }: Mutant) => `${policy.table} ${name}`
const isHarmless = (mutant: Mutant) => harmless.some(([pattern]) => pattern.test(nameOf(mutant)))
