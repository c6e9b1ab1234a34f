import { describe, expect, test } from 'vitest'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const provided = ['base', 'good-provider']
const forge = (asOf: string, fields: object) => ({ asOf, providers: [{ id: 'forge', ...fields }] })
const trained = (role: string, date: string, trainer = 'county') => ({
  people: [{ id: 'forge-new', role, safeguardingTraining: [{ date, trainer }] }],
})

describe('SAF-01 agreements in force', () => {
  const agreed = (fields: object) =>
    levelsSaid(
      'SAF-01',
      ['base'],
      forge('2026-11-21', { agreements: [{ id: 'x', commissioner: 'hbep', ...fields }] }),
    )
  test.each([
    ['2026-11-21', '2026-11-21', ['warning']],
    ['2026-11-22', null, []],
    ['2026-09-01', '2026-11-20', []],
    [null, null, []],
  ])('signed on %s, to %s', (signedDate, endDate, levels) => {
    expect(agreed({ signedDate, endDate })).toEqual(levels)
  })
  test('the clause ends it, its absence is a breach', () => {
    expect(agreed({ signedDate: '2026-09-01', kcsieClause: true })).toEqual([])
    expect(agreed({ signedDate: '2026-09-01', kcsieClause: false })).toEqual(['breach'])
  })
})

describe('SAF-02 in date', () => {
  test.each([
    ['staff', '2025-11-20', ['warning']],
    ['staff', '2025-11-21', []],
    ['staff', '2025-11-22', []],
    ['deputy-safeguarding-lead', '2024-11-20', ['warning']],
    ['deputy-safeguarding-lead', '2024-11-21', []],
    ['safeguarding-lead', '2024-11-22', []],
    ['staff', '2026-11-22', ['breach']],
  ])('%s trained on %s', (role, date, levels) => {
    expect(levelsSaid('SAF-02', provided, forge('2026-11-21', trained(role, date)))).toEqual(levels)
  })

  test('a volunteer counts where a school commissions or a looked-after child attends', () => {
    const untrained = { people: [{ id: 'forge-volunteer', role: 'volunteer' }] }
    const counted = (facts: object) =>
      said('SAF-02', placed, { ...forge('2026-11-21', untrained), ...facts }).length
    const care = { status: 'looked-after', authority: 'birmingham', from: '2026-11-21' }
    expect(counted({})).toBe(0)
    expect(counted({ placements: [{ id: 'pl1', commissioners: ['h01'] }] })).toBe(1)
    expect(
      counted({ placements: [{ id: 'pl1', commissioners: ['h01'], end: '2026-11-20' }] }),
    ).toBe(0)
    expect(counted({ pupils: [{ id: 'p1', care }] })).toBe(1)
  })
})

test('SAF-03 to SAF-05 what is not shown', () => {
  const nobody = { people: [], saferWorkingPracticeDate: '2026-11-22' }
  expect(levelsSaid('SAF-03', provided, forge('2026-11-21', nobody))).toEqual(['high'])
  expect(levelsSaid('SAF-04', provided, forge('2026-11-21', nobody))).toEqual(['high'])
  expect(levelsSaid('SAF-05', provided, forge('2026-11-21', nobody))).toEqual(['info'])
  expect(levelsSaid('SAF-03', ['base'], forge('2026-11-21', { people: null }))).toEqual(['high'])
  expect(levelsSaid('SAF-04', ['base'], forge('2026-11-21', { people: null }))).toEqual(['high'])
  const other = trained('safeguarding-lead', '2026-11-21', 'other')
  expect(levelsSaid('SAF-03', ['base'], forge('2026-11-21', other))).toEqual(['info'])
  expect(levelsSaid('SAF-03', ['base'], forge('2026-11-20', other))).toEqual(['high'])
  expect(levelsSaid('SAF-04', ['base'], forge('2026-11-21', other))).toEqual(['info'])
})
