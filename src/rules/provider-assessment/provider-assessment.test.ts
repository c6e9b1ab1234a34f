import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const asOf = '2026-11-21'
const provider = (more: Json, placement: Json = {}): Json => ({
  asOf,
  providers: [{ id: 'forge', ...more }],
  placements: [{ id: 'pl1', ...placement }],
})

describe('QAV-01 twelve months', () => {
  const assessed = (date: string) => provider({ assessments: [{ id: 'forge-as-hbep', date }] })
  test.each([
    ['2025-11-20', 'breach', 1],
    ['2025-11-21', 'info', undefined],
    ['2025-11-22', 'info', undefined],
  ])('assessed on %s: %s', (date, level, overdueDays) => {
    const [finding] = said('QAV-01', placed, assessed(date))
    expect(finding?.level).toBe(level)
    expect(finding?.overdueDays).toBe(overdueDays)
  })

  test('never assessed: a breach once a placement is live', () => {
    const never = (start: string, assessments: Json[] | null = []) =>
      said('QAV-01', placed, provider({ assessments }, { start }))
    expect(never('2026-11-22')).toEqual([])
    for (const assessments of [[], null])
      expect(never('2026-11-21', assessments)).toMatchObject([
        { level: 'breach', values: { commissioner: 'hbep', neverAssessed: true } },
      ])
  })

  test('an assessment or adoption dated tomorrow has not happened', () => {
    const shared = (date: string, adopted: string) =>
      provider({
        assessments: [
          {
            id: 'x',
            commissioner: 'h02',
            date,
            adoptions: [{ commissioner: 'hbep', date: adopted }],
          },
          { id: 'forge-as-hbep', $delete: true },
        ],
      })
    expect(levelsSaid('QAV-01', placed, shared('2026-11-20', '2026-11-21'))).toEqual(['info'])
    expect(levelsSaid('QAV-01', placed, shared('2026-11-20', '2026-11-22'))).toEqual(['breach'])
    expect(levelsSaid('QAV-01', placed, shared('2026-11-22', '2026-11-22'))).toEqual(['breach'])
  })

  test('each commissioner has its own clock', () => {
    const facts = provider(
      { assessments: [{ id: 'forge-as-h01', $delete: true }] },
      { commissioners: ['hbep', 'h01'] },
    )
    expect(said('QAV-01', placed, facts).map(f => [f.values?.['commissioner'], f.level])).toEqual([
      ['h01', 'breach'],
      ['hbep', 'info'],
    ])
  })
})

describe('QAV-02 a visit', () => {
  const visited = (sections: unknown, date = '2026-09-03') =>
    provider({ visits: [{ id: 'visit', commissioner: 'hbep', date, sections }] })
  const all = ['A', 'B', 'C', 'D'].map(id => ({ id, items: ['our own'], judgement: 'good' }))
  const about = (facts: Json) =>
    said('QAV-02', placed, facts)
      .filter(({ subject }) => subject.id === 'visit')
      .map(({ values }) => `${values?.['section']} ${values?.['missing']}`)

  test('one own item and one judgement for each section are enough', () => {
    expect(about(visited(all))).toEqual([])
    expect(about(visited(all.slice(0, 3)))).toEqual(['D items', 'D judgement'])
    expect(about(visited([...all.slice(0, 3), { id: 'D', items: [], judgement: 'good' }]))).toEqual(
      ['D items'],
    )
    expect(about(visited([...all.slice(0, 3), { id: 'D', items: ['x'], judgement: ' ' }]))).toEqual(
      ['D judgement'],
    )
  })

  test('sections that are not known lack everything; a visit to come is no visit', () => {
    expect(about(visited(null))).toHaveLength(8)
    expect(about(visited(null, '2026-11-22'))).toEqual([])
  })
})

describe('QAV-03 four months', () => {
  const visited = (date: string | null) =>
    date ? { visits: [{ id: 'forge-visit-hbep', date }] } : { visits: null }
  test.each([
    ['2026-07-20', ['warning']],
    ['2026-07-21', []],
    ['2026-07-22', []],
  ])('last visited on %s: %j', (date, levels) => {
    expect(levelsSaid('QAV-03', placed, provider(visited(date)))).toEqual(levels)
  })

  test.each([
    ['2026-07-20', ['warning']],
    ['2026-07-21', []],
  ])('never visited, first placement from %s: %j', (start, levels) => {
    expect(levelsSaid('QAV-03', placed, provider(visited(null), { start }))).toEqual(levels)
  })

  test('a coming placement needs no visit yet, and a visit to come is none', () => {
    expect(said('QAV-03', placed, provider(visited(null), { start: '2026-11-22' }))).toEqual([])
    const facts = provider(visited('2026-11-22'), { start: '2026-07-20' })
    expect(levelsSaid('QAV-03', placed, facts)).toEqual(['warning'])
  })
})

test('QAV-05 invites only those who use the provider and have not adopted', () => {
  const facts = (adoptions: readonly Json[]) =>
    provider({
      assessments: [
        {
          id: 'forge-as-h02',
          sharedWith: ['hbep', 'h01', 'h02', 'hbep'],
          adoptions,
        },
      ],
    })
  const invited = (f: Json) =>
    said('QAV-05', placed, f).map(({ values }) => values?.['commissioner'])
  expect(invited(facts([]))).toEqual(['hbep'])
  expect(invited(facts([{ commissioner: 'hbep', date: '2026-11-21' }]))).toEqual([])
  expect(invited(facts([{ commissioner: 'hbep', date: '2026-11-22' }]))).toEqual(['hbep'])
})

test('QAV-04 speaks of a list only when it is known', () => {
  expect(levelsSaid('QAV-04', placed, provider({ onLocalList: true }))).toEqual(['info'])
  expect(levelsSaid('QAV-04', placed, provider({ onLocalList: null }))).toEqual([])
})
