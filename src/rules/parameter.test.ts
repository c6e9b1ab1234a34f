import { describe, expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { evaluate, explain } from './engine.ts'
import { lawWith, type Parameter, type ParameterVersions, type Version } from './parameter.ts'
import { cite, ourDesign } from './sources.ts'
import { workedFacts } from './worked-facts.ts'

const version = <T>(from: string, value: T): Version<T> => ({
  from: isoDate(from),
  value,
  source: cite(ourDesign),
})
const days: Parameter<number> = {
  id: 'P-TEST',
  name: 'A number of days',
  unit: 'days',
  standing: 'design',
  scope: 'local',
  versions: [version('2020-01-01', 7), version('2024-09-01', 5)],
}

describe('a parameter', () => {
  test.each([
    ['2019-12-31', 7],
    ['2020-01-01', 7],
    ['2024-08-31', 7],
    ['2024-09-01', 5],
    ['2026-11-20', 5],
    ['2026-11-21', 10],
  ])('read on %s is %i', (on, value) => {
    const law = lawWith({ 'P-TEST': [version('2026-11-21', 10)] })
    expect(law.value(days, isoDate(on))).toBe(value)
  })

  test('of two versions from one day the one added later counts', () => {
    const law = lawWith({ 'P-TEST': [version('2024-09-01', 6), version('2024-09-01', 8)] })
    expect(law.value(days, isoDate('2024-09-01'))).toBe(8)
  })

  test('is noted with the version that was read', () => {
    const law = lawWith({}, 'noting')
    law.value(days, isoDate('2024-08-31'))
    expect(law.readings()).toMatchObject([
      { parameter: 'P-TEST', value: 7, inForceFrom: '2020-01-01' },
    ])
    law.forget()
    expect(law.readings()).toEqual([])
  })
})

describe('a version that the authority has added', () => {
  const facts = workedFacts(['base', 'fair-access', 'fair-access-decided'], { asOf: '2026-11-16' })
  const due = (parameters: ParameterVersions) =>
    evaluate(facts, { parameters }).find(({ rule }) => rule === 'FA-07')?.due

  test('holds from its day for what is decided from then on, and not before', () => {
    expect(due({})).toBe('2026-11-17')
    expect(due({ 'P-FA-WEEK': [version('2026-11-10', 5)] })).toBe('2026-11-15')
    expect(due({ 'P-FA-WEEK': [version('2026-11-11', 5)] })).toBe('2026-11-17')
  })

  test('switches planned law on from its day', () => {
    const placements = [
      {
        id: 'pl1',
        end: null,
        timetable: ['monday', 'tuesday', 'friday'].map(weekday => ({ weekday })),
      },
    ]
    const open = workedFacts(['base', 'pupil', 'good-provider', 'placement'], {
      asOf: '2026-11-21',
      placements,
    })
    const level = (from: string) =>
      evaluate(open, { parameters: { 'P-NSAP-CAPS': [version(from, true)] } }).find(
        ({ rule }) => rule === 'OSD-07',
      )?.level
    expect(level('2026-11-22')).toBe('info')
    expect(level('2026-11-21')).toBe('warning')
  })

  test('is named by the findings that rest on it', () => {
    const parameters = { 'P-FA-WEEK': [version('2026-11-10', 5)] }
    const found = explain(facts, { parameters }).find(({ rule }) => rule === 'FA-07')
    expect(found?.using).toMatchObject([
      { parameter: 'P-FA-WEEK', value: 5, inForceFrom: '2026-11-10' },
    ])
  })
})
