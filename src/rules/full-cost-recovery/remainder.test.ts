import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { said } from '../worked-facts.ts'

const money = ['base', 'rates-2026-27', 'rates-2027-28', 'pupil']
const outside = [...money, 'non-member', 'exclusion-by-non-member']

describe('the remainder of a non-member', () => {
  const charged = (totalPence: number | null, more: Json = {}, school: Json = {}) => ({
    exclusions: [{ id: 'x1', provisionCost: { totalPence }, ...more }],
    schools: [{ id: 'x01', ...school }],
  })
  test.each([
    [237_499, 0, 0],
    [237_500, 0, 0],
    [237_501, 1, 1],
  ])('full cost of %i: remainder %i', (total, remainder, asked) => {
    expect(said('FCR-11', outside, charged(total))[0]?.amounts).toMatchObject({ remainder })
    expect(said('FCR-07', outside, charged(total))).toHaveLength(asked)
    expect(said('FCR-13', outside, charged(total))).toHaveLength(asked)
  })

  test('neither cost nor reduction is invented', () => {
    expect(said('FCR-11', outside, charged(null))).toEqual([])
    expect(said('FCR-11', outside, charged(300_000, { regulationAmounts: null }))).toEqual([])
  })

  test.each([
    ['2027-01-31', 0],
    ['2027-02-01', 0],
    ['2027-02-02', 1],
    [null, 1],
  ])('discussed on %s: %i blocked', (seniorOfficerDiscussionDate, count) => {
    expect(said('FCR-13', outside, charged(300_000, { seniorOfficerDiscussionDate }))).toHaveLength(
      count,
    )
  })

  test.each<[Json, string, number]>([
    [{ memorandumSignedDate: '2026-11-09' }, 'memorandum-disputed', 1],
    [{ memorandumSignedDate: '2026-11-10' }, 'none', 0],
    [
      { memorandumSignedDate: '2019-01-01', bindingCostAgreementDate: '2026-11-09' },
      'binding-agreement',
      0,
    ],
    [
      { memorandumSignedDate: '2019-01-01', bindingCostAgreementDate: '2026-11-10' },
      'memorandum-disputed',
      1,
    ],
  ])('%j: %s', (school, remainderEnforceability, disputed) => {
    const facts = charged(300_000, {}, school)
    expect(said('FCR-07', outside, facts)[0]?.values).toMatchObject({ remainderEnforceability })
    expect(said('FCR-12', outside, facts)).toHaveLength(disputed)
  })

  test('the price of a school week counts each week in which school meets', () => {
    const weeks = (from: string, to: string | null) =>
      said('FCR-11', outside, {
        exclusions: [{ id: 'x1', provisionCost: { pencePerSchoolWeek: 100, from, to } }],
      })[0]?.amounts?.['fullCost']
    expect(weeks('2026-10-16', '2026-10-25')).toBe(100)
    expect(weeks('2026-10-16', '2026-10-26')).toBe(200)
    expect(weeks('2026-11-27', '2026-11-29')).toBe(0)
    expect(weeks('2026-11-27', '2026-11-30')).toBe(100)
    expect(weeks('2027-07-12', '2027-07-19')).toBeUndefined()
    expect(weeks('2026-11-17', null)).toBeUndefined()
  })
})
