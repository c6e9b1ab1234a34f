import { afterAll, expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import type { Answer } from './answers/answer.ts'
import { askedIn } from './answers/asked.ts'
import { enrich } from './answers/enrich.ts'
import { facts } from './answers/facts.ts'
import { noAnswers } from './answers/no-answers.ts'
import { ofOfficers } from './answers/officers.ts'
import { ofPeople } from './answers/people.ts'
import { ofTheProviders } from './answers/providers.ts'
import { ofProvision } from './answers/provision.ts'
import { sets } from './answers/sets.ts'
import { worldNow } from './canaries/stored.ts'
import { functionMutantsOf } from './mutants/functions.ts'
import { catalogueOf } from './world/catalogue.ts'
import { loadWorld } from './world/load-world.ts'
import { makeWorld } from './world/make-world.ts'
import { openEye } from './world/probe.ts'

/**
 * Functions that answer with more rights than the asker’s own are no tables, and no policy guards what they say: each
 * is asked by everybody, with everything that makes sense, and says what the matrix gives, no more and no less.
 */
const answers: Readonly<Record<string, Answer>> = {
  ...sets,
  ...ofTheProviders,
  ...ofProvision,
  ...ofPeople,
  ...ofOfficers,
  ...facts,
}
const functionOf = (name: string) => name.split(' ')[0] ?? name

const site = await testSite()
const catalogue = await catalogueOf(site.admin)
const eye = await openEye(site)
afterAll(() => eye.close())

async function worldOf(seed: number) {
  const made = enrich(makeWorld(seed, new Date()))
  await loadWorld(site.admin, catalogue, made)
  return askedIn(await worldNow(site.admin, made), eye, answers)
}

test('Every function that answers for others says to each person what the matrix gives them', async () => {
  const began = performance.now()
  let asked = 0
  let silent = Object.keys(answers)

  for (const seed of [9, 4]) {
    const world = await worldOf(seed)
    const faults: string[] = []
    for await (const fault of world.faults()) faults.push(fault)
    expect(faults.slice(0, 10), `${faults.length} differences`).toEqual([])
    asked += world.asked
    silent = silent.filter(name => world.silent().includes(name))
  }

  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`Answers: ${asked} asked (person × function), 0 differences, in ${seconds} s`)
  expect(silent).toEqual([])
}, 300_000)

test('No condition that says who is answered can be taken out without somebody being told too much', async () => {
  const began = performance.now()
  // These two are put together from words, or weigh them: what they say is held above.
  const names = Object.keys({
    ...ofTheProviders,
    ...ofProvision,
    ...ofPeople,
    ...ofOfficers,
    ...facts,
  }).filter(name => !['import_blockers', 'search_guidance'].includes(name))
  const { rows } = await site.admin.query<{ name: string; whole: string }>(
    `select proname as name, pg_get_functiondef(oid) as whole from pg_proc
      where pronamespace = 'onroll'::regnamespace and proname = any ($1)`,
    [names],
  )
  const whole = new Map(rows.map(row => [row.name, row.whole]))
  const mutants = (await functionMutantsOf(site.admin, names)).filter(({ name }) =>
    saysWho.test(name),
  )
  let alive = mutants

  // What one world has no case for, the next one has.
  for (const seed of [4, 9]) {
    if (alive.length === 0) break
    const world = await worldOf(seed)
    const still: typeof mutants = []
    for (const mutant of alive) {
      await site.admin.query(mutant.sql)
      const first = await world
        .faults([mutant.function])
        .next()
        // What no longer runs would be noticed by anybody.
        .catch(() => ({ done: false }))
      await site.admin.query(whole.get(mutant.function) ?? '')
      if (first.done) still.push(mutant)
    }
    alive = still
  }

  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `Mutants of answers: ${mutants.length - alive.length} of ${mutants.length} noticed in ${seconds} s`,
  )
  expect(alive.map(({ name }) => name).filter(name => !harmless.test(name))).toEqual([])
}, 600_000)
/** Of a body’s conditions, those that say for whom it answers, and about whom. */
const saysWho =
  /i_am|_i_|i_assure|i_run|i_write|my_|who\.|worker|own_only|officer_role|any \((?!ids|asked bytea)/
// The names of all children are spoken, so that each is found.
const harmless = /^question_names_child: .*any \(spoken\)/

test('No function that answers for others is without an oracle, or a reason', async () => {
  const { rows } = await site.admin.query<{ name: string }>(
    `select distinct proname as name from pg_proc where pronamespace = 'onroll'::regnamespace and prosecdef
       and prorettype <> 'trigger'::regtype and has_function_privilege('onroll_app', oid, 'execute')`,
  )
  const known = [...Object.keys(answers).map(functionOf), ...Object.keys(noAnswers)]
  expect([...new Set(known)].sort()).toEqual(rows.map(({ name }) => name).sort())
})
