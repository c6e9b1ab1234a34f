import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { said } from '../worked-facts.ts'

const excluded = ['base', 'rates-2026-27', 'rates-2027-28', 'pupil', 'exclusion']
const exclusion = (more: Json, rest: Json = {}): Json => ({
  asOf: '2027-06-21',
  exclusions: [{ id: 'x1', ...more }],
  ...rest,
})
const adjusted = (more: Json, rest: Json = {}) => said('FCR-08', excluded, exclusion(more, rest))[0]
const fromTheDay = { policy: { relevantDateBasis: 'exclusion-date' } }

describe('FCR-08 complete weeks', () => {
  test.each([
    ['2026-11-13', 139, 19],
    ['2026-11-12', 140, 20],
    ['2026-11-11', 141, 20],
    ['2027-03-26', 6, 0],
    ['2027-03-25', 7, 1],
    ['2026-04-01', 365, 52],
  ])('from %s, %i days: %i weeks', (decisionDate, _days, weeks) => {
    const finding = adjusted({ decisionDate }, fromTheDay)
    expect(finding?.values?.['weeks']).toBe(weeks)
    expect(finding?.amounts?.['reduction']).toBe(Math.round((650_000 * weeks) / 52))
  })

  test('the amount of the year of the relevant date is taken', () => {
    const on = (decisionDate: string) => adjusted({ decisionDate }, fromTheDay)?.amounts
    expect(on('2027-03-31')).toMatchObject({ reduction: 0 })
    expect(on('2027-04-01')).toMatchObject({ reduction: 670_000 })
  })

  test('C is added after rounding, and half a penny goes up', () => {
    const regulationAmounts = [{ financialYear: '2026-27', amountPence: 26 }]
    const sums = adjusted(
      { decisionDate: '2027-03-25', regulationAmounts, financialAdjustmentPence: 10 },
      fromTheDay,
    )
    // 26 x 1/52 is half a penny.
    expect(sums?.amounts).toMatchObject({ reduction: 11 })
  })
})

describe('what must be found out', () => {
  test('A, the calendar, the governors’ day', () => {
    expect(adjusted({ regulationAmounts: null })).toMatchObject({
      level: 'warning',
      values: { unknown: 'regulation-amount' },
    })
    expect(adjusted({}, { calendar: null })).toMatchObject({
      level: 'warning',
      values: { unknown: 'calendar' },
    })
    const policy = { relevantDateBasis: 'governors-upheld-date' }
    expect(adjusted({}, { policy })?.values).toMatchObject({ unknown: 'governors-upheld-date' })
    expect(said('FCR-09', excluded, exclusion({}, { policy }))).toMatchObject([
      { level: 'warning', values: { unknown: 'governors-upheld-date' } },
    ])
    expect(said('FCR-03', excluded, exclusion({}, { policy }))).toMatchObject([
      { level: 'warning', values: { unknown: 'relevant-date' } },
    ])
  })

  test('an open leaver rule without A says both', () => {
    const finding = adjusted({
      decisionDate: '2027-04-19',
      yearGroup: null,
      regulationAmounts: null,
    })
    expect(finding?.values).toMatchObject({
      leaverRule: 'unknown',
      task: 'ask-finance',
      unknown: 'regulation-amount',
    })
  })
})

describe('the admitting school', () => {
  test.each([
    ['2026-11-17', 19],
    ['2026-11-10', 19],
    ['2027-03-25', 1],
    ['2027-03-26', 0],
    ['2027-05-10', 0],
  ])('admitted on %s: %i of 19 weeks', (admittedElsewhereDate, weeks) => {
    expect(adjusted({ admittedElsewhereDate })?.amounts?.['admittingSchoolIncrease']).toBe(
      Math.round((650_000 * weeks) / 52),
    )
  })

  test('an admission still to come adds nothing', () => {
    const facts = exclusion({ admittedElsewhereDate: '2027-01-11' }, { asOf: '2027-01-10' })
    expect(said('FCR-08', excluded, facts)[0]?.amounts).not.toHaveProperty(
      'admittingSchoolIncrease',
    )
  })
})
