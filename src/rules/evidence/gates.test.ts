import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const start = '2026-11-24'
const coming = (asOf: string, provider: Json, placement: Json = {}): Json => ({
  asOf,
  providers: [{ id: 'forge', ...provider }],
  placements: [{ id: 'pl1', start, ...placement }],
})
const blocked = (rule: string, facts: Json) => said(rule, placed, facts).flatMap(f => f.blocks)

describe('EVD-01 a document', () => {
  const seenOn = (date: string, seen = true, commissioner = 'hbep') => ({
    evidence: [{ id: 'forge-doc-09', sightings: [{ commissioner, date, seen }] }],
  })
  test.each([
    ['2026-11-23', ['high']],
    ['2026-11-24', ['high']],
    ['2026-11-25', ['breach']],
  ])('never seen, asked on %s: %j', (asOf, levels) => {
    const facts = coming(asOf, { evidence: [{ id: 'forge-doc-09', sightings: [] }] })
    expect(levelsSaid('EVD-01', placed, facts)).toEqual(levels)
    expect(blocked('EVD-01', facts)).toEqual(asOf > start ? [] : ['start-placement'])
  })

  test.each([
    ['2026-11-23', []],
    ['2026-11-24', []],
    ['2026-11-25', ['warning']],
  ])('seen on %s for a start on the 24th: %j', (date, levels) => {
    expect(levelsSaid('EVD-01', placed, coming('2026-11-26', seenOn(date)))).toEqual(levels)
  })

  test('not seen, seen tomorrow or seen by another does not count', () => {
    for (const sighting of [
      seenOn('2026-11-20', false),
      seenOn('2026-11-24'),
      seenOn('2026-11-20', true, 'nwllip'),
    ])
      expect(levelsSaid('EVD-01', placed, coming('2026-11-23', sighting))).toEqual(['high'])
  })

  test('without any evidence, or without the provider, all 25 are missing', () => {
    expect(said('EVD-01', placed, coming('2026-11-23', { evidence: null }))).toHaveLength(25)
    const unknown = { asOf: '2026-11-23', placements: [{ id: 'pl1', start, provider: 'nowhere' }] }
    expect(said('EVD-01', placed, unknown)).toHaveLength(25)
  })

  test('the employer’s certificate does not apply with a declaration, and counts as seen', () => {
    const nobody = {
      employsAnyone: false,
      noEmployeesDeclarationDate: '2026-09-01',
      evidence: [{ id: 'forge-doc-01', $delete: true }],
    }
    expect(said('EVD-01', placed, coming('2026-11-23', nobody))).toEqual([])
    expect(said('EVD-02', placed, coming('2026-11-23', nobody))).toEqual([])
    const undeclared = { ...nobody, noEmployeesDeclarationDate: null }
    expect(levelsSaid('EVD-01', placed, coming('2026-11-23', undeclared))).toEqual(['high'])
  })
})

describe('EVD-08 and EVD-09 what a document must hold', () => {
  test.each<[Json, string[]]>([
    [{ staffCount: 0, firstAiderCount: 0 }, []],
    [{ staffCount: null }, ['staff-count']],
    [{ staffCount: null, firstAiderCount: null }, ['staff-count', 'first-aider-count']],
  ])('%j: missing %j', (numbers, missing) => {
    const facts = coming('2026-11-23', { evidence: [{ id: 'forge-doc-08', ...numbers }] })
    expect(said('EVD-08', placed, facts).map(f => f.values?.['missing'])).toEqual(missing)
    expect(said('EVD-01', placed, facts)).toHaveLength(missing.length ? 1 : 0)
  })

  test('procedures that are not recorded are missing, and a document not recorded is for EVD-01', () => {
    const none = coming('2026-11-23', { evidence: [{ id: 'forge-doc-13', procedures: null }] })
    expect(said('EVD-09', placed, none)).toHaveLength(8)
    const gone = coming('2026-11-23', {
      evidence: [
        { id: 'forge-doc-13', $delete: true },
        { id: 'forge-doc-08', $delete: true },
      ],
    })
    expect(said('EVD-09', placed, gone)).toEqual([])
    expect(said('EVD-08', placed, gone)).toEqual([])
    expect(said('EVD-01', placed, gone)).toHaveLength(2)
  })
})

