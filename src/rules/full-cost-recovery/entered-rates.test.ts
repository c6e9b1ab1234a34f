import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { evaluate } from '../engine.ts'
import type { ParameterVersions } from '../parameter.ts'
import { cite, ourDesign } from '../sources.ts'
import { workedFacts } from '../worked-facts.ts'

const excluded = ['base', 'pupil', 'exclusion']
const entered = (values: Readonly<Record<string, readonly [string, number | null][]>>) =>
  Object.fromEntries(
    Object.entries(values).map(([id, versions]) => [
      id,
      versions.map(([from, value]) => ({ from: isoDate(from), value, source: cite(ourDesign) })),
    ]),
  ) satisfies ParameterVersions

const minimum = (parameters: ParameterVersions, facts = {}) =>
  evaluate(workedFacts(excluded, facts), { parameters }).find(({ rule }) => rule === 'FCR-03')

test('what the authority has entered counts where the snapshot gives no rate, for the year in which it begins', () => {
  expect(minimum({})?.values).toMatchObject({ unknown: 'rate-or-calendar' })
  expect(minimum(entered({ 'P-APC': [['2026-04-01', 650_000]] }))?.amounts).toEqual({
    minimum: 237_500,
  })
  expect(minimum(entered({ 'P-APC': [['2025-04-01', 650_000]] }))?.values).toMatchObject({
    unknown: 'rate-or-calendar',
  })
})

test('a phase goes before every phase, a rate of the snapshot before both, and none takes one back', () => {
  const both = {
    'P-APC': [['2026-04-01', 650_000]],
    'P-APC-KS3': [['2026-04-01', 520_000]],
  } as const
  expect(minimum(entered(both as never))?.amounts).toEqual({ minimum: 190_000 })
  const rates = [{ id: 'r', financialYear: '2026-27', averagePupilCostPence: 260_000 }]
  expect(minimum(entered(both as never), { rates })?.amounts).toEqual({ minimum: 95_000 })
  expect(
    minimum(
      entered({
        'P-APC': [
          ['2026-04-01', 650_000],
          ['2026-05-01', null],
        ],
      }),
    )?.values,
  ).toMatchObject({ unknown: 'rate-or-calendar' })
})

test('FCR-05 misses the year that nobody has entered, once the authority enters any', () => {
  const missing = (asOf: string, parameters: ParameterVersions) =>
    evaluate(workedFacts(['base'], { asOf }), { parameters })
      .filter(({ rule }) => rule === 'FCR-05')
      .map(({ values }) => values?.['financialYear'])
  const own = entered({ 'P-APC': [['2026-04-01', 650_000]] })
  expect(missing('2027-02-28', {})).toEqual([])
  expect(missing('2027-02-28', own)).toEqual([])
  expect(missing('2027-03-01', own)).toEqual(['2027-28'])
  expect(missing('2027-04-01', own)).toEqual(['2027-28'])
})
