import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { directionRules } from '#features/findings/directions/evaluate-directions.ts'
import { placementFindings, providerRules, provisionRules } from '#features/findings/index.ts'
import { moveRules } from '#features/findings/moves/evaluate-moves.ts'
import { workRules } from '#features/findings/provision/work-experience-findings.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import { allRules } from '#rules/registry.ts'
import type { Rule } from '#rules/rule.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'

const areas = new Set<string>('ILL REG PLN OSD MMV ROL WEX SAF EVD QAV QST OFS'.split(' '))
const assurance = new Set(['LAC-05', 'LAC-06', 'LAC-07'])
const ours = allRules.filter(({ id, area }) => areas.has(area) || assurance.has(id))

/** The records on which findings are kept and read, and the rules that are asked about each. */
const records: Readonly<
  Record<string, { rules: readonly Rule[]; keeps: (f: Finding) => boolean }>
> = {
  placement: { rules: provisionRules, keeps: () => true },
  provider: { rules: providerRules, keeps: of('provider', 'assessment') },
  'managed move, removal or register entry': {
    rules: moveRules,
    keeps: of('managed-move', 'removal', 'pupil'),
  },
  direction: { rules: directionRules, keeps: of('off-site-direction') },
  'work experience': { rules: workRules, keeps: of('work-experience') },
}

function of(...types: Finding['subject']['type'][]) {
  return ({ subject }: Finding) => types.includes(subject.type)
}

interface Elsewhere {
  readonly why: string
  readonly file: string
  /** What the file must go on saying for the reason to hold. */
  readonly says: string
}

/** Rules that speak on no record: why, and where they are heard instead. */
const elsewhere: Readonly<Record<string, Elsewhere>> = {
  'QAV-02': {
    why: 'a report that lacks it is not submitted, so it is said while the report is written',
    file: 'src/features/visits/report/missing.ts',
    says: `id === 'QAV-02'`,
  },
  'QST-05': {
    why: 'what a school is still writing is nobody else’s to read: it is said when the form is returned',
    file: 'src/features/assurance/questionnaire/return-questionnaire.ts',
    says: 'fifteenAnswers',
  },
  'OFS-07': {
    why: 'it counts other findings: the planning-call list says how many',
    file: 'src/features/assurance/planning-call/planning-call.query.ts',
    says: 'graveFindings',
  },
  'OFS-08': {
    why: 'the day of a call is said on the list itself, and kept nowhere: the rule is asked there',
    file: 'src/features/assurance/planning-call/planning-call.query.ts',
    says: 'planningCallList',
  },
}

/** Rules without findings, and the words on a page that carry them. */
const carried: Readonly<Record<string, readonly [file: string, says: string]>> = {
  'REG-02': ['src/rules/registration/must-register.ts', 'six months'],
  'REG-05': ['src/features/assurance/planning-call/planning-call.page.tsx', '/rules/REG-05'],
  'PLN-18': ['src/features/plans/reviews/hold.page.tsx', 'Attainment'],
  'OFS-01': ['src/features/assurance/child/assurance.page.tsx', '/assurance'],
  'OFS-02': ['src/features/plans/contacts/contacts.page.tsx', 'Contacts, the newest first'],
  'OFS-03': ['src/features/plans/reviews/reviews.page.tsx', 'due, overdue, held'],
  'OFS-04': ['src/features/providers/evidence/evidence.page.tsx', 'evidence'],
  'OFS-05': ['src/features/providers/words.ts', 'In-house provision of a school or partnership'],
  'OFS-06': ['src/features/assurance/planning-call/planning-call.page.tsx', 'Address'],
}

/** Rules that the pages leave nothing to say. */
const never: Readonly<Record<string, string>> = {
  'PLN-15': 'a placement has one commissioner, and the database holds no other number',
}

const cases = allScenarios().map(factsOf)
/** No worked case has a direction without an end, of which OSD-07 speaks. */
const endless = cases.flatMap(({ offSiteDirections, ...facts }) =>
  offSiteDirections
    ? { ...facts, offSiteDirections: offSiteDirections.map(({ end: _, ...each }) => each) }
    : [],
)
const worlds: readonly Facts[] = [...cases, ...endless]
const text = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

test('The rules of these areas are the 99 of the rulebook', () => {
  expect(ours).toHaveLength(99)
  const known = new Set(ours.map(({ id }) => id))
  for (const list of [elsewhere, carried, never])
    expect(Object.keys(list).filter(id => !known.has(id))).toEqual([])
})

const speaking = ours.filter(({ id, checks }) => checks.length > 0 && !elsewhere[id])
const pairs = speaking.flatMap(({ id, checks }) =>
  [...new Set(checks.map(({ subject }) => subject))].map(subject => [id, subject] as const),
)

test.each(pairs)('%s speaks of a %s on a record that people read', (rule, subject) => {
  const where = worlds.flatMap(facts => [...read(facts, rule, subject)])
  expect(where, `${rule} is asked about on no record`).not.toEqual([])
})

test.each(Object.entries(elsewhere))('%s is heard elsewhere', (id, { why, file, says }) => {
  expect(why).not.toBe('')
  expect(text(file)).toContain(says)
  for (const facts of worlds) expect([...read(facts, id)]).toEqual([])
})

const silent = ours.filter(({ checks }) => checks.length === 0).map(({ id }) => id)

test.each(silent)('%s bears no finding and is carried by a page', id => {
  const [file, says] = carried[id] ?? []
  expect(file && text(file)).toContain(says)
})

/** On which records such a finding of this world is read. */
function* read(facts: Facts, rule: string, subject?: string) {
  const fits = (finding: Finding) =>
    finding.rule === rule && (!subject || finding.subject.type === subject)
  const everybody = new Set((facts.placements ?? []).map(({ id }) => id))
  if (placementFindings(facts, everybody, {}).some(({ finding }) => fits(finding)))
    yield 'placement'
  for (const [record, { rules, keeps }] of Object.entries(records))
    if (record !== 'placement' && rules.some(({ id }) => id === rule))
      if (evaluate(facts, { rules }).some(each => fits(each) && keeps(each))) yield record
}
