import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const pupil = ['base', 'rates-2026-27', 'pupil']
const from = (homeAuthority: string | null, send: object = {}) => [
  { id: 'p1', homeAuthority, send },
]
const programme = (fields: object) => [
  {
    id: 'pr1',
    pupil: 'p1',
    school: 'h01',
    partnership: 'hbep',
    tier: 4,
    start: '2026-12-01',
    ...fields,
  },
]

describe('OOA-01 and OOA-02 the first £6,000 and what is above', () => {
  test.each([
    [599_999, 599_999, undefined],
    [600_000, 600_000, undefined],
    [600_001, 600_000, 1],
  ])('a cost of %i pence', (additionalCostPence, schoolShare, request) => {
    const pupils = from('leicester-city', { status: 'sen-support', additionalCostPence })
    const facts = { asOf: '2026-11-21', pupils }
    expect(said('OOA-01', pupil, facts)).toMatchObject([{ amounts: { schoolShare } }])
    expect(said('OOA-02', pupil, facts)[0]?.amounts?.['request']).toBe(request)
  })

  test('asks the authority of the EHCP, else of the home, with a cost not known too', () => {
    const asked = (home: string | null, send: object) =>
      said('OOA-02', pupil, { asOf: '2026-11-21', pupils: from(home, send) })[0]?.values?.[
        'requestTo'
      ]
    expect(asked('rutland', { status: 'ehcp', ehcpAuthority: 'leicester-city' })).toBe(
      'leicester-city',
    )
    expect(asked('rutland', { status: 'ehcp' })).toBe('rutland')
    expect(asked('rutland', { status: 'ehcp', ehcpAuthority: 'leicestershire' })).toBeUndefined()
    expect(asked('rutland', { status: 'none' })).toBeUndefined()
    expect(asked('rutland', { status: 'isp' })).toBeUndefined()
    expect(asked(null, { status: 'sen-support' })).toBeUndefined()
  })
})

describe('OOA-04 and OOA-05 by tier', () => {
  test.each([
    [3, ['info'], []],
    [4, [], ['high']],
    [5, [], ['high']],
  ])('Tier %i of a child from Rutland', (tier, below, atFour) => {
    const facts = { asOf: '2026-11-21', pupils: from('rutland'), programmes: programme({ tier }) }
    expect(levelsSaid('OOA-04', pupil, facts)).toEqual(below)
    expect(levelsSaid('OOA-05', pupil, facts)).toEqual(atFour)
  })

  test.each([
    ['2026-11-21', []],
    ['2026-11-22', ['high']],
  ])('joint referral sent on %s', (sentDate, levels) => {
    const programmes = programme({ homeAuthorityReferral: { sentDate } })
    const facts = { asOf: '2026-11-21', pupils: from('rutland'), programmes }
    expect(levelsSaid('OOA-05', pupil, facts)).toEqual(levels)
  })
})

describe('OOA-06 the City takes over', () => {
  const taken = (asOf: string, acceptedFrom: string | null, fields: object = {}) =>
    said('OOA-06', pupil, {
      asOf,
      pupils: from('leicester-city'),
      programmes: programme({
        placeSustainable: false,
        homeAuthorityReferral: { sentDate: '2026-11-18', acceptedFrom },
        ...fields,
      }),
    })

  test.each([
    ['2027-01-10', 'pending-city-acceptance'],
    ['2027-01-11', 'transferred'],
    ['2027-01-12', 'transferred'],
  ])('accepted from 11 January, asked on %s', (asOf, status) => {
    expect(taken(asOf, '2027-01-11')).toMatchObject([
      { amounts: { pupilFunding: 137_500, countyCost: 0 }, values: { status, weeks: 11 } },
    ])
  })

  test.each([
    ['2027-01-13', 11],
    ['2027-01-14', 11],
    ['2027-01-15', 10],
  ])('accepted from %s: %i complete weeks to 31 March', (acceptedFrom, weeks) => {
    expect(taken('2027-02-01', acceptedFrom)).toMatchObject([{ values: { weeks } }])
  })

  test('without a rate there is no sum, and without a decision on the place nothing is said', () => {
    expect(taken('2027-04-01', '2027-04-01')[0]?.amounts).toEqual({ countyCost: 0 })
    expect(taken('2027-01-11', '2027-01-11', { placeSustainable: null })).toEqual([])
  })
})
