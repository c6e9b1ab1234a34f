import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine.ts'
import type { Json } from '../scenarios.ts'
import { placed, said, workedFacts } from '../worked-facts.ts'

const asOf = '2026-11-21'
const consequences = (facts: Json) =>
  evaluate(workedFacts(placed, { asOf, ...facts })).filter(({ rule }) => rule === 'OFS-07')

describe('OFS-07', () => {
  test('counts breach and critical findings of the school’s pupils and their live placements', () => {
    expect(consequences({})).toEqual([])
    expect(consequences({ placements: [{ id: 'pl1', reviews: [] }] })).toMatchObject([
      { subject: { type: 'school', id: 'h01' }, values: { openFindings: 1 } },
    ])
    const below = { pupils: [{ id: 'p1', schoolHoursPerWeek: 0 }] }
    expect(consequences({ ...below, placements: [{ id: 'pl1', reviews: [] }] })).toMatchObject([
      { values: { openFindings: 2 } },
    ])
  })

  test('a placement that is over weighs no more', () => {
    const over = [{ id: 'pl1', reviews: [], end: '2026-11-20' }]
    expect(consequences({ placements: over })).toEqual([])
  })

  test('the home school bears it, not a subsidiary registration, nor a school of before', () => {
    const rolls = [
      { school: 'h01', from: '2024-09-02', registration: 'main' },
      { school: 'h02', from: '2026-09-02', registration: 'subsidiary' },
      { school: 'h03', from: '2020-09-02', to: '2024-09-01' },
    ]
    const facts = { pupils: [{ id: 'p1', rolls }], placements: [{ id: 'pl1', reviews: [] }] }
    expect(consequences(facts).map(({ subject }) => subject.id)).toEqual(['h01'])
  })
})

describe('OFS-08', () => {
  const called = (planningCallDate: string | null, provider: Json = {}, placement: Json = {}) =>
    said('OFS-08', placed, {
      asOf,
      schools: [{ id: 'h01', planningCallDate }],
      providers: [{ id: 'forge', ...provider }],
      placements: [{ id: 'pl1', ...placement }],
    })
  test.each([
    ['2026-11-20', 0],
    ['2026-11-21', 1],
    ['2026-11-22', 1],
    [null, 0],
  ])('a call on %s: %i', (day, count) => {
    expect(called(day)).toHaveLength(count)
  })

  test('shows whether everything that is asked for is known', () => {
    const complete = (provider: Json, placement: Json = {}) =>
      called('2026-11-21', provider, placement)[0]?.values?.['complete']
    expect(complete({})).toBe(true)
    for (const lack of [{ name: null }, { address: null }]) expect(complete(lack)).toBe(false)
    for (const lack of [
      { purpose: null },
      { timetable: null },
      { timetable: [{ weekday: 'monday' }] },
    ])
      expect(complete({}, lack)).toBe(false)
  })

  test('names the DfE number of a registered provider', () => {
    const values = (provider: Json) => called('2026-11-21', provider)[0]?.values
    expect(values({})).not.toHaveProperty('urn')
    expect(values({ dfeUrn: '149999' })).toMatchObject({ registered: true, urn: '149999' })
    expect(values({ kind: 'state-school' })).toMatchObject({ registered: true })
  })
})
