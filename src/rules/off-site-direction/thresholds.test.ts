import { describe, expect, test } from 'vitest'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const directed = ['base', 'pupil', 'off-site-direction']
const osd1 = (asOf: string, fields: object = {}) => ({
  asOf,
  offSiteDirections: [{ id: 'osd1', ...fields }],
})

describe('OSD-01 consent', () => {
  test.each([
    ['improve-behaviour', null, 0],
    ['health', '2026-11-20', 0],
    ['health', '2026-11-21', 1],
    [null, null, 1],
  ])('for %s with consent on %s', (purpose, parentConsentDate, findings) => {
    expect(
      said('OSD-01', directed, osd1('2026-11-20', { purpose, parentConsentDate })),
    ).toHaveLength(findings)
  })
})

describe('OSD-02 two school days before Monday 23 November', () => {
  test.each([
    ['2026-11-17', []],
    ['2026-11-18', []],
    ['2026-11-19', ['warning']],
    ['2026-11-20', ['breach']],
    ['2026-11-21', ['breach']],
    ['2026-11-23', ['breach']],
  ])('notice on %s', (noticeDate, levels) => {
    expect(levelsSaid('OSD-02', directed, osd1('2026-12-01', { noticeDate }))).toEqual(levels)
  })

  test.each([
    ['2026-11-18', 'info'],
    ['2026-11-19', 'warning'],
    ['2026-11-20', 'breach'],
    ['2026-11-30', 'breach'],
  ])('no notice by %s', (asOf, level) => {
    expect(said('OSD-02', directed, osd1(asOf, { noticeDate: null }))).toMatchObject([
      { level, due: '2026-11-18', values: { task: 'give-notice' } },
    ])
  })

  test('a Sunday that leaves two clear school days is in time, and a notice planned for tomorrow is judged by its day', () => {
    const start = '2026-11-25'
    expect(
      levelsSaid('OSD-02', directed, osd1('2026-11-24', { start, noticeDate: '2026-11-22' })),
    ).toEqual([])
    const planned = (noticeDate: string) =>
      levelsSaid('OSD-02', directed, osd1('2026-11-17', { noticeDate }))
    expect(planned('2026-11-18')).toEqual([])
    expect(planned('2026-11-19')).toEqual(['warning'])
    expect(planned('2026-11-20')).toEqual(['breach'])
  })

  test('an EHCP needs a notice to the authority too', () => {
    const pupils = [{ id: 'p1', send: { status: 'ehcp' } }]
    expect(said('OSD-02', directed, { ...osd1('2026-11-19'), pupils })).toMatchObject([
      { level: 'warning', values: { recipient: 'local-authority' } },
    ])
  })

  test('without term dates only what is certain is said', () => {
    const asked = (noticeDate: string) =>
      said('OSD-02', directed, { ...osd1('2026-11-22', { noticeDate }), calendar: null })
    expect(asked('2026-11-18')).toMatchObject([{ level: 'info', values: { unknown: 'calendar' } }])
    expect(asked('2026-11-20')).toMatchObject([
      { level: 'breach', values: { unknown: 'calendar' } },
    ])
  })
})

describe('OSD-04 six days before a review', () => {
  test.each([
    ['2026-12-07', []],
    ['2026-12-08', []],
    ['2026-12-09', ['breach']],
  ])('invited on %s', (invitedDate, levels) => {
    const reviews = [{ date: '2026-12-14', invitedDate }]
    expect(levelsSaid('OSD-04', directed, osd1('2026-12-10', { reviews }))).toEqual(levels)
  })

  test.each([
    ['2026-12-07', 'info'],
    ['2026-12-08', 'info'],
    ['2026-12-09', 'breach'],
  ])('not invited by %s', (asOf, level) => {
    expect(said('OSD-04', directed, osd1(asOf))).toMatchObject([{ level, due: '2026-12-08' }])
  })
})

describe('OSD-05 seventy days', () => {
  const asked = (date: string, heldDate: string) =>
    levelsSaid(
      'OSD-05',
      directed,
      osd1('2026-12-10', {
        start: '2026-09-07',
        noticeDate: '2026-09-01',
        reviews: [{ date: '2026-09-14', heldDate }],
        reviewRequests: [{ date }],
      }),
    )
  test.each([
    ['2026-11-22', []],
    ['2026-11-23', []],
    ['2026-11-24', ['warning']],
  ])('review held on 14 September, asked for on %s', (request, levels) => {
    expect(asked(request, '2026-09-14')).toEqual(levels)
  })
  test('a review held since, up to today, ends it', () => {
    expect(asked('2026-11-24', '2026-12-10')).toEqual([])
    expect(asked('2026-11-24', '2026-12-11')).toEqual(['warning'])
  })
})

describe('OSD-06 running on 26 July 2026', () => {
  test.each([
    ['2026-07-24', '2026-12-18', 1],
    ['2026-07-25', '2026-12-18', 1],
    ['2026-07-26', '2026-12-18', 0],
  ])('an academy’s direction from %s to %s', (start, end, findings) => {
    expect(said('OSD-06', directed, osd1('2026-10-01', { start, end }))).toHaveLength(findings)
  })
  test.each([
    ['2026-07-25', 0],
    ['2026-07-26', 1],
    [null, 1],
  ])('that ended on %s, asked on 26 July', (end, findings) => {
    expect(said('OSD-06', directed, osd1('2026-07-26', { start: '2026-06-08', end }))).toHaveLength(
      findings,
    )
  })
})

describe('OSD-07 more than both planned limits', () => {
  const week = (sessions: number) =>
    (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const)
      .slice(0, sessions)
      .map(weekday => ({ weekday, session: 'morning', hours: 3 }))
  const found = (sessions: number, end: string | null, policy: object = {}) =>
    levelsSaid('OSD-07', placed, {
      asOf: '2026-11-21',
      policy,
      placements: [{ id: 'pl1', timetable: week(sessions), end }],
    })

  test.each([
    [4, null, []],
    [5, null, ['info']],
    [5, '2026-11-28', []],
    [5, '2026-11-29', []],
    [5, '2026-11-30', ['info']],
  ])('%i sessions from 7 September to %s', (sessions, end, levels) => {
    expect(found(sessions, end)).toEqual(levels)
  })

  test('is law once switched on', () => {
    expect(found(5, null, { switchedOn: ['non-school-ap-caps'] })).toEqual(['warning'])
    expect(found(5, null, { switchedOn: ['section-92-definition'] })).toEqual(['info'])
  })

  test.each([
    ['2026-12-18', []],
    [null, ['info']],
  ])('a direction that ends on %s', (end, levels) => {
    expect(levelsSaid('OSD-07', directed, osd1('2026-11-21', { end }))).toEqual(levels)
  })
})
