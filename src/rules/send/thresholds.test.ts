import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const pupil = ['base', 'pupil']
const tierFour = [...pupil, 'tier-4']
const child = (send: object) => [{ id: 'p1', send }]
const ehcp = (more: object = {}) =>
  child({ status: 'ehcp', ehcpAuthority: 'leicestershire', topUps: [], ...more })
const topUp = (schoolYear: string, amountPence = 300_000) => ({ schoolYear, amountPence })
const withTopUps = (...topUps: object[]) => child({ status: 'sen-support', topUps })

describe('SEN-01 one school year', () => {
  test.each([
    ['2027-05-31', []],
    ['2027-06-01', ['info']],
    ['2027-08-31', ['info']],
    ['2027-09-01', ['high']],
    ['2028-08-31', ['high']],
    ['2028-09-01', []],
  ])('granted for 2026-27, asked on %s', (asOf, levels) => {
    expect(levelsSaid('SEN-01', pupil, { asOf, pupils: withTopUps(topUp('2026-27')) })).toEqual(
      levels,
    )
  })

  test('the school year is the authority’s own', () => {
    const facts = { policy: { schoolYearStart: '08-24' }, pupils: withTopUps(topUp('2026-27')) }
    expect(said('SEN-01', pupil, { ...facts, asOf: '2027-08-23' })).toMatchObject([
      { level: 'info', due: '2027-08-23' },
    ])
    expect(levelsSaid('SEN-01', pupil, { ...facts, asOf: '2027-08-24' })).toEqual(['high'])
  })

  test('a renewal of nothing is none', () => {
    const pupils = withTopUps(topUp('2026-27'), topUp('2027-28', 0))
    expect(levelsSaid('SEN-01', pupil, { asOf: '2027-09-01', pupils })).toEqual(['high'])
  })
})

describe('SEN-02 above the school’s share', () => {
  test.each([
    [599_999, 0],
    [600_000, 0],
    [600_001, 1],
  ])('a cost of %i pence', (additionalCostPence, senaFunding) => {
    expect(
      said('SEN-02', pupil, { asOf: '2026-11-21', pupils: ehcp({ additionalCostPence }) }),
    ).toMatchObject([{ amounts: { senaFunding } }])
  })
})

describe('SEN-03 and SEN-05 transfers', () => {
  const transfer = (kind: string, paidPence: number | null, dueDate: string | null) => ({
    fundingTransfers: [{ id: 'ft1', kind, programme: 'pr1', paidPence, dueDate }],
  })
  const facts = { asOf: '2027-02-01', pupils: ehcp({ additionalCostPence: 940_000 }) }

  test.each([
    [223_561, '2027-01-31', ['breach']],
    [223_561, '2027-02-01', ['info']],
    [223_561, null, ['breach']],
    [223_562, '2027-01-31', []],
    [223_563, '2027-01-31', []],
    [null, '2027-01-31', ['info']],
  ])('EHCP funding: %o of 223,562 pence paid, due %s', (paid, due, levels) => {
    const transfers = transfer('ehcp-funding', paid, due)
    expect(levelsSaid('SEN-05', tierFour, { ...facts, ...transfers })).toEqual(levels)
  })

  test.each([
    [3, []],
    [4, ['info']],
    [5, ['info']],
  ])('at Tier %i', (tier, levels) => {
    const programmes = [{ id: 'pr1', tier }]
    expect(levelsSaid('SEN-05', tierFour, { ...facts, programmes })).toEqual(levels)
    const pupils = withTopUps(topUp('2026-27'))
    expect(levelsSaid('SEN-03', tierFour, { asOf: '2027-02-01', pupils, programmes })).toEqual(
      levels,
    )
  })

  test('a short top-up is a warning, over the true length of the school year', () => {
    const pupils = withTopUps(topUp('2026-27', 290_000))
    const paid = transfer('top-up', 190_684, '2027-01-31')
    expect(said('SEN-03', tierFour, { asOf: '2027-02-01', pupils, ...paid })).toMatchObject([
      {
        level: 'warning',
        overdueDays: 1,
        amounts: { topUp: 290_000, transferDue: 190_685, paid: 190_684, outstanding: 1 },
      },
    ])
    // The school year 2027-28 has 366 days.
    const leap = { programmes: [{ id: 'pr1', start: '2028-01-04', end: null }] }
    expect(
      said('SEN-03', tierFour, {
        asOf: '2028-01-04',
        pupils: withTopUps(topUp('2027-28', 366_000)),
        ...leap,
      }),
    ).toMatchObject([{ amounts: { transferDue: 241_000 } }])
  })

  test('what is not known is said', () => {
    const asked = (rule: string, send: object | null) =>
      said(rule, tierFour, { asOf: '2027-02-01', pupils: [{ id: 'p1', send }] }).map(
        ({ values }) => values?.['unknown'],
      )
    expect(asked('SEN-05', { status: null })).toEqual(['send-status'])
    expect(asked('SEN-05', { status: 'ehcp', additionalCostPence: 1 })).toEqual(['ehcp-authority'])
    expect(asked('SEN-05', { status: 'ehcp', ehcpAuthority: 'leicestershire' })).toEqual([
      'additional-cost',
    ])
    expect(asked('SEN-03', null)).toEqual(['top-up'])
  })
})

describe('SEN-11 the review clock', () => {
  const meeting = { id: 'ar1', pupil: 'p1', meetingDate: '2026-11-16' }
  const done = {
    noticeDate: '2026-11-02',
    reportDate: '2026-11-30',
    authorityDecisionDate: '2026-12-14',
    finalPlanDate: '2027-02-08',
  }
  test.each([
    ['noticeDate', '2026-11-01', '2026-11-02', '2026-11-03'],
    ['reportDate', '2026-11-29', '2026-11-30', '2026-12-01'],
    ['authorityDecisionDate', '2026-12-13', '2026-12-14', '2026-12-15'],
    ['finalPlanDate', '2027-02-07', '2027-02-08', '2027-02-09'],
  ])('%s', (step, before, on, late) => {
    const asked = (date: string | null, asOf: string) =>
      levelsSaid('SEN-11', pupil, {
        asOf,
        annualReviews: [{ ...meeting, ...done, [step]: date }],
      }).filter((_level, index) => index === 0)
    for (const date of [before, on]) expect(asked(date, '2027-03-01')).toEqual([])
    expect(asked(late, '2027-03-01')).toEqual(['breach'])
    expect(asked(null, '2027-03-01')).toEqual(['breach'])
  })

  test.each([
    ['maintain', 0],
    ['cease', 0],
    ['amend', 1],
    [null, 1],
  ])('a decision to %s needs %i final plan', (authorityDecision, plans) => {
    const annualReviews = [{ ...meeting, ...done, finalPlanDate: null, authorityDecision }]
    expect(said('SEN-11', pupil, { asOf: '2027-03-01', annualReviews })).toHaveLength(plans)
  })
})
