import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const asOf = '2026-11-21'

describe('PLN-01 full time in total', () => {
  const atSchool = (schoolHoursPerWeek: number | null, more: Json = {}): Json => ({
    asOf,
    pupils: [{ id: 'p1', schoolHoursPerWeek, ...more }],
  })
  test.each([
    [12.98, ['breach']],
    [13, []],
    [13.02, []],
    [null, ['info']],
  ])('%s hours at school beside 12 of 25: %j', (hours, levels) => {
    expect(levelsSaid('PLN-01', placed, atSchool(hours))).toEqual(levels)
  })

  test('known hours that reach full time alone are enough', () => {
    const facts = { ...atSchool(25), placements: [{ id: 'pl1', timetable: null }] }
    expect(said('PLN-01', placed, facts)).toEqual([])
    const short = { ...atSchool(24.98), placements: [{ id: 'pl1', timetable: null }] }
    expect(said('PLN-01', placed, short)).toMatchObject([
      { values: { unknown: 'timetable-hours' } },
    ])
  })

  test('both what the hours are and what full time is may be unknown', () => {
    const facts = { ...atSchool(null), schools: [{ id: 'h01', hoursPerWeek: null }] }
    expect(said('PLN-01', placed, facts).map(({ values }) => values?.['unknown'])).toEqual([
      'timetable-hours',
      'full-time-hours',
    ])
    const noRoll = atSchool(1, { rolls: [] })
    expect(said('PLN-01', placed, noRoll)).toMatchObject([
      { values: { unknown: 'full-time-hours' } },
    ])
  })

  test.each([
    ['2026-11-20', ['warning']],
    ['2026-11-21', []],
    ['2026-11-22', []],
    [null, ['warning']],
  ])('a medical exception to be reviewed on %s: %j', (reviewDate, levels) => {
    const medicalException = { recordedDate: '2026-10-30', reviewDate }
    expect(levelsSaid('PLN-01', placed, atSchool(0, { medicalException }))).toEqual(levels)
  })

  test('an exception recorded tomorrow does not excuse today', () => {
    const medicalException = { recordedDate: '2026-11-22', reviewDate: '2027-01-01' }
    expect(levelsSaid('PLN-01', placed, atSchool(0, { medicalException }))).toEqual(['breach'])
  })

  test('of two registrations the main one gives the comparator', () => {
    const rolls = [
      { school: 'h02', from: '2026-09-02', registration: 'subsidiary' },
      { school: 'h01', from: '2024-09-02', registration: 'main' },
    ]
    const facts = { ...atSchool(13, { rolls }), schools: [{ id: 'h02', hoursPerWeek: 30 }] }
    expect(said('PLN-01', placed, facts)).toEqual([])
  })
})
