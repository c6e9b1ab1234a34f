import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const pupil = ['base', 'pupil']

describe('SEN-07 to SEN-09 acceptance', () => {
  const placement = (fields: object) => ({
    asOf: '2026-11-21',
    specialistPlacements: [{ id: 'sp1', pupil: 'p1', school: 'h01', ...fields }],
  })

  test.each([
    ['2026-11-20', 'breach'],
    ['2026-11-21', 'breach'],
    ['2026-11-22', 'high'],
    [null, 'high'],
  ])('accepted on %s', (acceptedDate, level) => {
    const facts = placement({ acceptedDate })
    expect(levelsSaid('SEN-07', pupil, facts)).toEqual([level, level])
    expect(levelsSaid('SEN-08', pupil, facts)).toEqual([level])
    expect(said('SEN-09', pupil, facts)).toHaveLength(level === 'breach' ? 1 : 0)
  })

  test('a decision against stops it, with a reason or without', () => {
    const values = (feasibility: object) =>
      said('SEN-07', pupil, placement({ feasibility })).map(finding => finding.values)
    expect(values({ possible: false, reason: 'No tutor' })).toEqual([{ possible: false }])
    expect(values({ possible: false })).toEqual([{ possible: false }, { missing: 'reason' }])
    expect(values({ possible: true, reason: 'A full programme' })).toEqual([])
  })
})

describe('SEN-10 the specialist funding', () => {
  const funded = (fields: object, asOf = '2027-03-31', policy: object = {}) =>
    said('SEN-10', pupil, {
      asOf,
      policy,
      specialistPlacements: [
        { id: 'sp1', pupil: 'p1', start: '2026-04-01', agreedPencePerYear: 2_550_000, ...fields },
      ],
    })
  const receipts = (amountPence: number, financialYear = '2026-27') => ({
    receipts: [{ financialYear, amountPence }],
  })

  test.each([
    [2_549_999, ['warning'], -1],
    [2_550_000, [], undefined],
    [2_550_001, ['info'], 1],
  ])('%i pence received', (received, levels, variance) => {
    const findings = funded(receipts(received))
    expect(findings.map(({ level }) => level)).toEqual(levels)
    expect(findings[0]?.amounts?.['variance']).toBe(variance)
  })

  test('the year of today, from its first day to its last', () => {
    const year = (asOf: string) => funded({}, asOf)[0]?.values?.['financialYear']
    expect(year('2027-03-31')).toBe('2026-27')
    expect(year('2027-04-01')).toBe('2027-28')
  })

  test.each([
    ['2026-04-01', undefined, { expected: 2_550_000 }],
    ['2026-04-02', undefined, { expectedByDays: 2_543_014, expectedByMonths: 2_542_917 }],
    ['2026-04-01', '2027-03-30', { expectedByDays: 2_543_014, expectedByMonths: 2_543_145 }],
  ])('from %s to %s', (start, end, amounts) => {
    expect(funded({ start, ...(end ? { end } : {}) })).toMatchObject([{ amounts }])
  })

  test('says when the rate is not the normal one, by policy or parameter', () => {
    const whole = { agreedPencePerYear: 2_600_000, ...receipts(2_600_000) }
    expect(funded(whole)).toMatchObject([
      { amounts: { agreed: 2_600_000, normal: 2_550_000 }, values: { normalRate: false } },
    ])
    expect(funded(whole, '2027-03-31', { specialistRatePence: 2_600_000 })).toEqual([])
  })

  test('a placement that ended before the year is silent', () => {
    expect(funded({ end: '2027-03-31' }, '2027-04-01')).toEqual([])
  })
})
