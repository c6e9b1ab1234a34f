import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { said } from '../worked-facts.ts'

const money = ['base', 'rates-2026-27', 'rates-2027-28', 'pupil']
const managed = [...money, 'tier-4']

describe('FCR-03 and FCR-10 payments', () => {
  const paid = (...payments: (number | null)[]) => ({
    asOf: '2027-07-16',
    invoices: payments.map((paidPence, n) => ({
      id: `i${n}`,
      kind: 'contribution',
      school: 'h01',
      programme: 'pr1',
      amountPence: 343_269,
      sentDate: '2027-01-11',
      proRataMethod: 'complete-weeks-52',
      ...(paidPence === null ? {} : { paidPence }),
    })),
  })
  test.each([
    [[343_268], 'warning', 1],
    [[343_269], 'info', undefined],
    [[343_270], 'info', undefined],
    [[343_268, 1], 'info', undefined],
    [[0], 'warning', 343_269],
    [[null], 'info', undefined],
    [[343_268, null], 'info', undefined],
  ])('%j paid of 343,269: %s', (payments, level, shortfall) => {
    const [finding] = said('FCR-03', managed, paid(...payments))
    expect(finding?.level).toBe(level)
    expect(finding?.amounts?.['shortfall']).toBe(shortfall)
    expect(said('FCR-10', managed, paid(...payments))).toHaveLength(shortfall ? 1 : 0)
  })

  test('the agreed level is the local charge, and never below the minimum', () => {
    const charged = (flatPence: number, payment: number) =>
      said('FCR-10', managed, {
        ...paid(payment),
        partnerships: [{ id: 'hbep', chargePolicies: [{ from: '2026-09-01', flatPence }] }],
      })[0]?.amounts?.['agreed']
    expect(charged(400_000, 399_999)).toBe(400_000)
    expect(charged(400_000, 400_000)).toBeUndefined()
    expect(charged(1, 343_268)).toBe(343_269)
  })

  test.each([
    [3, 0],
    [4, 1],
    [5, 1],
  ])('tier %i: %i', (tier, count) => {
    const facts = { ...paid(0), programmes: [{ id: 'pr1', tier }] }
    expect(said('FCR-03', managed, facts)).toHaveLength(count)
    expect(said('FCR-10', managed, facts)).toHaveLength(count)
  })
})

describe('FCR-03 methods', () => {
  const by = (proRataMethod: string, more: Json = {}, rest: Json = {}) =>
    said('FCR-03', managed, {
      asOf: '2027-07-16',
      policy: { proRataMethod },
      programmes: [{ id: 'pr1', ...more }],
      ...rest,
    })[0]
  test('a whole year is never more than the whole, also in a leap year', () => {
    const year = { decidedDate: '2027-04-01', start: '2027-04-01', end: '2028-03-31' }
    expect(by('calendar-days-365', year)?.amounts).toMatchObject({ minimum: 670_000 })
    expect(by('complete-weeks-52', year)?.amounts).toMatchObject({ minimum: 670_000 })
    const almost = { ...year, end: '2028-03-29' }
    expect(by('calendar-days-365', almost)?.amounts).toMatchObject({
      minimum: Math.round((670_000 * 364) / 365),
    })
  })

  test('what is not known is said: rates, or the school days of the period', () => {
    const year = { decidedDate: '2027-04-01', start: '2027-04-01', end: '2028-03-31' }
    const unknown = { level: 'warning', values: { unknown: 'rate-or-calendar' } }
    expect(by('school-days-190', year)).toMatchObject(unknown)
    expect(by('complete-weeks-52', year, { rates: [] })).toMatchObject(unknown)
    expect(by('complete-weeks-52', year, { rates: null })).toMatchObject(unknown)
    expect(by('school-days-190')?.amounts).toHaveProperty('minimum')
  })

  test('the last method sent on an invoice goes before the policy', () => {
    const sent = (id: string, sentDate: string, proRataMethod: string) => ({
      id,
      kind: 'contribution',
      school: 'h01',
      programme: 'pr1',
      amountPence: 1,
      sentDate,
      proRataMethod,
    })
    const invoices = [
      sent('a', '2027-02-01', 'calendar-days-365'),
      sent('b', '2027-01-11', 'school-days-190'),
      sent('c', '2027-07-17', 'complete-weeks-52'),
    ]
    const finding = by('complete-weeks-52', {}, { invoices })
    expect(finding?.values?.['method']).toBe('calendar-days-365')
  })

  test('a programme of an earlier school year is priced by the year group of then', () => {
    const rates = [
      { id: 'k3', financialYear: '2026-27', phase: 'key-stage-3', averagePupilCostPence: 520_000 },
      { id: 'k4', financialYear: '2026-27', phase: 'key-stage-4', averagePupilCostPence: 620_000 },
    ]
    const programme = { decidedDate: '2027-01-04', start: '2027-01-04', end: '2027-03-31' }
    const price = (asOf: string, yearGroup: number) =>
      said('FCR-03', ['base', 'pupil', 'tier-4'], {
        asOf,
        rates,
        pupils: [{ id: 'p1', yearGroup }],
        programmes: [{ id: 'pr1', ...programme }],
      })[0]?.amounts?.['minimum']
    expect(price('2027-07-16', 9)).toBe(120_000)
    expect(price('2027-09-02', 10)).toBe(120_000)
    expect(price('2027-07-16', 10)).toBe(Math.round((620_000 * 12) / 52))
  })
})
