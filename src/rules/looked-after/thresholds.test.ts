import { describe, expect, test } from 'vitest'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const referred = ['base', 'pupil', 'referral']
const inCare = { status: 'looked-after', authority: 'leicestershire', from: '2025-02-01' }
const cared = (care: object) => [{ id: 'p1', care: { ...inCare, ...care } }]

describe('LAC-01 looked after today', () => {
  test.each([
    ['the day before', { from: '2026-11-22' }, 0],
    ['the first day', { from: '2026-11-21' }, 1],
    ['the last day', { to: '2026-11-21' }, 1],
    ['the day after', { to: '2026-11-20' }, 0],
  ])('%s', (_words, care, findings) => {
    expect(
      said('LAC-01', ['base', 'pupil'], { asOf: '2026-11-21', pupils: cared(care) }),
    ).toHaveLength(findings)
  })
})

describe('LAC-02 until a partnership works with the child', () => {
  const alone = ['base', 'pupil']
  const monitors = (facts: object, fixtures = alone) =>
    said('LAC-02', fixtures, { asOf: '2026-11-21', pupils: cared({}), ...facts }).length > 0

  test.each([
    ['2026-11-22', null, true],
    ['2026-11-21', null, false],
    ['2026-09-07', '2026-11-21', false],
    ['2026-09-07', '2026-11-20', true],
  ])('a programme from %s to %s', (start, end, still) => {
    const programmes = [{ id: 'pr1', pupil: 'p1', school: 'h01', tier: 2, start, end }]
    expect(monitors({ programmes })).toBe(still)
  })

  test.each([
    ['2026-11-22', true],
    ['2026-11-21', false],
  ])('a placement that a partnership commissions from %s', (start, still) => {
    expect(monitors({ placements: [{ id: 'pl1', start }] }, placed)).toBe(still)
  })
})

test('LAC-03 asks for each contact of another authority, and for none of its own', () => {
  const asked = (care: object) =>
    said('LAC-03', ['base', 'pupil'], { asOf: '2026-11-21', pupils: cared(care) }).map(
      ({ values }) => values?.['missing'],
    )
  expect(asked({ authority: 'birmingham' })).toEqual([
    'virtual-school-contact',
    'social-worker-contact',
  ])
  expect(asked({ authority: 'birmingham', socialWorkerContact: 'Named' })).toEqual([
    'virtual-school-contact',
  ])
  expect(asked({})).toEqual([])
})

describe('LAC-04 admission before referral', () => {
  test.each([
    ['2026-11-15', 0],
    ['2026-11-16', 0],
    ['2026-11-17', 1],
    [null, 1],
  ])('completed on %s, referred on 16 November', (completedDate, findings) => {
    const admissions = [{ id: 'a1', pupil: 'p1', school: 'h01', completedDate }]
    expect(said('LAC-04', referred, { asOf: '2026-11-20', admissions })).toHaveLength(findings)
  })

  const applied = (asOf: string, notifiedDate: string | null, receivedDate = '2026-11-02') =>
    said('LAC-04', ['base', 'pupil'], {
      asOf,
      admissions: [{ id: 'a1', pupil: 'p1', school: 'h01', receivedDate, notifiedDate }],
    })

  test.each([
    ['2026-11-20', ['info']],
    ['2026-11-23', ['info']],
    ['2026-11-24', ['breach']],
  ])('the fifteenth school day, asked on %s', (asOf, levels) => {
    expect(applied(asOf, null).map(({ level }) => level)).toEqual(levels)
  })

  test.each([
    ['2026-11-23', []],
    ['2026-11-24', [{ level: 'breach', overdueDays: 1 }]],
  ])('notified on %s', (notified, findings) => {
    expect(applied('2026-12-01', notified)).toMatchObject(findings)
  })

  test('notified while the limit lies beyond the known terms is in time', () => {
    expect(applied('2027-07-12', '2027-07-12', '2027-07-05')).toEqual([])
    expect(applied('2027-07-12', null, '2027-07-05')).toMatchObject([
      { level: 'info', values: { unknown: 'calendar' } },
    ])
  })
})

describe('LAC-05 to LAC-07 on a placement that a school commissions', () => {
  const assurance = { qualityRecordedDate: '2026-11-21', monitoringRecordedDate: '2026-11-21' }
  const bought = (asOf: string, care: object, placement: object = {}) => ({
    asOf,
    pupils: cared(care),
    placements: [{ id: 'pl1', commissioners: ['h01'], ...placement }],
  })

  test('each part of the assurance is missing until its day', () => {
    expect(levelsSaid('LAC-05', placed, bought('2026-11-20', {}, { assurance }))).toEqual([
      'breach',
      'breach',
    ])
    expect(levelsSaid('LAC-05', placed, bought('2026-11-21', {}, { assurance }))).toEqual([])
  })

  test('the source of assurance is told for schools and partnerships only', () => {
    const told = (commissioner: string) =>
      said('LAC-06', placed, bought('2026-11-21', {}, { commissioners: [commissioner] })).map(
        ({ values }) => values?.['assurance'],
      )
    expect(told('h01')).toEqual(['questionnaire'])
    expect(told('hbep')).toEqual(['council-partnership-agreement'])
    expect(told('leicestershire')).toEqual([])
  })

  test.each([
    ['2026-09-06', 0],
    ['2026-09-07', 0],
    ['2026-09-08', 1],
  ])('care from %s, placement from 7 September', (from, findings) => {
    expect(said('LAC-07', placed, bought('2026-11-21', { from }))).toHaveLength(findings)
  })

  test('the task ends on the day the questionnaire is returned', () => {
    const form = { id: 'q1', pupil: 'p1', provider: 'forge', commissioner: 'h01' }
    const returned = (returnedDate: string) =>
      said('LAC-07', placed, {
        ...bought('2026-11-21', { from: '2026-11-09' }),
        questionnaires: [{ ...form, returnedDate }],
      })
    expect(returned('2026-11-22')).toMatchObject([{ level: 'info', due: '2026-11-23' }])
    expect(returned('2026-11-21')).toEqual([])
  })
})
