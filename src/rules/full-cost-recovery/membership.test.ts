import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const money = ['base', 'rates-2026-27', 'rates-2027-28', 'pupil']
const excluded = [...money, 'exclusion']
const managed = [...money, 'tier-4']
const member = (from: string, to?: string) => ({
  schools: [{ id: 'h01', memberships: [{ partnership: 'hbep', from, ...(to ? { to } : {}) }] }],
})

describe('membership on the day of the case', () => {
  test.each([
    ['2026-11-08', undefined, true],
    ['2026-11-09', undefined, true],
    ['2026-11-10', undefined, false],
    ['2020-09-01', '2026-11-08', false],
    ['2020-09-01', '2026-11-09', true],
    ['2020-09-01', '2026-11-10', true],
  ])('a member from %s to %s: %s', (from, to, isMember) => {
    const invoices = [
      { id: 'i1', kind: 'full-cost', school: 'h01', exclusion: 'x1', amountPence: 1 },
    ]
    const facts = { ...member(from, to), invoices }
    expect(said('FCR-01', excluded, facts)).toHaveLength(isMember ? 1 : 0)
    expect(said('FCR-03', excluded, facts)).toHaveLength(isMember ? 1 : 0)
    expect(said('FCR-06', excluded, facts)).toHaveLength(isMember ? 0 : 1)
  })

  test('memberships that are not known are never passed by in silence', () => {
    const facts = { schools: [{ id: 'h01', memberships: null }] }
    expect(said('FCR-06', excluded, facts)).toMatchObject([{ values: { unknown: 'memberships' } }])
    expect(said('FCR-06', managed, { asOf: '2027-02-01', ...facts })).toMatchObject([
      { level: 'warning', values: { unknown: 'memberships' } },
    ])
  })

  test('FCR-01 an invoice of no case that we know is judged today', () => {
    const facts = { invoices: [{ id: 'i1', kind: 'full-cost', school: 'h01', amountPence: 1 }] }
    expect(levelsSaid('FCR-01', excluded, facts)).toEqual(['high'])
  })

  test('FCR-06 a programme at Tier 4 of a non-member needs a senior officer', () => {
    const facts = { asOf: '2027-02-01', ...member('2015-09-01', '2026-12-13') }
    expect(said('FCR-06', managed, facts)).toMatchObject([
      { level: 'warning', values: { regime: 'non-member', task: 'senior-officer-decision' } },
    ])
    expect(
      said('FCR-06', managed, { asOf: '2027-02-01', ...member('2015-09-01', '2026-12-14') }),
    ).toEqual([])
  })
})
