import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { said } from '../worked-facts.ts'

const money = ['base', 'rates-2026-27', 'rates-2027-28', 'pupil']
const excluded = [...money, 'exclusion']

describe('FCR-02 the charge policy', () => {
  const charged = (...chargePolicies: Json[]) =>
    said('FCR-02', excluded, { partnerships: [{ id: 'hbep', chargePolicies }] })[0]?.amounts
  const policy = { from: '2026-01-01', flatPence: 300_000 }
  test.each([
    [{ from: '2026-11-10' }, undefined],
    [{ from: '2026-11-09' }, 300_000],
    [{ to: '2026-11-08' }, undefined],
    [{ to: '2026-11-09' }, 300_000],
    [{ case: 'tier-4' }, undefined],
    [{ case: 'permanent-exclusion' }, 300_000],
  ])('%j: %s', (more, charge) => {
    expect(charged({ ...policy, ...more })?.['charge']).toBe(charge)
  })

  test.each([
    [237_499, 237_500],
    [237_500, 237_500],
    [237_501, 237_501],
  ])('a charge of %i is floored by the minimum: %i', (flatPence, charge) => {
    expect(charged({ ...policy, flatPence })).toEqual({
      localCharge: flatPence,
      minimum: 237_500,
      charge,
    })
  })

  test('a charge for this kind of case goes before a general one, and a later before an earlier', () => {
    const special = { ...policy, case: 'permanent-exclusion', flatPence: 400_000 }
    expect(charged(special, { ...policy, from: '2026-06-01' })?.['localCharge']).toBe(400_000)
    expect(charged({ ...policy, from: '2026-06-01', flatPence: 1 }, policy)?.['localCharge']).toBe(
      1,
    )
  })
})

describe('FCR-04 and FCR-05 rates', () => {
  test.each([
    [600_001, 0],
    [600_000, 1],
    [599_999, 1],
    [null, 0],
  ])('an average of %s beside 600,000: %i', (averagePupilCostPence, count) => {
    const rates = [
      { id: 'k', financialYear: '2026-27', averagePupilCostPence, ageWeightedPence: 600_000 },
    ]
    expect(said('FCR-04', ['base'], { asOf: '2026-11-21', rates })).toHaveLength(count)
  })

  test.each([
    ['2027-02-28', []],
    ['2027-03-01', ['2027-28']],
    ['2027-03-31', ['2027-28']],
    ['2027-04-01', ['2027-28']],
    ['2028-03-01', ['2027-28', '2028-29']],
  ])('on %s the missing years are %j', (asOf, years) => {
    const found = said('FCR-05', ['base', 'rates-2026-27'], { asOf })
    expect(found.map(({ values }) => values?.['financialYear'])).toEqual(years)
  })

  test('overdue from 2 April; a rate without its sum is none; no list is not known', () => {
    expect(said('FCR-05', ['base', 'rates-2026-27'], { asOf: '2027-04-02' })[0]).toMatchObject({
      due: '2027-04-01',
      overdueDays: 1,
    })
    const rates = [{ id: 'k', financialYear: '2026-27' }]
    expect(said('FCR-05', ['base'], { asOf: '2026-11-21', rates })).toHaveLength(1)
    expect(said('FCR-05', ['base'], { asOf: '2026-11-21' })).toEqual([])
  })
})
