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

describe('the leaver rule', () => {
  const leaving = (decisionDate: string, yearGroup: number | null, school = 'h01') =>
    adjusted({ decisionDate, yearGroup, school }, fromTheDay)?.values?.['leaverRule']
  test.each([
    ['2027-03-31', 'no'],
    ['2027-04-01', 'yes'],
    ['2027-04-02', 'yes'],
    ['2027-08-31', 'yes'],
    ['2027-09-01', 'no'],
  ])('Year 11 of an 11 to 16 school on %s: %s', (day, rule) => {
    expect(leaving(day, 11)).toBe(rule)
  })

  test.each([
    [9, 'h01', 'no'],
    [10, 'h01', 'no'],
    [11, 'h02', 'ambiguous'],
    [12, 'h02', 'no'],
    [13, 'h02', 'yes'],
    [null, 'h01', 'unknown'],
  ])('Year %s at %s on 19 April: %s', (yearGroup, school, rule) => {
    expect(leaving('2027-04-19', yearGroup, school)).toBe(rule)
  })

  test('a school whose highest age is not known leaves it open, and both sums are shown', () => {
    const schools = [{ id: 'h01', statutoryHighAge: null }]
    const finding = adjusted(
      { decisionDate: '2027-04-19', yearGroup: 11 },
      { ...fromTheDay, schools },
    )
    expect(finding).toMatchObject({
      level: 'warning',
      values: { leaverRule: 'unknown', task: 'ask-finance' },
    })
    expect(Object.keys(finding?.amounts ?? {})).toEqual([
      'reductionIfLeaver',
      'reductionIfNotLeaver',
    ])
  })

  test('weeks of a leaver counted from after the school year are none', () => {
    const facts = { decisionDate: '2027-07-15', yearGroup: 11, governorsUpheldDate: '2027-09-06' }
    const policy = { relevantDateBasis: 'governors-upheld-date' }
    expect(adjusted(facts, { asOf: '2027-10-01', policy })?.amounts).toMatchObject({ reduction: 0 })
  })
})
