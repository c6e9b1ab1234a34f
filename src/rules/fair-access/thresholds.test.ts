import { describe, expect, test } from 'vitest'
import { levelsSaid, said } from '../worked-facts.ts'

const open = ['base', 'fair-access']
const decided = [...open, 'fair-access-decided']
const fa1 = (fields: object) => [{ id: 'fa1', ...fields }]

describe('FA-01 eligible', () => {
  test.each([
    ['2026-09-27', 0],
    ['2026-09-28', 0],
    ['2026-09-29', 1],
  ])('out of education from %s, received on 26 October', (outOfEducationFrom, findings) => {
    const fairAccessCases = fa1({ category: 'out-of-education-four-weeks', outOfEducationFrom })
    expect(said('FA-01', open, { asOf: '2026-10-27', fairAccessCases })).toHaveLength(findings)
  })

  test('gives the first reason in the order of the list', () => {
    const reason = (fields: object, pupil: object = {}) =>
      said('FA-01', open, {
        asOf: '2026-10-27',
        fairAccessCases: fa1(fields),
        pupils: [{ id: 'p2', ...pupil }],
      })[0]?.values?.['reason']
    const all = {
      category: 'no-such-category',
      suitablePlaceRefused: true,
      inYearMeasuresTried: false,
    }
    const care = { status: 'looked-after', from: '2026-01-01' }
    expect(reason(all, { send: { status: 'ehcp' }, care })).toBe('ehcp')
    expect(reason(all, { care })).toBe('looked-after')
    expect(reason(all)).toBe('category')
    expect(reason({ ...all, category: 'carer' })).toBe('suitable-place-refused')
    expect(reason({ inYearMeasuresTried: false })).toBe('in-year-measures-not-tried')
  })

  test('each answer that is missing is a doubt of its own', () => {
    const doubts = said('FA-01', open, {
      asOf: '2026-10-27',
      fairAccessCases: fa1({ category: 'out-of-education-four-weeks', inYearMeasuresTried: null }),
    })
    expect(doubts.map(({ level, values }) => [level, values?.['unknown']])).toEqual([
      ['warning', 'in-year-measures'],
      ['warning', 'out-of-education-from'],
    ])
  })
})

describe('FA-03 twenty school days', () => {
  const accepted = { acceptedDate: '2026-11-02', panelMeeting: null }
  test.each([
    ['2026-11-30', undefined],
    ['2026-12-01', undefined],
    ['2026-12-02', 1],
  ])('accepted on 2 November, asked on %s', (asOf, overdueDays) => {
    const [finding] = said('FA-03', open, { asOf, fairAccessCases: fa1(accepted) })
    expect(finding).toMatchObject({ level: 'warning', due: '2026-12-01' })
    expect(finding?.overdueDays).toBe(overdueDays)
  })

  test.each([
    ['2026-11-30', 'info'],
    ['2026-12-01', 'info'],
    ['2026-12-02', 'warning'],
  ])('panel on %s', (day, level) => {
    const panelMeetings = [{ id: 'm1', startsAt: `${day}T13:30:00+00:00` }]
    const fairAccessCases = fa1({ acceptedDate: '2026-11-02' })
    expect(
      levelsSaid('FA-03', open, { asOf: '2026-11-03', panelMeetings, fairAccessCases }),
    ).toEqual([level])
  })
})

