import { describe, expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const pupil = ['base', 'pupil']
const removal = (asOf: string, fields: object) => ({
  asOf,
  removals: [{ id: 'rm1', pupil: 'p1', school: 'h01', ...fields }],
})

describe('ROL-01 to ROL-03 the ground', () => {
  test.each([
    ['2026-11-20', 'breach'],
    ['2026-11-21', 'breach'],
    ['2026-11-22', 'high'],
    [null, 'high'],
  ])('deleted on %s without a ground', (deletionDate, level) => {
    for (const ground of ['stopped-attending', null])
      expect(said('ROL-01', pupil, removal('2026-11-21', { ground, deletionDate }))).toMatchObject([
        { level, blocks: ['remove-from-roll'], values: { ground: ground ?? 'unknown' } },
      ])
  })

  test.each([
    ['registered-at-another-school', 'newSchoolConfirmedDate', 'new-school-confirmed'],
    ['educated-otherwise', 'parentNoticeDate', 'parent-notice'],
    ['not-returned-from-leave', 'enquiriesCompletedDate', 'joint-enquiries'],
  ])('%s needs %s by the day judged', (ground, field, missing) => {
    const judged = (date: string | null, deletionDate: string | null = null) =>
      said('ROL-02', pupil, removal('2026-11-23', { ground, deletionDate, [field]: date }))
    expect(judged('2026-11-23')).toMatchObject([{ level: 'info', values: { available: true } }])
    expect(judged('2026-11-24')).toMatchObject([{ level: 'high', values: { missing } }])
    expect(judged('2026-11-20', '2026-11-20')).toMatchObject([{ level: 'info' }])
    expect(judged('2026-11-21', '2026-11-20')).toMatchObject([
      { level: 'breach', values: { missing } },
    ])
  })

  test.each([
    ['2026-11-22', null, 0],
    ['2026-11-21', null, 1],
    ['2026-09-07', '2026-11-21', 1],
    ['2026-09-07', '2026-11-20', 0],
  ])('support for anxiety from %s to %s', (start, end, findings) => {
    const programmes = [
      { id: 'pr1', pupil: 'p1', school: 'h01', tier: 2, reason: 'anxiety', start, end },
    ]
    for (const ground of ['continuous-absence', 'not-returned-from-leave', null])
      expect(
        said('ROL-03', pupil, { ...removal('2026-11-21', { ground }), programmes }),
      ).toHaveLength(findings)
    expect(
      said('ROL-03', pupil, { ...removal('2026-11-21', { ground: 'custody' }), programmes }),
    ).toEqual([])
  })
})

describe('ROL-04 twenty school days', () => {
  const ground = {
    ground: 'continuous-absence',
    enquiriesCompletedDate: '2026-11-25',
    sicknessBelieved: false,
  }
  const absent = (from: string, to: string, code = 'O', session?: string) => ({
    pupil: 'p1',
    school: 'h01',
    from,
    to,
    code,
    ...(session ? { session } : {}),
  })
  const judged = (asOf: string, attendance: object[], fields: object = {}) =>
    said('ROL-04', pupil, { ...removal(asOf, { ...ground, ...fields }), attendance })

  test.each([
    ['2026-11-26', 19, false],
    ['2026-11-30', 20, true],
    ['2026-12-01', 21, true],
  ])('absent from 2 November to %s: %i', (day, schoolDaysAbsent, available) => {
    expect(judged(day, [absent('2026-11-02', day)])).toMatchObject([
      { values: { available, schoolDaysAbsent } },
    ])
  })

  test('another code, a session not recorded or another school ends the run', () => {
    const count = (...attendance: object[]) =>
      judged('2026-11-30', attendance)[0]?.values?.['schoolDaysAbsent']
    const whole = absent('2026-11-02', '2026-11-30')
    expect(count(whole)).toBe(20)
    expect(count(whole, absent('2026-11-16', '2026-11-16', 'I', 'morning'))).toBe(9)
    expect(
      count(absent('2026-11-02', '2026-11-26'), absent('2026-11-30', '2026-11-30', 'N', 'morning')),
    ).toBe(0)
    expect(count({ ...whole, school: 'h02' })).toBe(0)
    expect(count()).toBe(0)
  })

  test('is judged on the day of the deletion, and each condition speaks for itself', () => {
    const attendance = [absent('2026-11-02', '2026-12-18')]
    const late = { deletionDate: '2026-11-24', sicknessBelieved: null }
    expect(judged('2026-12-18', attendance, late)).toMatchObject([
      { level: 'breach', values: { failed: 'fewer-than-20-school-days', schoolDaysAbsent: 17 } },
      { level: 'breach', values: { failed: 'sickness-not-excluded' } },
      { level: 'breach', values: { failed: 'joint-enquiries' } },
    ])
  })

  test('a register of centuries is not walked through', () => {
    const calendar = { terms: [{ start: '0001-01-01', end: '9999-12-31' }] }
    const facts = {
      ...removal('2026-11-30', ground),
      calendar,
      attendance: [absent('0001-01-01', '9999-12-31')],
    }
    expect(said('ROL-04', pupil, facts)).toMatchObject([{ values: { schoolDaysAbsent: 1000 } }])
  })
})

describe('ROL-05 and ROL-06 returns', () => {
  const deletion = (asOf: string, returnDate: string | null, deletionDate = '2026-11-20') =>
    levelsSaid('ROL-05', pupil, removal(asOf, { ground: 'custody', deletionDate, returnDate }))
  test.each([
    ['2026-11-19', []],
    ['2026-11-20', []],
    ['2026-11-21', ['breach']],
  ])('deleted on 20 November, returned on %s', (returned, levels) => {
    expect(deletion('2026-12-01', returned)).toEqual(levels)
  })
  test.each([
    ['2026-11-19', 'info'],
    ['2026-11-20', 'info'],
    ['2026-11-21', 'breach'],
  ])('no return by %s', (asOf, level) => {
    expect(deletion(asOf, null)).toEqual([level])
  })

  test.each([
    ['2026-09-02', 11, []],
    ['2027-07-19', 11, []],
    ['2027-09-02', 12, []],
    ['2027-09-02', 11, ['breach']],
  ])('a leaver of July 2027, asked on %s in Year %i', (asOf, yearGroup, levels) => {
    const facts = removal(asOf, {
      ground: 'over-compulsory-school-age',
      deletionDate: '2027-07-16',
    })
    const pupils = [{ id: 'p1', yearGroup }]
    expect(levelsSaid('ROL-05', pupil, { ...facts, pupils })).toEqual(levels)
  })

  test('terms that stop at Christmas do not tell the end of the last term', () => {
    const facts = removal('2026-12-20', { ground: 'moved-away', deletionDate: '2026-12-18' })
    const calendar = { terms: [{ start: '2026-09-02', end: '2026-12-18' }] }
    const pupils = [{ id: 'p1', yearGroup: 11 }]
    expect(levelsSaid('ROL-05', pupil, { ...facts, calendar, pupils })).toEqual(['breach'])
  })

  test.each([-1, 0, 1])('a new-pupil return %i days from the fifth', late => {
    const entered = isoDate('2026-11-13')
    const day = addDays(entered, 5 + late)
    const asked = (asOf: string, newPupilReturnDate: string | null) =>
      levelsSaid('ROL-06', pupil, {
        asOf,
        pupils: [
          {
            id: 'p1',
            rolls: [{ school: 'h01', from: entered, enteredDate: entered, newPupilReturnDate }],
          },
        ],
      })
    expect(asked('2026-12-01', day)).toEqual(late > 0 ? ['breach'] : [])
    expect(asked(day, null)).toEqual([late > 0 ? 'breach' : 'info'])
  })
})

describe('ROL-07 the code', () => {
  const coded = (fields: object, asOf = '2026-11-21') =>
    said('ROL-07', placed, { asOf, placements: [{ id: 'pl1', ...fields }] })[0]?.values
  test('goes by who arranged it, then by dual registration, then by supervision', () => {
    expect(coded({})).toBeUndefined()
    expect(coded({ supervised: null })).toBeUndefined()
    expect(coded({ arrangedUnder: 's19', dualRegistered: true })).toMatchObject({
      suggestedCode: 'K',
    })
    expect(coded({ dualRegistered: true, supervised: false })).toMatchObject({ suggestedCode: 'D' })
    expect(coded({ supervised: false, attendanceCode: null })).toEqual({ suggestedCode: 'none' })
    expect(coded({ attendanceCode: 'K' })).toEqual({ suggestedCode: 'B', usedCode: 'K' })
  })
  test('speaks up to the last day', () => {
    expect(coded({ attendanceCode: null, end: '2026-11-21' })).toEqual({ suggestedCode: 'B' })
    expect(coded({ attendanceCode: null, end: '2026-11-20' })).toBeUndefined()
  })
})
