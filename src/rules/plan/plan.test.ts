import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const asOf = '2026-11-21'
const placement = (more: Json, day = asOf): Json => ({
  asOf: day,
  placements: [{ id: 'pl1', ...more }],
})
const missing = (rule: string, facts: Json) =>
  said(rule, placed, facts).map(({ values }) => values?.['missing'])

describe('gates of the start', () => {
  const cases = [
    ['PLN-02', { needCategory: null }],
    ['PLN-14', { purpose: '  ' }],
    ['PLN-15', { commissioners: null }],
  ] as const
  test.each(cases)('%s blocks up to and on the first day', (rule, lack) => {
    const on = (start: string) => said(rule, placed, placement({ start, ...lack }))
    expect(on('2026-11-22')).toMatchObject([{ level: 'high', blocks: ['start-placement'] }])
    expect(on('2026-11-21')).toMatchObject([{ level: 'high', blocks: ['start-placement'] }])
    expect(on('2026-11-20')).toMatchObject([{ level: 'breach', blocks: [] }])
    expect(said(rule, placed, placement({ end: '2026-11-20', ...lack }))).toEqual([])
  })

  test.each([
    [['hbep'], undefined],
    [[], 0],
    [['hbep', 'h01'], 2],
  ])('PLN-15 with %j', (commissioners, count) => {
    const found = said('PLN-15', placed, placement({ commissioners }))
    expect(found[0]?.values?.['commissioners']).toBe(count)
  })
})

test('without a plan everything of it is missing: a breach while live, a warning before', () => {
  const none = placement({ plan: null })
  expect(missing('PLN-03', none)).toEqual([
    'objectives',
    'timeframe',
    'assessment-arrangements',
    'baseline',
  ])
  expect(missing('PLN-07', none)).toEqual(['provider-agreement'])
  expect(missing('PLN-12', none)).toEqual(['qualifications', 'staff-qualifications'])
  expect(missing('PLN-13', none)).toEqual(['service-links', 'next-steps-advice'])
  expect(missing('PLN-16', none)).toEqual(['home-school-link'])
  expect(missing('PLN-08', none)).toEqual([])
  expect(new Set(levelsSaid('PLN-03', placed, none))).toEqual(new Set(['breach']))
  const coming = placement({ plan: null, start: '2026-11-22' })
  expect(new Set(levelsSaid('PLN-03', placed, coming))).toEqual(new Set(['warning']))
  const today = placement({ plan: null, start: '2026-11-21' })
  expect(new Set(levelsSaid('PLN-03', placed, today))).toEqual(new Set(['breach']))
})

test('blank words are missing, and what is agreed tomorrow is not agreed', () => {
  const plan = { objectives: ['  '], baseline: ' ', providerAgreedDate: '2026-11-22' }
  expect(missing('PLN-03', placement({ plan }))).toEqual(['objectives', 'baseline'])
  expect(missing('PLN-07', placement({ plan }))).toEqual(['provider-agreement'])
  const reintegration = { readinessCriteria: ' ' }
  expect(missing('PLN-08', placement({ plan: { reintegration } }))).toEqual([
    'readiness-criteria',
    'support-package',
  ])
})

test('PLN-04 an EHCP whose link is not known', () => {
  const facts = (status: string | null, ehcpLinked: boolean | null = null) => ({
    ...placement({ plan: { ehcpLinked } }),
    pupils: [{ id: 'p1', send: { status } }],
  })
  expect(levelsSaid('PLN-04', placed, facts('ehcp'))).toEqual(['warning'])
  expect(levelsSaid('PLN-04', placed, facts('ehcp', false))).toEqual(['warning'])
  expect(levelsSaid('PLN-04', placed, facts('ehcp', true))).toEqual([])
  expect(levelsSaid('PLN-04', placed, facts(null))).toEqual([])
})

describe('PLN-05 a review to come', () => {
  test.each<[readonly Json[], string[]]>([
    [[{ date: '2026-11-20' }], ['breach']],
    [[{ date: '2026-11-21' }], []],
    [[{ date: '2026-11-22' }], []],
    [[{ date: '2026-11-21', heldDate: '2026-11-21' }], ['breach']],
    [[{ date: '2026-11-25', heldDate: '2026-11-20' }], ['breach']],
    [[], ['breach']],
  ])('%j: %j', (reviews, levels) => {
    expect(levelsSaid('PLN-05', placed, placement({ reviews }))).toEqual(levels)
  })

  test('reviews that are not known are none to come', () => {
    expect(levelsSaid('PLN-05', placed, placement({ reviews: null }))).toEqual(['breach'])
  })
})

describe('PLN-06 the record', () => {
  test.each([
    [null, ['high']],
    ['2026-11-22', ['high']],
    ['2026-11-21', ['breach']],
    ['2026-11-20', ['breach']],
  ])('closing on %s without a destination: %j', (closedDate, levels) => {
    const closure = { progress: 'Good', achievements: 'Entry level', pupilAssessment: 'Good' }
    const found = said('PLN-06', placed, placement({ closure: { ...closure, closedDate } }))
    expect(found.map(({ level }) => level)).toEqual(levels)
    expect(found[0]?.blocks).toEqual(['close-placement'])
  })

  test('an empty closure lacks all four', () => {
    expect(missing('PLN-06', placement({ closure: {} }))).toHaveLength(4)
  })
})

test('PLN-11 claims a gap only from what is known', () => {
  const facts = (schoolSubjects: unknown, subjects: unknown) => ({
    ...placement({ subjects }),
    pupils: [{ id: 'p1', schoolSubjects }],
  })
  const gaps = (f: Json) => said('PLN-11', placed, f).map(({ values }) => values?.['subject'])
  expect(gaps(facts([], []))).toEqual(['english', 'maths', 'science'])
  expect(gaps(facts(['art'], ['english', 'maths', 'science']))).toEqual([])
  expect(gaps(facts(null, ['english']))).toEqual([])
  expect(gaps(facts(['english'], null))).toEqual([])
})

test('PLN-17 health only', () => {
  const facts = (needCategory: string) => placement({ needCategory, plan: { peerContact: ' ' } })
  expect(levelsSaid('PLN-17', placed, facts('health'))).toEqual(['warning'])
  expect(levelsSaid('PLN-17', placed, facts('vulnerability'))).toEqual([])
})

describe('PLN-10 a removal during a placement', () => {
  const removed = (end: string, ground: string) => ({
    ...placement({ end }, '2026-11-24'),
    removals: [{ id: 'rm1', pupil: 'p1', school: 'h01', ground, deletionDate: '2026-11-20' }],
  })
  test.each([
    ['2026-11-19', []],
    ['2026-11-20', ['breach']],
    ['2026-11-21', ['breach']],
  ])('that ends on %s: %j', (end, levels) => {
    expect(levelsSaid('PLN-10', placed, removed(end, 'stopped-attending'))).toEqual(levels)
    expect(levelsSaid('PLN-10', placed, removed(end, 'moved-away'))).toEqual([])
  })
})