test('EVD-10 people who are not known are not shown', () => {
  const facts = coming('2026-11-23', { people: null })
  expect(said('EVD-10', placed, facts).map(f => f.values?.['missing'])).toEqual([
    'lead-in-senior-leadership',
    'deputy',
  ])
})

describe('EVD-11 an agreement', () => {
  const signed = (agreement: Json) => ({ agreements: [{ id: 'forge-sla-hbep', ...agreement }] })
  test.each([
    ['2026-11-23', []],
    ['2026-11-24', []],
    ['2026-11-25', ['breach']],
  ])('signed on %s for a start on the 24th: %j', (signedDate, levels) => {
    const facts = coming('2026-11-26', signed({ signedDate }))
    expect(levelsSaid('EVD-11', placed, facts)).toEqual(levels)
  })

  test.each([
    ['2026-11-25', ['breach']],
    ['2026-11-26', []],
    ['2026-11-27', []],
  ])('ending on %s, asked on the 26th: %j', (endDate, levels) => {
    expect(levelsSaid('EVD-11', placed, coming('2026-11-26', signed({ endDate })))).toEqual(levels)
  })

  test('a coming placement needs it on its first day', () => {
    const facts = (endDate: string) => coming('2026-11-20', signed({ endDate }))
    expect(levelsSaid('EVD-11', placed, facts('2026-11-23'))).toEqual(['high'])
    expect(levelsSaid('EVD-11', placed, facts('2026-11-24'))).toEqual([])
  })

  test('unsigned, or that of another commissioner, does not serve', () => {
    for (const agreement of [{ signedDate: null }, { commissioner: 'n01' }])
      expect(levelsSaid('EVD-11', placed, coming('2026-11-23', signed(agreement)))).toEqual([
        'high',
      ])
  })
})

describe('EVD-13 and EVD-14', () => {
  const audited = (date: string) => ({
    asOf: '2026-11-21',
    providers: [{ id: 'forge', audits: [{ id: 'forge-audit', date }] }],
  })
  test.each([
    ['2025-11-20', ['warning']],
    ['2025-11-21', []],
    ['2025-11-22', []],
    ['2026-11-22', ['warning']],
  ])('audited on %s: %j', (date, levels) => {
    expect(levelsSaid('EVD-13', placed, audited(date))).toEqual(levels)
  })

  test('no audit matters where a partnership commissions', () => {
    const none = (commissioner: string) => ({
      asOf: '2026-11-21',
      providers: [{ id: 'forge', audits: null }],
      placements: [{ id: 'pl1', commissioners: [commissioner] }],
    })
    expect(said('EVD-13', placed, none('hbep'))).toMatchObject([{ values: { audit: 'none' } }])
    expect(said('EVD-13', placed, none('h01'))).toEqual([])
  })

  test('only the latest assessment of a commissioner that uses the provider is asked', () => {
    const facts = (insuranceChecked: boolean | null, date = '2026-09-03') => ({
      asOf: '2026-11-21',
      providers: [
        {
          id: 'forge',
          assessments: [
            { id: 'forge-as-hbep', date, insuranceChecked },
            { id: 'old', commissioner: 'hbep', date: '2025-09-03' },
          ],
        },
      ],
    })
    const asked = (f: Json) => said('EVD-14', placed, f).map(({ subject }) => subject.id)
    expect(asked(facts(true))).toEqual([])
    expect(asked(facts(false))).toEqual(['forge-as-hbep'])
    expect(asked(facts(null))).toEqual(['forge-as-hbep'])
    expect(asked(facts(true, '2026-11-22'))).toEqual(['old'])
  })
})
