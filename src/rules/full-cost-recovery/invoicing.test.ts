import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, said } from '../worked-facts.ts'

const excluded = ['base', 'rates-2026-27', 'rates-2027-28', 'pupil', 'exclusion']
const exclusion = (more: Json, rest: Json = {}): Json => ({
  asOf: '2027-06-21',
  exclusions: [{ id: 'x1', ...more }],
  ...rest,
})
const fromTheDay = { policy: { relevantDateBasis: 'exclusion-date' } }

describe('FCR-09 the review window', () => {
  test.each([
    ['2027-06-20', []],
    ['2027-06-21', []],
    ['2027-06-22', ['send-invoice']],
    [null, ['send-invoice']],
  ])('closed on %s: blocks %j', (reviewWindowClosedDate, blocks) => {
    expect(said('FCR-09', excluded, exclusion({ reviewWindowClosedDate }))[0]?.blocks).toEqual(
      blocks,
    )
  })
})

describe('FCR-14 the October census', () => {
  test.each([
    ['2026-09-30', 0],
    ['2026-10-01', 0],
    ['2026-10-02', 1],
    ['2027-03-31', 1],
    ['2027-04-01', 0],
  ])('decided on %s: %i', (decisionDate, count) => {
    const found = said('FCR-14', excluded, exclusion({ decisionDate }, fromTheDay))
    expect(found).toHaveLength(count)
    if (count)
      expect(found[0]?.values).toEqual({ notRecoverableYear: '2027-28', censusDate: '2026-10-01' })
  })

  test('silent when the relevant date lies in the next year', () => {
    expect(said('FCR-14', excluded, exclusion({ decisionDate: '2027-03-25' }))).toEqual([])
  })
})

test.each([
  ['2027-06-21', 0],
  ['2027-06-22', 1],
])('reinstated on %s: the money falls away from that day', (reinstatedDate, count) => {
  for (const rule of ['FCR-03', 'FCR-08', 'FCR-09', 'FCR-14'])
    expect(said(rule, excluded, exclusion({ reinstatedDate }))).toHaveLength(count)
})

describe('a statutory invoice', () => {
  const invoice = (more: Json, asOf = '2027-02-18') =>
    levelsSaid('FCR-08', excluded, {
      asOf,
      exclusions: [{ id: 'x1', reinstatedDate: null }],
      invoices: [
        {
          id: 'i1',
          kind: 'statutory-adjustment',
          school: 'h01',
          exclusion: 'x1',
          amountPence: 100,
          paidPence: 99,
          sentDate: '2027-01-18',
          dueDate: '2027-02-17',
          ...more,
        },
      ],
    }).slice(1)
  test.each([
    ['2027-02-16', []],
    ['2027-02-17', []],
    ['2027-02-18', ['breach']],
  ])('a penny short on %s: %j', (asOf, levels) => {
    expect(invoice({}, asOf)).toEqual(levels)
  })

  test.each<[string, Json]>([
    ['paid', { paidPence: 100 }],
    ['overpaid', { paidPence: 101 }],
    ['payment not known', { paidPence: null }],
    ['a draft', { sentDate: null }],
    ['no due day', { dueDate: null }],
    ['of a programme without an exclusion', { exclusion: null, programme: 'pr1' }],
  ])('%s: no breach is claimed', (_what, more) => {
    expect(invoice(more)).toEqual([])
  })
})
