import { describe, expect, test } from 'vitest'
import type { Json } from '../scenarios.ts'
import { levelsSaid, placed, said } from '../worked-facts.ts'

const asOf = '2026-11-21'
const slot = (weekday: string, start: string, end: string, session?: string) => ({
  weekday,
  start,
  end,
  ...(session ? { session } : {}),
})
const week = (timetable: readonly Json[], more: Json = {}): Json => ({
  asOf,
  placements: [{ id: 'pl1', timetable }],
  ...more,
})

const fourDays = ['monday', 'tuesday', 'wednesday', 'thursday'].map(day =>
  slot(day, '10:00', '14:30'),
)
const halfDays = (count: number) =>
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
    .flatMap(day => [slot(day, '09:00', '11:00'), slot(day, '12:30', '14:30')])
    .slice(0, count)

describe('ILL-01 more than three days', () => {
  test.each([
    [5, []],
    [6, []],
    [7, ['warning']],
    [10, ['warning']],
  ])('%i half-days: %j', (count, levels) => {
    expect(levelsSaid('ILL-01', placed, week(halfDays(count)))).toEqual(levels)
  })

  test('a slot on a weekday half that is already counted adds nothing', () => {
    const twice = [...halfDays(6), slot('monday', '09:30', '10:30')]
    expect(levelsSaid('ILL-01', placed, week(twice))).toEqual([])
  })
})

describe('ILL-03 more than 18 hours', () => {
  const hours = (end: string) => [
    slot('monday', '09:00', '15:00'),
    slot('tuesday', '09:00', '15:00'),
    slot('wednesday', '09:00', end),
  ]
  test.each([
    ['14:59', []],
    ['15:00', []],
    ['15:01', ['warning']],
  ])('ending at %s: %j', (end, levels) => {
    expect(levelsSaid('ILL-03', placed, week(hours(end)))).toEqual(levels)
  })

  test('hours as written are whole minutes, half-up: 18.008 is 18:00, 18.009 is 18:01', () => {
    const written = (last: number) => week([{ weekday: 'monday', hours: last }])
    expect(levelsSaid('ILL-03', placed, written(18.008))).toEqual([])
    expect(said('ILL-03', placed, written(18.009))[0]?.values).toMatchObject({
      hoursPerWeek: 1081 / 60,
    })
  })

  test('known hours above the limit are enough, and unknown ones are never guessed', () => {
    const unknown = { weekday: 'friday' }
    expect(levelsSaid('ILL-03', placed, week([...hours('15:00'), unknown]))).toEqual([])
    expect(levelsSaid('ILL-03', placed, week([...hours('15:01'), unknown]))).toEqual(['warning'])
  })
})

describe('ILL-02 and REG-01 head-counts', () => {
  const fixtures = ['base', 'good-provider', 'five-substantial']
  const without = (count: number): Json => {
    const gone = ['pl5', 'pl4', 'pl3', 'pl2', 'pl1'].slice(0, 5 - count)
    // An empty list would replace all five.
    return gone.length ? { asOf, placements: gone.map(id => ({ id, $delete: true })) } : { asOf }
  }
  test.each([
    [0, [], []],
    [1, ['warning'], []],
    [3, ['warning'], []],
    [4, ['high'], []],
    [5, ['critical'], ['critical']],
  ])('%i pupils: %j and %j', (count, caution, law) => {
    expect(levelsSaid('ILL-02', fixtures, without(count))).toEqual(caution)
    expect(levelsSaid('REG-01', fixtures, without(count))).toEqual(law)
  })

  test('six are critical, and only those of compulsory school age make it so', () => {
    const old = (...ids: string[]) => ids.map(id => ({ id, birthDate: '2010-08-31' }))
    const sixth = {
      pupils: [{ id: 'p6', birthDate: '2013-03-15', care: { status: 'never-looked-after' } }],
      placements: [
        { id: 'pl6', pupil: 'p6', provider: 'forge', start: '2026-09-07', timetable: fourDays },
      ],
    }
    const counted = (pupils: readonly Json[]) =>
      said('ILL-02', fixtures, { ...sixth, asOf, pupils: [...sixth.pupils, ...pupils] })[0]
    expect(counted([])).toMatchObject({ level: 'critical', values: { count: 6, legalCount: 6 } })
    expect(counted(old('p1'))).toMatchObject({ level: 'critical', values: { legalCount: 5 } })
    expect(counted(old('p1', 'p2'))).toMatchObject({ level: 'high', values: { legalCount: 4 } })
  })

  test.each([
    ['2027-06-24', 'critical'],
    ['2027-06-25', 'critical'],
    ['2027-06-26', 'warning'],
  ])('a looked-after pupil of 16 on %s: %s', (day, level) => {
    const pupil = {
      id: 'p1',
      birthDate: '2011-08-31',
      care: { status: 'looked-after', authority: 'leicestershire', from: '2025-02-01' },
    }
    const facts = { ...week(fourDays), asOf: day, pupils: [pupil] }
    expect(levelsSaid('ILL-02', placed, facts)).toEqual([level])
  })

  test('a child below compulsory school age is not counted for the law', () => {
    const born = (birthDate: string) =>
      said('ILL-02', placed, { ...week(fourDays), pupils: [{ id: 'p1', birthDate }] })[0]?.values
    expect(born('2021-08-31')).toMatchObject({ legalCount: 1 })
    expect(born('2021-09-01')).toMatchObject({ legalCount: 0 })
  })
})

describe('REG-07 intended and majority', () => {
  test.each([
    [17.99, 5, []],
    [18, 5, []],
    [18.02, 4, []],
    [18.02, 5, ['warning']],
    [18.02, 6, ['warning']],
    [18.02, undefined, ['warning']],
  ])('%f hours for %s places: %j', (hoursPerWeek, places, levels) => {
    const advertised = { hoursPerWeek, ...(places === undefined ? {} : { places }) }
    const facts = { asOf, providers: [{ id: 'forge', advertised }] }
    expect(levelsSaid('REG-07', ['base', 'good-provider'], facts)).toEqual(levels)
  })

  test.each([
    [12, []],
    [11.99, ['info']],
    [12.01, []],
  ])('12 hours at the provider and %f at school: %j', (schoolHoursPerWeek, levels) => {
    const pupils = [{ id: 'p1', schoolHoursPerWeek }]
    expect(levelsSaid('REG-07', placed, { asOf, pupils })).toEqual(levels)
  })
})

describe('ILL-09 sessions and full time', () => {
  test.each([
    [3, []],
    [4, [4]],
    [5, [5]],
  ])('%i sessions at one provider: %j', (count, shown) => {
    const facts = { ...week(halfDays(count)), pupils: [{ id: 'p1', schoolHoursPerWeek: 25 }] }
    expect(said('ILL-09', placed, facts).map(f => f.values?.['sessionsAtOneProvider'])).toEqual(
      shown,
    )
  })

  test.each([
    [12.98, ['warning', 'info']],
    [13, ['info']],
    [13.02, ['info']],
  ])('%f hours at school beside 12 of 25: %j', (schoolHoursPerWeek, levels) => {
    const pupils = [{ id: 'p1', schoolHoursPerWeek }]
    expect(levelsSaid('ILL-09', placed, { asOf, pupils })).toEqual(levels)
  })

  test('once the caps are in force the planned note falls silent', () => {
    const policy = { switchedOn: ['non-school-ap-caps'] }
    expect(levelsSaid('ILL-09', placed, { asOf, policy })).toEqual([])
  })
})
