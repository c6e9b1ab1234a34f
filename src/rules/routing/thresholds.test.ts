import { describe, expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { levelsSaid, said } from '../worked-facts.ts'

const referred = ['base', 'pupil', 'referral']
const excluded = ['base', 'rates-2026-27', 'pupil', 'exclusion']

describe('RTE-01 membership and roll on the day of the referral', () => {
  test.each([
    ['the last day of the membership', '2026-11-16', 'hbep'],
    ['the day after it, as a former member', '2026-11-15', 'hbep'],
  ])('%s', (_words, to, partnership) => {
    const schools = [{ id: 'h01', memberships: [{ partnership: 'hbep', from: '2020-09-01', to }] }]
    const [finding] = said('RTE-01', referred, { asOf: '2026-11-17', schools })
    expect(finding?.values).toMatchObject({ partnership })
  })

  test.each([
    ['2026-11-15', 'n01'],
    ['2026-11-16', 'n01'],
    ['2026-11-17', 'h01'],
  ])('a roll that starts on %s makes %s decide', (from, school) => {
    const rolls = [
      { school: 'h01', from: '2024-09-02', to: addDays(isoDate(from), -1) },
      { school: 'n01', from },
    ]
    const pupils = [{ id: 'p1', rolls }]
    expect(said('RTE-01', referred, { asOf: '2026-11-17', pupils })[0]?.values).toMatchObject({
      school,
    })
  })

  test('a school that was never a member has no partnership, and memberships not known are said', () => {
    const memberships = (known: unknown) =>
      said('RTE-01', referred, { asOf: '2026-11-17', schools: [{ id: 'h01', memberships: known }] })
    expect(memberships([])).toMatchObject([{ level: 'info', values: { school: 'h01' } }])
    expect(memberships(null)).toMatchObject([
      { level: 'warning', values: { unknown: 'memberships' } },
    ])
  })
})

describe('RTE-02 the sixth school day', () => {
  test.each([
    ['2026-11-16', ['info']],
    ['2026-11-17', ['info']],
    ['2026-11-18', ['breach']],
    [null, ['breach']],
  ])('education from %s', (educationFrom, levels) => {
    const exclusions = [{ id: 'x1', educationFrom }]
    expect(levelsSaid('RTE-02', excluded, { exclusions })).toEqual(levels)
  })

  test.each([
    ['2026-11-16', 'info', undefined],
    ['2026-11-17', 'info', undefined],
    ['2026-11-18', 'breach', 1],
  ])('on %s, with none in place', (asOf, level, overdueDays) => {
    const [finding] = said('RTE-02', excluded, {
      asOf,
      exclusions: [{ id: 'x1', educationFrom: null }],
    })
    expect(finding).toMatchObject({ level, basis: 'law', due: '2026-11-17' })
    expect(finding?.overdueDays).toBe(overdueDays)
  })

  test('education that is only planned has not begun', () => {
    const exclusions = [{ id: 'x1', educationFrom: '2026-11-30' }]
    expect(said('RTE-02', excluded, { asOf: '2026-11-20', exclusions })).toMatchObject([
      { level: 'breach', overdueDays: 3, values: { task: 'notify-home-authority' } },
    ])
  })
})

describe('RTE-03 a few weeks on the roll', () => {
  test.each([
    ['2026-10-06', 41, 1],
    ['2026-10-05', 42, 0],
    ['2026-10-04', 43, 0],
  ])('from %s: %i days', (from, _days, findings) => {
    const pupils = [{ id: 'p1', homeArea: 'nwllip', rolls: [{ school: 'h01', from }] }]
    expect(said('RTE-03', referred, { asOf: '2026-11-17', pupils })).toHaveLength(findings)
  })

  test('is silent at home in the same area, or when the area is not known', () => {
    const rolls = [{ school: 'h01', from: '2026-11-02' }]
    for (const homeArea of ['hbep', null])
      expect(
        said('RTE-03', referred, { asOf: '2026-11-17', pupils: [{ id: 'p1', homeArea, rolls }] }),
      ).toEqual([])
  })
})

describe('RTE-04 five school days in a dispute', () => {
  const disputed = (asOf: string, more = {}) =>
    said('RTE-04', referred, {
      asOf,
      referrals: [{ id: 'r1', dispute: { openedDate: '2026-11-17' }, ...more }],
    })

  test.each([
    ['2026-11-20', 'info'],
    ['2026-11-23', 'info'],
    ['2026-11-24', 'warning'],
  ])('on %s', (asOf, level) => {
    expect(disputed(asOf)).toMatchObject([{ level, due: '2026-11-23' }])
  })

  test('ends with a response or a settlement, from its day on', () => {
    expect(disputed('2026-11-24', { respondedDate: '2026-11-24' })).toEqual([])
    expect(disputed('2026-11-24', { respondedDate: '2026-11-25' })).toHaveLength(1)
    expect(
      disputed('2026-11-24', {
        dispute: { openedDate: '2026-11-17', resolvedDate: '2026-11-24' },
      }),
    ).toEqual([])
  })

  test('counts the days of the school, and says when the calendar does not reach', () => {
    const schools = [{ id: 'h01', calendar: { closures: ['2026-11-18'] } }]
    const dispute = { openedDate: '2026-11-17' }
    const facts = { asOf: '2026-11-17', schools, referrals: [{ id: 'r1', dispute }] }
    expect(said('RTE-04', referred, facts)).toMatchObject([{ due: '2026-11-24' }])
    expect(said('RTE-04', referred, { ...facts, calendar: null, schools: [] })).toMatchObject([
      { level: 'info', values: { unknown: 'calendar' } },
    ])
  })
})

describe('RTE-07 who may refer', () => {
  test.each([
    [{ type: 'school', id: 'h01' }, 0],
    [{ type: 'school', id: 'h02' }, 1],
    [{ type: 'school' }, 1],
    [{ type: 'social-worker', id: 'h01' }, 1],
    [null, 1],
  ])('%o', (referredBy, findings) => {
    const referrals = [{ id: 'r1', pupil: 'p1', referredDate: '2026-11-16', referredBy }]
    expect(said('RTE-07', ['base', 'pupil'], { asOf: '2026-11-17', referrals })).toHaveLength(
      findings,
    )
  })

  test('the last day on the roll is enough, and the excluding school may refer after it', () => {
    const left = (to: string) => [{ id: 'p1', rolls: [{ school: 'h01', from: '2024-09-02', to }] }]
    const asked = (to: string, more = {}) =>
      said('RTE-07', referred, { asOf: '2026-11-17', pupils: left(to), ...more })
    expect(asked('2026-11-16')).toHaveLength(0)
    expect(asked('2026-11-15')).toHaveLength(1)
    const exclusions = [{ id: 'x1', pupil: 'p1', school: 'h01', decisionDate: '2026-11-02' }]
    expect(asked('2026-11-15', { exclusions })).toHaveLength(0)
  })
})