describe('FA-04 and FA-05 the opportunity to contribute', () => {
  const invited = (sentAt: string, startsAt = '2026-11-10T13:30:00+00:00') => ({
    asOf: '2026-11-10',
    schools: [{ id: 'h13', memberships: [{ partnership: 'hbep', from: '2020-09-01' }] }],
    panelMeetings: [{ id: 'm1', startsAt, invitations: [...others, { school: 'h13', sentAt }] }],
  })
  const others = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
    n => ({
      school: `h${n}`,
      sentAt: '2026-10-26T09:00:00+00:00',
    }),
  )
  const blocked = (facts: object) =>
    said('FA-04', decided, { ...facts }).some(({ blocks }) => blocks.length > 0)

  test.each([
    ['2026-11-10T13:29:00+00:00', false],
    ['2026-11-10T13:30:00+00:00', true],
    ['2026-11-10', false],
    ['2026-11-11', true],
  ])('invited at %s for half past one on 10 November', (sentAt, isBlocked) => {
    expect(blocked(invited(sentAt))).toBe(isBlocked)
  })

  test.each([
    ['2026-11-02', undefined],
    ['2026-11-03', 4],
    ['2026-11-09', 0],
  ])('notice sent on %s', (sentAt, noticeSchoolDays) => {
    const notices = said('FA-04', decided, invited(sentAt))
    expect(notices[0]?.values?.['noticeSchoolDays']).toBe(noticeSchoolDays)
  })

  test('without a meeting, or without a known member, nobody can show it', () => {
    const withoutMeeting = { asOf: '2026-11-10', fairAccessCases: fa1({ panelMeeting: null }) }
    expect(said('FA-04', decided, withoutMeeting)).toMatchObject([
      { level: 'high', values: { enforceable: false, unknown: 'panel-meeting' } },
    ])
    expect(said('FA-05', decided, withoutMeeting)).toEqual([])
    expect(said('FA-04', decided, { asOf: '2026-11-10', schools: null })).toMatchObject([
      { level: 'warning', values: { unknown: 'memberships' } },
    ])
  })

  test('an absent school of whose invitation nothing is known is not shown to be notified', () => {
    const panelMeetings = [{ id: 'm1', invitations: null, attended: null }]
    expect(levelsSaid('FA-05', decided, { asOf: '2026-11-10', panelMeetings })).toEqual(['high'])
  })
})

describe('FA-06 on the day of the decision', () => {
  const told = (asOf: string, admissionsInformedAt: string | null) =>
    said('FA-06', decided, { asOf, fairAccessCases: fa1({ decision: { admissionsInformedAt } }) })

  test.each([
    ['2026-11-10', 'info', undefined],
    ['2026-11-11', 'warning', 1],
  ])('not told by %s', (asOf, level, overdueDays) => {
    const [finding] = told(asOf, null)
    expect(finding).toMatchObject({ level, values: { party: 'school-admissions', task: 'inform' } })
    expect(finding?.overdueDays).toBe(overdueDays)
  })

  test.each([
    ['2026-11-10T23:59:00Z', 0],
    ['2026-11-11T00:00:00Z', 1],
  ])('told at %s', (at, findings) => {
    expect(told('2026-12-01', at)).toHaveLength(findings)
  })
})

describe('FA-07, FA-08 and FA-02 the on-roll check', () => {
  test.each([
    ['2026-11-16', ['info'], []],
    ['2026-11-17', ['info'], []],
    ['2026-11-18', ['breach'], ['breach']],
  ])('decided on 10 November, asked on %s', (asOf, check, escalation) => {
    expect(levelsSaid('FA-07', decided, { asOf })).toEqual(check)
    expect(levelsSaid('FA-08', decided, { asOf })).toEqual(escalation)
  })

  test('five school days of the allocated school, as the policy says', () => {
    const policy = { onRollCheck: { days: 5, unit: 'school-days' } }
    const schools = [{ id: 'h04', calendar: { closures: ['2026-11-12'] } }]
    expect(said('FA-07', decided, { asOf: '2026-11-11', policy })).toMatchObject([
      { due: '2026-11-17' },
    ])
    expect(said('FA-07', decided, { asOf: '2026-11-11', policy, schools })).toMatchObject([
      { due: '2026-11-18' },
    ])
    expect(said('FA-07', decided, { asOf: '2026-11-18', policy, calendar: null })).toMatchObject([
      { level: 'info', values: { unknown: 'calendar' } },
    ])
  })

  test('both confirmations end it, and let the case be closed', () => {
    const onRoll = (school: string | null, admissions: string | null) => ({
      asOf: '2026-11-18',
      fairAccessCases: fa1({
        onRoll: { schoolConfirmedDate: school, admissionsConfirmedDate: admissions },
      }),
    })
    for (const rule of ['FA-02', 'FA-07', 'FA-08']) {
      expect(said(rule, decided, onRoll('2026-11-18', '2026-11-18'))).toEqual([])
      expect(said(rule, decided, onRoll('2026-11-18', '2026-11-19'))).toHaveLength(1)
      expect(said(rule, decided, onRoll(null, '2026-11-18'))).toHaveLength(1)
    }
  })
})
